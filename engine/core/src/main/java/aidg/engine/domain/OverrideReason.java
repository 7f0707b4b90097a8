package aidg.engine.domain;

import java.util.Locale;

/// Why a merchant manager did not let a deal go out as proposed.
public enum OverrideReason {
    DISCOUNT_TOO_DEEP("Discount too deep"),
    DISCOUNT_TOO_SHALLOW("Discount too shallow"),
    PRICE_TOO_HIGH("Price too high"),
    PRICE_TOO_LOW("Price too low"),
    RUN_TOO_LONG("Runs too long"),
    RUN_TOO_SHORT("Runs too short"),
    WRONG_CATEGORY("Wrong category"),
    BAD_TIMING("Bad timing"),
    NO_CAPACITY("Merchant has no capacity"),
    MERCHANT_DECLINED("Merchant declined"),
    OTHER("Other");

    private final String words;

    OverrideReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// The code used in files: `discount_too_deep`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads `code()` in any case.
    ///
    /// @throws IllegalArgumentException naming the codes that exist
    public static OverrideReason of(String code) {
        for (OverrideReason reason : values()) {
            if (reason.code().equalsIgnoreCase(code.strip())) {
                return reason;
            }
        }
        throw new IllegalArgumentException("unknown override reason '%s'".formatted(code));
    }
}
