package aidg.engine.scorer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well probabilities foretold outcomes.
///
/// @param auc              area under the ROC curve, ties count half; 0.5 is chance; null if only one class is
///                         there
/// @param logLoss          mean negative log-likelihood, nats
/// @param brier            mean squared error of the probability
/// @param ece              expected calibration error over 15 equally wide bins (Guo et al. 2017)
/// @param averagePrecision mean precision over the recalled positives, in order of score; null without positives
/// @param coverage90       share of measured gross profits inside their 90 % interval; null where a model has none
public record Metrics(
        @Nullable Double auc,
        double logLoss,
        double brier,
        double ece,
        @Nullable Double averagePrecision,
        @Nullable Double coverage90) {

    private static final int BINS = 15;
    private static final double SMALLEST = 1e-9;

    /// Measures probabilities against outcomes.
    ///
    /// @param scores probabilities, 0..1
    /// @param labels 0 or 1
    public static Metrics of(double[] scores, double[] labels, @Nullable Double coverage90) {
        double logLoss = 0;
        double brier = 0;
        for (int i = 0; i < scores.length; i++) {
            double p = Math.clamp(scores[i], SMALLEST, 1 - SMALLEST);
            logLoss -= labels[i] > 0.5 ? Math.log(p) : Math.log1p(-p);
            brier += (scores[i] - labels[i]) * (scores[i] - labels[i]);
        }
        return new Metrics(
                auc(scores, labels),
                logLoss / scores.length,
                brier / scores.length,
                ece(scores, labels),
                averagePrecision(scores, labels),
                coverage90);
    }

    /// Mann-Whitney form, with mean ranks for ties.
    static @Nullable Double auc(double[] scores, double[] labels) {
        int[] order = order(scores, true);
        double positives = Arrays.stream(labels).sum();
        double negatives = labels.length - positives;
        if (positives == 0 || negatives == 0) {
            return null;
        }
        double rankSum = 0;
        for (int i = 0; i < order.length; ) {
            int j = i;
            double tied = 0;
            while (j < order.length && scores[order[j]] == scores[order[i]]) {
                tied += labels[order[j++]];
            }
            rankSum += tied * (i + 1 + j) / 2.0;
            i = j;
        }
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /// Ties share the precision at the end of their group, so that the order inside a tie does not matter.
    static @Nullable Double averagePrecision(double[] scores, double[] labels) {
        int[] order = order(scores, false);
        double positives = Arrays.stream(labels).sum();
        if (positives == 0) {
            return null;
        }
        double seen = 0;
        double sum = 0;
        for (int i = 0; i < order.length; ) {
            int j = i;
            double gained = 0;
            while (j < order.length && scores[order[j]] == scores[order[i]]) {
                gained += labels[order[j++]];
            }
            seen += gained;
            sum += gained * seen / j;
            i = j;
        }
        return sum / positives;
    }

    static double ece(double[] scores, double[] labels) {
        double[] gap = new double[BINS];
        for (int i = 0; i < scores.length; i++) {
            gap[Math.min(BINS - 1, (int) (scores[i] * BINS))] += scores[i] - labels[i];
        }
        return Arrays.stream(gap).map(Math::abs).sum() / scores.length;
    }

    private static int[] order(double[] scores, boolean ascending) {
        Comparator<Integer> byScore = Comparator.comparingDouble(i -> scores[i]);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(ascending ? byScore : byScore.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
