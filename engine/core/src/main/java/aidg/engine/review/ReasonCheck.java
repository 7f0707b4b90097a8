package aidg.engine.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.whatif.Term;

/// Whether new terms go the way that the reason for them says. The reason is learned from, so one that says the
/// opposite
/// of what was done does harm.
public final class ReasonCheck {

    private ReasonCheck() {}

    /// What contradicts what, as a sentence; empty if nothing does.
    public static String contradiction(OverrideReason reason, DealTerms before, DealTerms after) {
        return switch (reason) {
            case DISCOUNT_TOO_DEEP -> moved(reason, Term.DISCOUNT, before, after, 1, "deeper");
            case DISCOUNT_TOO_SHALLOW -> moved(reason, Term.DISCOUNT, before, after, -1, "shallower");
            case PRICE_TOO_HIGH -> moved(reason, Term.PRICE, before, after, 1, "higher");
            case PRICE_TOO_LOW -> moved(reason, Term.PRICE, before, after, -1, "lower");
            case RUN_TOO_LONG -> moved(reason, Term.DURATION, before, after, 1, "longer");
            case RUN_TOO_SHORT -> moved(reason, Term.DURATION, before, after, -1, "shorter");
            case WRONG_CATEGORY, BAD_TIMING, NO_CAPACITY, MERCHANT_DECLINED, OTHER -> "";
        };
    }

    private static String moved(
            OverrideReason reason, Term term, DealTerms before, DealTerms after, int wrongWay, String words) {
        double from = term.of(before);
        double to = term.of(after);
        return Math.signum(to - from) == wrongWay
                ? "The reason is '%s', but the new %s is %s: %s after %s."
                        .formatted(reason.words(), term.word(), words, term.said(to), term.said(from))
                : "";
    }
}
