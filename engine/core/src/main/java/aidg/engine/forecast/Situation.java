package aidg.engine.forecast;

/// One deal in its circumstances: all that explains its sales except the merchant's hidden nature and state.
///
/// @param yearPart     middle of the 30 days from the start as a fraction of the year, 0..1
/// @param freshFatigue weariness of earlier runs that fades by `exp(-days / 15)`, see `Run`
/// @param longFatigue  the same, fading by `exp(-days / 45)`
/// @param rivals       log of 1 + deals of the same category running nearby
/// @param deeper       mean difference of their discounts to this one, shrunk by one rival with none
/// @param change       what notes say will change by then, see `NoteReader`
/// @param unusual      log of the baseline over the merchant's usual one; 0 unless both are positive
/// @param logNeeded    log of the sales at list price that the baseline amounts to; 0 without a positive
///                     baseline
record Situation(
        Backdrop backdrop,
        Offer offer,
        double yearPart,
        double freshFatigue,
        double longFatigue,
        double rivals,
        double deeper,
        double change,
        double unusual,
        double logNeeded) {

    boolean offCategory() {
        return !offer.category().equals(backdrop.ownCategory());
    }

    String group() {
        return backdrop.group(offer.category());
    }
}
