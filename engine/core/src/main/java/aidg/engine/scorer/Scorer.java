package aidg.engine.scorer;

import java.util.List;

/// A trained network: tokens of deals in, raw outputs out. Implementations are safe for use by several threads.
public interface Scorer extends AutoCloseable {

    /// What computes: `CPU` or `CUDA GPU 0`.
    String device();

    /// Scores deals.
    ///
    /// @param tokens one array of `TokenLayout.size()` numbers per deal
    /// @param risks  override risk per deal, 0..1
    /// @return one output per deal, in order
    List<Output> score(List<float[]> tokens, float[] risks);

    /// How much each deal token drew from each merchant token, mean over the heads; rows sum to 1.
    ///
    /// @param tokens of one deal
    /// @return `[deal tokens][merchant tokens]`
    float[][] attention(float[] tokens);

    @Override
    void close();

    /// Raw outputs for one deal; all log-odds, uncalibrated.
    ///
    /// @param approval  log-odds that it is approved
    /// @param reach     log-odds that it reaches the baseline if it goes out
    /// @param joint     log-odds of both, before the risk adjustment
    /// @param penalty   log-odds taken off for the override risk, 0 or more [PER-14]
    /// @param ratio     expected gross profit over baseline, if it goes out
    /// @param deviation expected deviation of that ratio, more than 0
    record Output(double approval, double reach, double joint, double penalty, double ratio, double deviation) {

        /// Log-odds of success after the risk adjustment.
        public double adjusted() {
            return joint - penalty;
        }
    }
}
