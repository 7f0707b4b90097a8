package aidg.engine.scorer;

import aidg.engine.scorer.Calibration.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Fits a `Calibration` to outputs and outcomes of the calibration months.
final class CalibrationFit {

    /// What happened to one deal and what the network said.
    ///
    /// @param approved   whether it went out
    /// @param ratio      gross profit over baseline, NaN if it did not run or has no positive baseline
    /// @param knownDeals of its merchant at the time
    /// @param day        of the proposal, as epoch day; cases of a merchant are in its order
    record Case(
            Scorer.Output output,
            String merchantId,
            long day,
            boolean success,
            boolean approved,
            double ratio,
            int knownDeals) {}

    /// Deals of one merchant proposed within this many days share what the model does not see.
    private static final int PAIR_DAYS = 45;

    private CalibrationFit() {}

    static Calibration fit(List<Case> cases) {
        Line success = platt(
                cases.stream().mapToDouble(c -> c.output().adjusted()).toArray(),
                cases.stream().mapToDouble(c -> c.success() ? 1 : 0).toArray());
        Line approval = platt(
                cases.stream().mapToDouble(c -> c.output().approval()).toArray(),
                cases.stream().mapToDouble(c -> c.approved() ? 1 : 0).toArray());
        List<Case> ran = cases.stream().filter(Case::approved).toList();
        Line reach = platt(
                ran.stream().mapToDouble(c -> c.output().reach()).toArray(),
                ran.stream().mapToDouble(c -> c.success() ? 1 : 0).toArray());
        return new Calibration(success, approval, reach, ratioWidth(cases), spreads(cases, success));
    }

    /// Logistic regression on one variable by Newton's method, with the targets of Platt (1999), which keep it finite
    /// where the classes separate or one is absent.
    static Line platt(double[] logits, double[] labels) {
        double positives = Arrays.stream(labels).sum();
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (labels.length - positives + 2);
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < 50; step++) {
            double gs = 1e-3 * (slope - 1);
            double go = 0;
            double hss = 1e-3;
            double hso = 0;
            double hoo = 1e-6;
            for (int i = 0; i < logits.length; i++) {
                double p = Calibration.sigmoid(slope * logits[i] + offset);
                double error = p - (labels[i] > 0.5 ? high : low);
                double w = p * (1 - p);
                gs += error * logits[i];
                go += error;
                hss += w * logits[i] * logits[i];
                hso += w * logits[i];
                hoo += w;
            }
            double det = hss * hoo - hso * hso;
            double ds = (gs * hoo - go * hso) / det;
            double dOffset = (go * hss - gs * hso) / det;
            slope -= Math.clamp(ds, -1, 1);
            offset -= Math.clamp(dOffset, -1, 1);
            if (Math.abs(ds) + Math.abs(dOffset) < 1e-9) {
                break;
            }
        }
        return new Line(slope, offset);
    }

    /// The split-conformal quantile of |ratio - expected| / deviation: covers 90 % of new deals like these.
    private static double ratioWidth(List<Case> cases) {
        double[] scores = cases.stream()
                .filter(c -> !Double.isNaN(c.ratio()))
                .mapToDouble(c -> Math.abs(c.ratio() - c.output().ratio()) / c.output().deviation())
                .sorted()
                .toArray();
        if (scores.length == 0) {
            return 2;
        }
        int rank = (int) Math.ceil(0.9 * (scores.length + 1));
        return scores[Math.min(rank, scores.length) - 1];
    }

    /// How far a merchant's true log-odds lie from the predicted ones, from how much more the outcomes of one merchant
    /// agree with each other than the predictions explain (method of moments on pairs of residuals). Only deals of
    /// neighbouring weeks are paired: what the model does not see of a merchant changes with time.
    private static List<Double> spreads(List<Case> cases, Line line) {
        List<Double> spreads = new ArrayList<>();
        double overall = spread(cases, line, 0.3, 0);
        for (int band = 0; band < 3; band++) {
            int wanted = band;
            List<Case> some = cases.stream()
                    .filter(c -> Calibration.band(c.knownDeals()) == wanted)
                    .toList();
            spreads.add(spread(some, line, overall, 2000));
        }
        return spreads;
    }

    /// @param prior       spread assumed before anything is seen
    /// @param priorWeight how many pairs that is worth
    private static double spread(List<Case> cases, Line line, double prior, double priorWeight) {
        Map<String, List<Case>> byMerchant = cases.stream().collect(Collectors.groupingBy(Case::merchantId));
        double agreement = prior * prior * priorWeight * 0.04;
        double expected = priorWeight * 0.04;
        for (List<Case> same : byMerchant.values()) {
            for (int i = 0; i < same.size(); i++) {
                double p = line.probability(same.get(i).output().adjusted());
                double residual = (same.get(i).success() ? 1 : 0) - p;
                for (int j = i + 1; j < same.size() && same.get(j).day() - same.get(i).day() <= PAIR_DAYS; j++) {
                    double q = line.probability(same.get(j).output().adjusted());
                    agreement += residual * ((same.get(j).success() ? 1 : 0) - q);
                    expected += p * (1 - p) * q * (1 - q);
                }
            }
        }
        return expected <= 0 ? prior : Math.sqrt(Math.max(0.01, agreement / expected));
    }
}
