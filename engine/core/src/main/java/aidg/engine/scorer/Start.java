package aidg.engine.scorer;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.List;

/// Where a scorer starts to learn: at what the sales forecast expects, which its joint facts hand straight to the
/// outputs. What it learns is what the forecast does not see (residual learning, He et al. 2016).
///
/// @param skip weights from the joint facts to the outputs, J x 6
/// @param bias of the outputs, 6
public record Start(float[] skip, float[] bias) {

    private static final String TOKEN = "expected_sales";

    /// Outputs that the forecast has a number for: approval, reaching the baseline, ratio; conversion and
    /// traffic start at 0, the deviation at `LOG_DEVIATION`.
    private static final List<String> EXPECTED = List.of("approval", "reach", "ratio");

    /// A usual deviation of the ratio, logarithm.
    private static final float LOG_DEVIATION = -0.5f;

    /// Starts at the forecast, where the layout has one.
    public static Start of(TokenLayout layout) {
        int outputs = ScorerDimensions.OUTPUTS;
        Start start = new Start(new float[layout.size(Side.JOINT) * outputs], new float[outputs]);
        start.bias[3] = LOG_DEVIATION;
        List<Token> tokens = layout.tokens(Side.JOINT);
        List<String> names = layout.schema().names();
        for (int t = 0; t < tokens.size(); t++) {
            for (int f = 0;
                    f < tokens.get(t).features().size() && tokens.get(t).name().equals(TOKEN);
                    f++) {
                int output = EXPECTED.indexOf(tokens.get(t).features().get(f).name());
                if (output >= 0) {
                    int column = names.indexOf(TOKEN + "." + EXPECTED.get(output));
                    int input = t * layout.width(Side.JOINT) + f;
                    start.skip[input * outputs + output] =
                            layout.deviations().get(column).floatValue();
                    start.bias[output] = layout.means().get(column).floatValue() - (output == 2 ? 1 : 0);
                }
            }
        }
        return start;
    }

    /// Starts at nothing, for a network whose weights are read.
    public static Start none(ScorerDimensions dims) {
        return new Start(new float[dims.jointInputs() * ScorerDimensions.OUTPUTS], new float[ScorerDimensions.OUTPUTS]);
    }
}
