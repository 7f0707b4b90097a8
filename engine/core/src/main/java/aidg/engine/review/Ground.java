package aidg.engine.review;

import aidg.engine.domain.OverrideReason;
import aidg.engine.whatif.Term;
import org.jspecify.annotations.Nullable;

/// What a reason to override says about a proposal.
///
/// @param said      as it is heard on the phone
/// @param term      the term that gives way to it, null where none does
/// @param direction 1 where the term has to rise, -1 where it has to fall
record Ground(OverrideReason reason, String said, @Nullable Term term, int direction) {

    static Ground of(OverrideReason reason) {
        return switch (reason) {
            case DISCOUNT_TOO_DEEP -> new Ground(reason, "The discount is too deep", Term.DISCOUNT, -1);
            case DISCOUNT_TOO_SHALLOW ->
                new Ground(reason, "The discount is too small to draw anyone", Term.DISCOUNT, 1);
            case PRICE_TOO_HIGH -> new Ground(reason, "The price is too high", Term.PRICE, -1);
            case PRICE_TOO_LOW -> new Ground(reason, "The price is too low", Term.PRICE, 1);
            case RUN_TOO_LONG -> new Ground(reason, "It runs too long", Term.DURATION, -1);
            case RUN_TOO_SHORT -> new Ground(reason, "It runs too short", Term.DURATION, 1);
            case BAD_TIMING -> new Ground(reason, "The timing is bad", Term.DURATION, -1);
            case NO_CAPACITY -> new Ground(reason, "We have no room for more customers", Term.DISCOUNT, -1);
            case WRONG_CATEGORY -> new Ground(reason, "This is not what we sell", null, 0);
            case MERCHANT_DECLINED -> new Ground(reason, "We do not want a deal now", null, 0);
            case OTHER -> new Ground(reason, "Something else is wrong with it", null, 0);
        };
    }

    /// Why a proposal was changed, inside a sentence: `because the discount was too deep`.
    String because() {
        return switch (reason) {
            case DISCOUNT_TOO_DEEP -> "because the discount was too deep";
            case DISCOUNT_TOO_SHALLOW -> "because the discount was too small";
            case PRICE_TOO_HIGH -> "because the price was too high";
            case PRICE_TOO_LOW -> "because the price was too low";
            case RUN_TOO_LONG -> "because it ran too long";
            case RUN_TOO_SHORT -> "because it ran too short";
            case BAD_TIMING -> "for bad timing";
            case NO_CAPACITY -> "for lack of room";
            case WRONG_CATEGORY -> "for the wrong category";
            case MERCHANT_DECLINED -> "because the merchant did not want it";
            case OTHER -> "for other reasons";
        };
    }
}
