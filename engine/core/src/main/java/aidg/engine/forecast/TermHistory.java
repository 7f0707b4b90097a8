package aidg.engine.forecast;

import java.util.ArrayList;
import java.util.List;

/// What has been proposed for one merchant, and what managers put instead.
final class TermHistory {

    /// Discount, log list price and log length, in this order.
    static final int KINDS = 3;

    /// A manager's correction of one term.
    record Correction(double proposed, double corrected) {}

    private final double[] sums = new double[KINDS];
    private final double[] squares = new double[KINDS];
    private final List<List<Correction>> corrections = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private int count;

    static double[] values(Offer offer) {
        return new double[] {offer.discount(), offer.logList(), offer.logDays()};
    }

    void proposed(Offer offer) {
        count++;
        double[] values = values(offer);
        for (int kind = 0; kind < KINDS; kind++) {
            sums[kind] += values[kind];
            squares[kind] += values[kind] * values[kind];
        }
    }

    void corrected(int kind, Offer proposed, Offer instead) {
        corrections.get(kind).add(new Correction(values(proposed)[kind], values(instead)[kind]));
    }

    int count() {
        return count;
    }

    double mean(int kind) {
        return count == 0 ? 0 : sums[kind] / count;
    }

    /// Sum of squared differences from the mean.
    double spread(int kind) {
        return count == 0 ? 0 : Math.max(0, squares[kind] - sums[kind] * sums[kind] / count);
    }

    List<Correction> corrections(int kind) {
        return corrections.get(kind);
    }
}
