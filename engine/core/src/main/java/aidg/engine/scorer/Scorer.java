package aidg.engine.scorer;

import aidg.engine.encoder.MerchantMemory;
import java.util.Arrays;
import java.util.List;

/// A trained network: deals and their merchants' memories in, raw outputs out. Implementations are safe for use by
/// several threads.
public interface Scorer extends AutoCloseable {

    /// What computes: `CPU` or `CUDA GPU 0`.
    String device();

    /// A deal to score.
    ///
    /// @param memory of its merchant
    /// @param deal   deal tokens, `TokenLayout.size(DEAL)` numbers
    /// @param joint  joint facts, `TokenLayout.size(JOINT)` numbers
    /// @param risk   override risk, 0..1
    record Question(MerchantMemory memory, float[] deal, float[] joint, float risk) {}

    /// Scores deals.
    ///
    /// @return one output per deal, in order
    List<Output> score(List<Question> questions);

    /// One axis of a what-if surface.
    ///
    /// @param tokens which deal tokens it changes, by number; none twice
    /// @param inputs what they become, (points, tokens, `TokenLayout.width(DEAL)`)
    record Axis(int[] tokens, float[] inputs) {}

    /// Scores a surface: every pair of a point on `x` and one on `y`, the other deal tokens as in `base`. Only
    /// what an axis changes is computed anew, once per point.
    ///
    /// @param x      changes other tokens than `y`
    /// @param joints joint facts of the pairs, (points of x, points of y, `TokenLayout.size(JOINT)`)
    /// @return one output per pair, y fastest
    List<Output> sweep(Question base, Axis x, Axis y, float[] joints);

    /// How much each deal token drew from each memory token; rows sum to 1.
    ///
    /// @return `[heads][deal tokens][memory tokens]`
    float[][][] attention(Question question);

    /// Prepares a deal for being scored with some of its tokens taken from others.
    ///
    /// @param others at least one
    Mixture mixture(Question own, List<Question> others);

    /// A deal of which tokens can be exchanged for another's.
    interface Mixture {

        /// Scores mixes, without the risk adjustment.
        List<Output> score(List<Mix> mixes);

        /// Integrated gradients (Sundararajan, Taly and Yan 2017) of a probability along the straight lines
        /// from the others to the deal, on average and without the risk adjustment: what each input's change
        /// brings. They add up to the difference of the ends, up to the error of the sum over the steps.
        ///
        /// @param steps points on each line, those of Gauss and Legendre; more are more exact
        /// @param line  from the log-odds of both to those of the probability
        Gradients gradients(int steps, Calibration.Line line);
    }

    /// Which tokens are the deal's own.
    ///
    /// @param deal   per deal token
    /// @param joint  its joint numbers, put together by whoever mixes
    /// @param memory per memory token
    /// @param other  whose the rest is, by number
    record Mix(boolean[] deal, float[] joint, boolean[] memory, int other) {}

    /// What the gradients along lines add up to, on average.
    ///
    /// @param start  mean probability where the lines begin
    /// @param end    probability of the deal
    /// @param deal   per deal token
    /// @param joint  per joint number
    /// @param memory per memory token
    record Gradients(double start, double end, double[] deal, double[] joint, double[] memory) {

        /// All of them together: `end - start`, but for the error of the sum.
        public double sum() {
            return Arrays.stream(deal).sum()
                    + Arrays.stream(joint).sum()
                    + Arrays.stream(memory).sum();
        }
    }

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

        private static final double LOWEST_LOG_DEVIATION = -3;
        private static final double HIGHEST_LOG_DEVIATION = 2;

        /// Reads the head's numbers.
        ///
        /// @param result  see `ScorerDimensions.OUTPUTS`
        /// @param penalty log-odds
        public static Output of(float[] result, double penalty) {
            double logDeviation = Math.clamp(result[3], LOWEST_LOG_DEVIATION, HIGHEST_LOG_DEVIATION);
            return new Output(
                    result[0], result[1], both(result[0], result[1]), penalty, result[2] + 1, Math.exp(logDeviation));
        }

        /// Log-odds of the product of two probabilities given by their log-odds, without loss at either end:
        /// 1/p - 1 = e^-a + e^-b + e^-(a+b).
        public static double both(double a, double b) {
            double largest = Math.max(Math.max(-a, -b), -a - b);
            return -(largest + Math.log(Math.exp(-a - largest) + Math.exp(-b - largest) + Math.exp(-a - b - largest)));
        }

        /// Log-odds of success after the risk adjustment.
        public double adjusted() {
            return joint - penalty;
        }
    }
}
