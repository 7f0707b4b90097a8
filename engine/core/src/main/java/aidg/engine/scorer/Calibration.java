package aidg.engine.scorer;

import aidg.engine.domain.Interval;
import java.util.List;

/// Turns raw outputs into probabilities that mean what they say, and says how sure it is. Fitted on months that the
/// network did not learn from.
///
/// @param success      slope and offset on the adjusted log-odds (Platt 1999)
/// @param approval     likewise for the approval
/// @param reach        likewise for reaching the baseline
/// @param ratioWidth   how many expected deviations a 90 % interval of the GP30 ratio reaches to either side: the
///                     conformal quantile (Vovk et al. 2005, split conformal)
/// @param logitSpread  deviation of a merchant's true log-odds around the predicted ones, for merchants with little
///                     and with much history: `[fewer than 10 known deals, 10 to 29, 30 and more]`
public record Calibration(Line success, Line approval, Line reach, double ratioWidth, List<Double> logitSpread) {

    /// Two-sided 90 % of a normal distribution.
    private static final double Z90 = 1.6448536269514722;

    public Calibration {
        logitSpread = List.copyOf(logitSpread);
        if (logitSpread.size() != 3) {
            throw new IllegalArgumentException("needs three spreads, got " + logitSpread);
        }
    }

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

    /// 90 % interval of the true probability for a merchant with `knownDeals` known deals. The score is the mean over
    /// what the model does not see, so it lies nearer to one half than the middle of the interval.
    public Interval interval(double adjusted, int knownDeals) {
        double spread = logitSpread.get(band(knownDeals));
        double middle = centre(success.at(adjusted), spread);
        double score = success.probability(adjusted);
        return new Interval(
                Math.min(score, sigmoid(middle - Z90 * spread)), Math.max(score, sigmoid(middle + Z90 * spread)));
    }

    /// Middle of the normally distributed log-odds whose mean probability has the log-odds `marginal` (MacKay 1992).
    static double centre(double marginal, double spread) {
        return marginal * Math.sqrt(1 + Math.PI * spread * spread / 8);
    }

    /// Fits the line from log-odds to log-odds that makes probabilities match `labels` (0 or 1). (Platt 1999)
    public static Line platt(double[] logits, double[] labels) {
        return CalibrationFit.platt(logits, labels);
    }

    static int band(int knownDeals) {
        return knownDeals < 10 ? 0 : knownDeals < 30 ? 1 : 2;
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
