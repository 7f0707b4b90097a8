package aidg.engine.encoder.text;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What notes are labelled with. [PER-8] [B2]
class NoteLabelsTest {

    private static final LocalDate CUTOFF = SmallMarket.AS_OF;
    private static final LocalDate NOTE = CUTOFF.minusDays(100);

    private static Deal with(Deal deal, @Nullable DealOutcome outcome) {
        return new Deal(
                deal.id(),
                deal.merchantId(),
                deal.title(),
                deal.terms(),
                deal.proposedOn(),
                deal.startsOn(),
                deal.approved(),
                outcome,
                deal.baselineGp30());
    }

    private static Deal deal(String id, LocalDate day, double gp30, int views) {
        return with(SmallMarket.deal(id, "m", day, gp30), new DealOutcome(views, 10, Money.of(gp30)));
    }

    /// One merchant: five usual deals long ago, then one after each of two notes.
    private static Marketplace market(Deal afterGood, Deal afterBad) {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            deals.add(deal("u" + i, NOTE.minusDays(300 + 40 * i), i % 2 == 0 ? 1200 : 800, 500));
        }
        deals.add(afterGood);
        deals.add(afterBad);
        Marketplace plain = SmallMarket.of(List.of(SmallMarket.merchant("m")), deals, List.of());
        Note good = new Note("n1", "m", "mm", NOTE.minusDays(60), "Busy.");
        Note bad = new Note("n2", "m", "mm", NOTE, "Empty.");
        return SmallMarket.with(plain, deals, List.of(), List.of(good, bad));
    }

    @Test
    void aNoteIsLabelledByTheDealsAfterIt() {
        Deal up = deal("a", NOTE.minusDays(50), 1500, 1500);
        Deal down = deal("b", NOTE.plusDays(10), 500, 100);

        List<LabelledText> labelled = NoteLabels.of(market(up, down), CUTOFF);

        assertThat(labelled).extracting(LabelledText::text).containsExactly("Busy.", "Empty.");
        assertThat(labelled.get(0).polarity()).isPositive();
        assertThat(labelled.get(1).polarity()).isNegative();
        assertThat(labelled.get(0).targets()).hasSize(NoteLabels.TARGETS);
        assertThat(labelled.get(1).targets()[0]).isNegative();
    }

    @Test
    void aNoteWithoutDealsInTheWeeksAfterItHasNoLabel() {
        Deal up = deal("a", NOTE.minusDays(50), 1500, 1500);
        Deal late = deal("b", NOTE.plusDays(45), 500, 100);

        assertThat(NoteLabels.of(market(up, late), CUTOFF))
                .extracting(LabelledText::text)
                .containsExactly("Busy.");
    }

    @Test
    void whatBecameKnownAfterTheCutoffChangesNoLabel() {
        Deal up = deal("a", NOTE.minusDays(50), 1500, 1500);
        Deal unripe = deal("b", CUTOFF.minusDays(29), 500, 100);
        List<LabelledText> before = NoteLabels.of(market(up, unripe), CUTOFF);

        List<LabelledText> after =
                NoteLabels.of(market(up, with(unripe, new DealOutcome(9000, 900, Money.of(9000)))), CUTOFF);

        assertThat(after).isEqualTo(before);
    }
}
