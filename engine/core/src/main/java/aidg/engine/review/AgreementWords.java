package aidg.engine.review;

import aidg.engine.domain.Interval;
import java.util.Locale;

/// How far two readers agree, in plain words. What the counts cannot carry is not said.
public final class AgreementWords {

    /// Fewer pairs are said to be too few. With this many an agreement of 80 % is known to within 15 points.
    public static final int LEAST = 20;

    private AgreementWords() {}

    /// One sentence on what came out: `You and Ben decided 35 of 50 alike, 70% (90%: 59 to 79%)`.
    public static String share(Agreement agreement, String other) {
        if (agreement.both() == 0) {
            return "You and %s have read nothing in common yet".formatted(other);
        }
        Interval share = agreement.sameShare();
        return "You and %s decided %d of %d alike, %s (90%%: %s)"
                .formatted(
                        other,
                        agreement.same(),
                        agreement.both(),
                        Plain.percent((double) agreement.same() / agreement.both()),
                        range(share));
    }

    private static String range(Interval interval) {
        return String.format(Locale.ROOT, "%.0f to %.0f%%", 100 * interval.low(), 100 * interval.high());
    }

    /// What that is worth beyond chance, and how sure it is, as one or two sentences.
    public static String beyondChance(Agreement agreement) {
        if (agreement.both() == 0) {
            return "There is nothing to say before both have read at least one proposal.";
        }
        if (Double.isNaN(agreement.kappa())) {
            return "You both decided every one of them the same way, so chance alone would agree as often: there is"
                    + " no telling from these what you agree on beyond it.";
        }
        String few = agreement.both() < LEAST
                ? "%s too few to name it; from %d on there is a word for it. "
                        .formatted(
                                agreement.both() == 1
                                        ? "One proposal is"
                                        : "%d proposals are".formatted(agreement.both()),
                                LEAST)
                : "Agreement beyond chance: %s. ".formatted(band(agreement.kappa()));
        return few + kappa(agreement);
    }

    private static String kappa(Agreement agreement) {
        if (!agreement.hasInterval()) {
            return String.format(
                    Locale.ROOT,
                    "Cohen's kappa is %s; it has no interval, because one can only be worked out where some are decided"
                            + " alike and some differently.",
                    signed(agreement.kappa()));
        }
        return "Cohen's kappa is %s, between %s and %s (90%% interval): 1 is full agreement, 0 what chance gives."
                .formatted(signed(agreement.kappa()), signed(agreement.kappaLow()), signed(agreement.kappaHigh()));
    }

    private static String signed(double kappa) {
        return String.format(Locale.ROOT, "%.2f", Math.abs(kappa))
                .transform(text -> kappa <= -0.005 ? "\u2212" + text : text);
    }

    /// The usual word for a kappa as it is written, to two decimals: `poor` under 0, `slight` to 0.20, `fair` to
    /// 0.40, `moderate` to 0.60, `substantial` to 0.80, `almost perfect` above (Landis & Koch 1977). It is a
    /// convention, no test.
    ///
    /// @param kappa -1..1
    public static String band(double kappa) {
        long hundredths = Math.round(100 * kappa);
        if (hundredths < 0) {
            return "poor";
        }
        if (hundredths <= 20) {
            return "slight";
        }
        if (hundredths <= 40) {
            return "fair";
        }
        if (hundredths <= 60) {
            return "moderate";
        }
        return hundredths <= 80 ? "substantial" : "almost perfect";
    }

    /// Where the word comes from.
    public static String convention() {
        return "The word is a convention (Landis and Koch 1977), no test: what is enough depends on what hangs on it.";
    }
}
