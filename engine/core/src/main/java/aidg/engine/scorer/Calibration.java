package aidg.engine.scorer;

import aidg.engine.domain.Interval;

/// Turns raw outputs into probabilities that mean what they say, and says how sure it is. Fitted on months that the
/// network did not learn from.
///
/// @param success      slope and offset on the adjusted log-odds (Platt 1999)
/// @param approval     likewise for the approval
/// @param reach        likewise for reaching the baseline
/// @param ratioWidth   how many expected deviations a 90 % interval of the GP30 ratio reaches to either side: the
///                     conformal quantile (Vovk et al. 2005, split conformal)
public record Calibration(Line success, Line approval, Line reach, double ratioWidth) {

    /// Two-sided 90 % of a normal distribution.
    private static final double Z90 = 1.6448536269514722;

    private static final double UNKNOWN_DOUBT = 0.5;
    private static final double SMALLEST_DOUBT = 0.05;

    /// A straight line on the log-odds scale, `slope * x + offset`.
    ///
    /// @param slope  under 1 where the network is too sure, over 1 where it is too timid; 1 changes nothing
    /// @param offset in log-odds; 0 changes nothing
    public record Line(double slope, double offset) {

        /// The calibrated log-odds (natural logarithm), unbounded; NaN only for NaN.
        ///
        /// @param logit what the network said, in log-odds
        public double at(double logit) {
            return slope * logit + offset;
        }

        /// The calibrated probability, 0..1.
        public double probability(double logit) {
            return sigmoid(at(logit));
        }
    }

    /// 90 % interval of the true probability. The score is the mean over what is not known, so it lies nearer
    /// to one half than the middle of the interval.
    ///
    /// @param doubt how unsure the forecast is of the deal, a standard deviation in log-odds; where it has
    ///              none, half a log-odds
    public Interval interval(double adjusted, double doubt) {
        double spread = Double.isFinite(doubt) ? Math.max(SMALLEST_DOUBT, doubt) : UNKNOWN_DOUBT;
        double middle = centre(success.at(adjusted), spread);
        double score = success.probability(adjusted);
        return new Interval(
                Math.min(score, sigmoid(middle - Z90 * spread)), Math.max(score, sigmoid(middle + Z90 * spread)));
    }

    /// Middle of the normally distributed log-odds whose mean probability has the log-odds `marginal` (MacKay
    /// 1992).
    static double centre(double marginal, double spread) {
        return marginal * Math.sqrt(1 + Math.PI * spread * spread / 8);
    }

    /// Fits the line from log-odds to log-odds that makes probabilities match `labels` (0 or 1). (Platt 1999)
    public static Line platt(double[] logits, double[] labels) {
        return CalibrationFit.platt(logits, labels);
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
