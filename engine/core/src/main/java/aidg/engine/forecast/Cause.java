package aidg.engine.forecast;

import java.util.Locale;

/// What the forecast of a deal differs by from another's. Where a token of facts is about the same, a cause carries
/// its name.
public enum Cause {
    /// How far the discount lies from what is right for the merchant.
    DISCOUNT,
    /// How far the list price does.
    PRICE,
    /// How far the length of the run does.
    DURATION,
    /// The category that it is sold in, and the merchant's own.
    CATEGORY,
    /// The time of the year.
    SEASON,
    /// Earlier runs that customers have not forgotten.
    FATIGUE,
    /// Deals of others at the same time, and how many sell the same nearby.
    COMPETITION,
    /// City and area, and how the trade fares there at present.
    PLACE,
    /// What the merchant's customers are like: what they answer, what is right for them, what a sale costs.
    NATURE,
    /// How the merchant does at present, and what notes announce.
    STATE,
    /// The baseline to reach, against the merchant's usual one.
    BASELINE,
    /// How often merchant and manager override, and what was learned from that.
    OVERRIDES;

    /// The name of the part of an explanation: `discount`.
    public String feature() {
        return name().toLowerCase(Locale.ROOT);
    }
}
