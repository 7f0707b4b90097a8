package aidg.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/// What was not known on a day cannot be seen in the rows of that day. [B2]
class LeakTest {

    private final Marketplace market = SmallMarket.generated().marketplace();

    private LocalDate dayAt(double share) {
        return market.deals().get((int) (market.deals().size() * share)).proposedOn();
    }

    private static List<float[]> rows(Marketplace marketplace, FeatureFit fit) {
        return FeatureTable.of(marketplace, fit, Progress.SILENT).rows();
    }

    /// Everything that came to be known on `day` or later turns into something else.
    private Marketplace otherFuture(LocalDate day) {
        List<Deal> deals =
                market.deals().stream().map(deal -> otherFuture(deal, day)).toList();
        List<DealOverride> overrides = market.overrides().stream()
                .filter(override ->
                        override.madeOn().isBefore(day) || override.id().hashCode() % 3 != 0)
                .map(override -> override.madeOn().isBefore(day) ? override : other(override))
                .toList();
        List<Note> notes = new ArrayList<>();
        for (Note note : market.notes()) {
            if (note.writtenOn().isBefore(day)) {
                notes.add(note);
            } else {
                notes.add(new Note(
                        note.id(), note.merchantId(), note.managerId(), note.writtenOn(), "closing down, angry"));
                notes.add(new Note(note.id() + "b", note.merchantId(), "eve", note.writtenOn(), "full every night"));
            }
        }
        return SmallMarket.with(market, deals, overrides, notes);
    }

    private static DealOverride other(DealOverride override) {
        return new DealOverride(
                override.id(),
                override.dealId(),
                override.merchantId(),
                "eve",
                override.madeOn(),
                override.reason() == OverrideReason.OTHER ? OverrideReason.BAD_TIMING : OverrideReason.OTHER,
                override.newTerms() == null ? SmallMarket.terms(0.9, 3, 300, "spa") : null,
                null);
    }

    private static Deal otherFuture(Deal deal, LocalDate day) {
        if (deal.knownOn().isBefore(day)) {
            return deal;
        }
        boolean undecided = !deal.proposedOn().isBefore(day);
        boolean approved = undecided != deal.approved();
        DealTerms terms = deal.proposedOn().isAfter(day)
                ? new DealTerms(
                        new Discount(0.77), Money.of(3), 200, deal.terms().category())
                : deal.terms();
        DealOutcome outcome = deal.outcome();
        boolean low = outcome == null || outcome.gp30().compareTo(deal.baselineGp30()) < 0;
        return new Deal(
                deal.id(),
                deal.merchantId(),
                deal.title(),
                terms,
                deal.proposedOn(),
                deal.startsOn(),
                approved,
                approved ? new DealOutcome(7, 7, low ? Money.of(9_999_999) : Money.of(-5000)) : null,
                deal.baselineGp30());
    }

    private void assertRowsUntilAreEqual(LocalDate day) {
        FeatureFit fit = FeatureFit.learn(market, day);
        Marketplace other = otherFuture(day);
        List<float[]> before = rows(market, fit);
        List<float[]> after = rows(other, fit);
        int changed = 0;
        for (int i = 0; i < before.size(); i++) {
            boolean equal = Arrays.equals(before.get(i), after.get(i));
            if (market.deals().get(i).proposedOn().isAfter(day)) {
                changed += equal ? 0 : 1;
            } else {
                assertThat(equal)
                        .as(
                                "row of %s of %s with another future from %s",
                                market.deals().get(i).id(),
                                market.deals().get(i).proposedOn(),
                                day)
                        .isTrue();
            }
        }
        assertThat(changed).as("later rows that show the other future").isPositive();
    }

    @Test
    void rowsOfADayDoNotDependOnWhatBecameKnownThatDayOrLater() {
        assertRowsUntilAreEqual(dayAt(0.3));
        assertRowsUntilAreEqual(dayAt(0.5));
        assertRowsUntilAreEqual(dayAt(0.8));
    }

    /// All that a fit holds, as text.
    private static String learned(Marketplace marketplace, LocalDate day) {
        return new ObjectMapper().writeValueAsString(FeatureFit.learn(marketplace, day));
    }

    @Test
    void whatTheFeaturesLearnDoesNotDependOnTheFuture() {
        LocalDate day = dayAt(0.6);

        assertThat(learned(otherFuture(day), day)).isEqualTo(learned(market, day));
        assertThat(learned(otherFuture(dayAt(0.1)), day)).isNotEqualTo(learned(market, day));
    }

    @Test
    void anOutcomeIsSeenFromTheDayAfterItIsKnown() {
        LocalDate start = SmallMarket.AS_OF.minusDays(100);
        Marketplace good = later(start, 1500.0);
        Marketplace bad = later(start, 500.0);
        FeatureFit fit = FeatureFit.learn(good, start);
        List<float[]> afterGood = rows(good, fit);
        List<float[]> afterBad = rows(bad, fit);

        assertThat(afterGood.get(1)).as("29 days on").isEqualTo(afterBad.get(1));
        assertThat(afterGood.get(2)).as("30 days on").isEqualTo(afterBad.get(2));
        assertThat(afterGood.get(3)).as("31 days on").isNotEqualTo(afterBad.get(3));
    }

    private static Marketplace later(LocalDate start, double gp30) {
        return SmallMarket.of(
                List.of(SmallMarket.merchant("m")),
                List.of(
                        SmallMarket.deal("a", "m", start, gp30),
                        SmallMarket.deal("b", "m", start.plusDays(29), 1000.0),
                        SmallMarket.deal("c", "m", start.plusDays(30), 1000.0),
                        SmallMarket.deal("d", "m", start.plusDays(31), 1000.0)),
                List.of());
    }
}
