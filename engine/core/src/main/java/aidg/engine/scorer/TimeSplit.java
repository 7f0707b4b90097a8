package aidg.engine.scorer;

import aidg.engine.domain.Deal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Which deals a model learns from, is tuned on and is tested on: by time, never at random. A deal belongs to the
/// earlier part only if its outcome was known before the later part begins, so at least 30 days lie between them. [B2]
///
/// @param tuneFrom first proposals of the tuning months (early stopping, calibration)
/// @param testFrom first proposals of the test months
/// @param asOf     day of the snapshot; what was not known by then has no label
public record TimeSplit(LocalDate tuneFrom, LocalDate testFrom, LocalDate asOf) {

    private static final double TUNE_AT = 0.68;
    private static final double TEST_AT = 0.82;

    /// What a deal is used for.
    public enum Part {
        TRAIN,
        TUNE,
        TEST,
        /// Its outcome was not known in time, or is not known at all.
        UNUSED
    }

    /// Cuts at 68 % and 82 % of the deals with a known outcome, in the order of proposal.
    ///
    /// @throws IllegalArgumentException if there are too few known deals to learn from
    public static TimeSplit of(List<Deal> deals, LocalDate asOf) {
        List<LocalDate> days = deals.stream()
                .filter(deal -> deal.succeededOn(asOf) != null)
                .map(Deal::proposedOn)
                .sorted()
                .toList();
        if (days.size() < 100) {
            throw new IllegalArgumentException(
                    "only %d deals have a known outcome; training needs at least 100".formatted(days.size()));
        }
        TimeSplit split = new TimeSplit(
                days.get((int) (days.size() * TUNE_AT)), days.get((int) (days.size() * TEST_AT)), asOf);
        for (Part part : List.of(Part.TRAIN, Part.TUNE, Part.TEST)) {
            if (deals.stream().noneMatch(deal -> split.part(deal) == part)) {
                throw new IllegalArgumentException(
                        "the history is too short: no deal is left to %s on after the 30 days that outcomes take"
                                .formatted(part.name().toLowerCase(Locale.ROOT)));
            }
        }
        return split;
    }

    public Part part(Deal deal) {
        if (deal.succeededOn(asOf) == null) {
            return Part.UNUSED;
        }
        if (!deal.proposedOn().isBefore(testFrom)) {
            return Part.TEST;
        }
        if (!deal.knownOn().isBefore(testFrom)) {
            return Part.UNUSED;
        }
        if (!deal.proposedOn().isBefore(tuneFrom)) {
            return Part.TUNE;
        }
        return deal.knownOn().isBefore(tuneFrom) ? Part.TRAIN : Part.UNUSED;
    }
}
