package aidg.engine.scorer;

import aidg.engine.domain.Deal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// Which deals a model learns from, is tuned on and is tested on: by time, never at random. A deal belongs to
/// the earlier part only if its outcome was known before the later part begins, so at least 30 days lie between
/// them. [B2]
///
/// @param tuneFrom first proposals of the tuning months (early stopping, calibration)
/// @param testFrom first proposals of the test months
/// @param asOf     day of the snapshot; what was not known by then has no label
public record TimeSplit(LocalDate tuneFrom, LocalDate testFrom, LocalDate asOf) {

    private static final double TUNE_AT = 0.68;
    private static final double TEST_AT = 0.82;
    private static final double EARLIEST_TUNE_AT = 0.3;
    private static final double STEP = 0.02;

    /// Least share of the known deals to tune on.
    private static final double LEAST_TUNE = 0.06;

    /// What a deal is used for.
    public enum Part {
        TRAIN,
        TUNE,
        TEST,
        /// Its outcome was not known in time, or is not known at all.
        UNUSED
    }

    /// Tests on the last 18 % of the deals with a known outcome, in the order of proposal, and tunes from 68 %
    /// on; in a history so short that hardly any of those were known before the test begins, from earlier on.
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
        LocalDate testFrom = days.get((int) (days.size() * TEST_AT));
        for (double tuneAt = TUNE_AT; tuneAt >= EARLIEST_TUNE_AT; tuneAt -= STEP) {
            TimeSplit split = new TimeSplit(days.get((int) (days.size() * tuneAt)), testFrom, asOf);
            if (split.count(deals, Part.TUNE) >= LEAST_TUNE * days.size()) {
                return split.withEveryPart(deals);
            }
        }
        throw new IllegalArgumentException(
                "the history is too short: after the 30 days that outcomes take, too few deals"
                        + " are left to tune on; training needs about four months");
    }

    private long count(List<Deal> deals, Part part) {
        return deals.stream().filter(deal -> part(deal) == part).count();
    }

    private TimeSplit withEveryPart(List<Deal> deals) {
        for (Part part : List.of(Part.TRAIN, Part.TUNE, Part.TEST)) {
            if (count(deals, part) == 0) {
                throw new IllegalArgumentException(
                        "the history is too short: no deal is left to %s on after the 30 days that outcomes take"
                                .formatted(part.name().toLowerCase(Locale.ROOT)));
            }
        }
        return this;
    }

    /// What a deal is used for, by the day of its proposal: `TRAIN` before `tuneFrom`, `TUNE` before
    /// `testFrom`, `TEST` from then on. `UNUSED` if its outcome is not known on `asOf`, or if it became known
    /// (`Deal.knownOn`, 30 days after the start of a deal that ran) only when the next part had begun. Never
    /// fails. [B2]
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
