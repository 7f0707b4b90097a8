package aidg.engine.scorer;

import aidg.engine.scorer.Calibration.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int PAIR_DAYS = 14;

    private static final double PRIOR_PAIRS = 100;
    private static final double SMALLEST_SPREAD = 0.1;
    private static final double LARGEST_SPREAD = 4;

    private CalibrationFit() {}

    static Calibration fit(List<Case> cases) {
        Line success = platt(
                cases.stream().mapToDouble(c -> c.output().adjusted()).toArray(),
                cases.stream().mapToDouble(c -> c.success() ? 1 : 0).toArray());
        Line approval = platt(
                cases.stream().mapToDouble(c -> c.output().approval()).toArray(),
                cases.stream().mapToDouble(c -> c.approved() ? 1 : 0).toArray());
        List<Case> approved = cases.stream().filter(Case::approved).toList();
        Line reach = platt(
                approved.stream().mapToDouble(c -> c.output().reach()).toArray(),
                approved.stream().mapToDouble(c -> c.success() ? 1 : 0).toArray());
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
            double slopeGradient = 1e-3 * (slope - 1);
            double offsetGradient = 0;
            double slopeCurvature = 1e-3;
            double crossCurvature = 0;
            double offsetCurvature = 1e-6;
            for (int i = 0; i < logits.length; i++) {
                double p = Calibration.sigmoid(slope * logits[i] + offset);
                double error = p - (labels[i] > 0.5 ? high : low);
                double w = p * (1 - p);
                slopeGradient += error * logits[i];
                offsetGradient += error;
                slopeCurvature += w * logits[i] * logits[i];
                crossCurvature += w * logits[i];
                offsetCurvature += w;
            }
            double determinant = slopeCurvature * offsetCurvature - crossCurvature * crossCurvature;
            double slopeStep = (slopeGradient * offsetCurvature - offsetGradient * crossCurvature) / determinant;
            double offsetStep = (offsetGradient * slopeCurvature - slopeGradient * crossCurvature) / determinant;
            slope -= Math.clamp(slopeStep, -1, 1);
            offset -= Math.clamp(offsetStep, -1, 1);
            if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-9) {
                break;
            }
        }
        return new Line(slope, offset);
    }

    /// The split-conformal quantile of |ratio - expected| / deviation: covers 90 % of new deals like these.
    private static double ratioWidth(List<Case> cases) {
        double[] scores = cases.stream()
                .filter(c -> !Double.isNaN(c.ratio()))
                .mapToDouble(c ->
                        Math.abs(c.ratio() - c.output().ratio()) / c.output().deviation())
                .sorted()
                .toArray();
        if (scores.length == 0) {
            return 2;
        }
        int rank = (int) Math.ceil(0.9 * (scores.length + 1));
        return scores[Math.min(rank, scores.length) - 1];
    }

    /// How far a merchant's true log-odds lie from the predicted ones, from how much more the outcomes of one merchant
    /// agree with each other than the predictions explain. Only deals of neighbouring weeks are paired: what the
    /// model does not see of a merchant changes with time. A band with few pairs leans on all cases together.
    private static List<Double> spreads(List<Case> cases, Line line) {
        List<Pair> all = pairs(cases, line);
        double overall = all.isEmpty() ? 0.5 : spread(all);
        List<Double> spreads = new ArrayList<>();
        for (int band = 0; band < 3; band++) {
            int wanted = band;
            List<Pair> inBand =
                    all.stream().filter(pair -> pair.band() == wanted).toList();
            double weight = inBand.size() / (inBand.size() + PRIOR_PAIRS);
            spreads.add(weight == 0 ? overall : weight * spread(inBand) + (1 - weight) * overall);
        }
        return spreads;
    }

    /// Two deals of one merchant.
    ///
    /// @param logit     mean of their calibrated log-odds
    /// @param agreement product of their residuals, -1..1
    private record Pair(double logit, double agreement, int band) {}

    private static List<Pair> pairs(List<Case> cases, Line line) {
        List<Pair> pairs = new ArrayList<>();
        for (List<Case> same :
                cases.stream().collect(Collectors.groupingBy(Case::merchantId)).values()) {
            for (int i = 0; i < same.size(); i++) {
                Case a = same.get(i);
                for (int j = i + 1; j < same.size() && same.get(j).day() - a.day() <= PAIR_DAYS; j++) {
                    Case b = same.get(j);
                    double logit =
                            (line.at(a.output().adjusted()) + line.at(b.output().adjusted())) / 2;
                    pairs.add(new Pair(logit, residual(a, line) * residual(b, line), Calibration.band(a.knownDeals())));
                }
            }
        }
        return pairs;
    }

    private static double residual(Case c, Line line) {
        return (c.success() ? 1 : 0) - line.probability(c.output().adjusted());
    }

    /// The spread at which normally distributed hidden log-odds would make pairs agree as much as these do, by
    /// bisection.
    private static double spread(List<Pair> pairs) {
        double observed = pairs.stream().mapToDouble(Pair::agreement).average().orElse(0);
        double low = SMALLEST_SPREAD;
        double high = LARGEST_SPREAD;
        for (int step = 0; step < 30; step++) {
            double middle = (low + high) / 2;
            double expected = pairs.stream()
                    .mapToDouble(pair -> variance(pair.logit(), middle))
                    .average()
                    .orElse(0);
            if (expected < observed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Variance of the true probability around its mean, by a sum over normal deviates.
    private static double variance(double marginal, double spread) {
        double centre = Calibration.centre(marginal, spread);
        double weights = 0;
        double mean = 0;
        double square = 0;
        for (double z = -4; z <= 4; z += 0.5) {
            double weight = Math.exp(-z * z / 2);
            double p = Calibration.sigmoid(centre + spread * z);
            weights += weight;
            mean += weight * p;
            square += weight * p * p;
        }
        mean /= weights;
        return square / weights - mean * mean;
    }
}
