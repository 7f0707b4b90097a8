package aidg.engine.scorer;

import aidg.engine.scorer.Calibration.Line;
import java.util.Arrays;
import java.util.List;

/// Fits a `Calibration` to outputs and outcomes of the calibration months.
final class CalibrationFit {

    /// What happened to one deal and what the network said.
    ///
    /// @param approved   whether it went out
    /// @param ratio      gross profit over baseline, NaN if it did not run or has no positive baseline
    record Case(Scorer.Output output, boolean success, boolean approved, double ratio) {}

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
        return new Calibration(success, approval, reach, ratioWidth(cases));
    }

    /// Logistic regression on one variable by Newton's method, with the targets of Platt (1999), which keep it
    /// finite where the classes separate or one is absent.
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
}
