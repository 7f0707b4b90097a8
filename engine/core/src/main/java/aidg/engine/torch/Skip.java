package aidg.engine.torch;

import aidg.engine.scorer.ScorerDimensions;

/// What the joint facts hand straight to the outputs, past the network.
///
/// @param gain (J, K)
record Skip(float[] gain) {

    /// Adds it.
    ///
    /// @param joints  (deals, J)
    /// @param results (deals, K)
    void add(float[] joints, float[] results) {
        int outputs = ScorerDimensions.OUTPUTS;
        int inputs = gain.length / outputs;
        for (int i = 0; i < joints.length; i++) {
            int result = i / inputs * outputs;
            int from = i % inputs * outputs;
            for (int k = 0; k < outputs; k++) {
                results[result + k] += joints[i] * gain[from + k];
            }
        }
    }
}
