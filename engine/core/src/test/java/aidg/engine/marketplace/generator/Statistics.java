package aidg.engine.marketplace.generator;

import aidg.engine.domain.Deal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// What the tests measure on a generated marketplace.
final class Statistics {

    /// A stated probability and whether it came true.
    record Judged(Deal deal, double probability, boolean success) {}

    private Statistics() {}

    static List<Judged> judged(Generated generated) {
        List<Judged> judged = new ArrayList<>();
        for (Deal deal : generated.marketplace().deals()) {
            Boolean success = deal.succeededOn(generated.marketplace().asOf());
            if (success != null) {
                judged.add(new Judged(
                        deal, Objects.requireNonNull(generated.truth().get(deal.id())), success));
            }
        }
        return judged;
    }

    static double share(List<Judged> judged) {
        return judged.stream().filter(Judged::success).count() / (double) judged.size();
    }

    /// Area under the ROC curve by ranks, ties counted half.
    static double auc(List<Judged> judged) {
        List<Judged> sorted = new ArrayList<>(judged);
        sorted.sort(Comparator.comparingDouble(Judged::probability));
        double rankSum = 0;
        long successes = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size()
                    && sorted.get(to).probability() == sorted.get(from).probability()) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (sorted.get(i).success()) {
                    rankSum += (from + to + 1) / 2.0;
                    successes++;
                }
            }
            from = to;
        }
        long failures = sorted.size() - successes;
        return (rankSum - successes * (successes + 1) / 2.0) / ((double) successes * failures);
    }

    /// Sum over 20 bins of the squared standardised gap between observed and expected successes; about
    /// chi-squared with 20 degrees of freedom if the probabilities are true.
    static double calibrationGap(List<Judged> judged) {
        double[] expected = new double[20];
        double[] variance = new double[20];
        double[] observed = new double[20];
        for (Judged one : judged) {
            int bin = Math.min(19, (int) (one.probability() * 20));
            expected[bin] += one.probability();
            variance[bin] += one.probability() * (1 - one.probability());
            observed[bin] += one.success() ? 1 : 0;
        }
        double sum = 0;
        for (int bin = 0; bin < 20; bin++) {
            if (variance[bin] > 0) {
                sum += (observed[bin] - expected[bin]) * (observed[bin] - expected[bin]) / variance[bin];
            }
        }
        return sum;
    }

    /// The same deals with each other's probabilities.
    static List<Judged> shuffled(List<Judged> judged) {
        List<Double> probabilities = new ArrayList<>();
        judged.forEach(one -> probabilities.add(one.probability()));
        Collections.shuffle(probabilities, new Random(1));
        List<Judged> mixed = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            mixed.add(new Judged(
                    judged.get(i).deal(), probabilities.get(i), judged.get(i).success()));
        }
        return mixed;
    }
}
