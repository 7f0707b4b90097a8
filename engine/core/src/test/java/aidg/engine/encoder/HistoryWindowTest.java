package aidg.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.encoder.HistoryWindow.Group;
import aidg.engine.encoder.HistoryWindow.Look;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is seen of a merchant's history from a day. [PER-3] [PER-4] [PER-7] [B2]
class HistoryWindowTest {

    private static final LocalDate START = SmallMarket.AS_OF.minusDays(1000);
    private static final EventScaling SCALING = new EventScaling(
            List.of(SmallMarket.merchant("m").category()), Map.of("*", new EventScaling.Usual(3, -2, 1)));

    /// Deals every ten days, each third one not let out.
    private static MerchantEvents events(int deals) {
        List<Deal> all = new ArrayList<>();
        for (int i = 0; i < deals; i++) {
            Double gp30 = i % 3 == 2 ? null : i % 3 == 0 ? Double.valueOf(1500) : Double.valueOf(500);
            all.add(SmallMarket.deal("d%03d".formatted(i), "m", START.plusDays(10L * i), gp30));
        }
        Marketplace market = SmallMarket.of(List.of(SmallMarket.merchant("m")), all, List.of());
        return MerchantEvents.of(market, "m", SCALING);
    }

    private static HistoryWindow whole(MerchantEvents events) {
        return HistoryWindow.of(events, 0, events.deals(), List.of());
    }

    private static long day(int after) {
        return START.plusDays(after).toEpochDay();
    }

    @Test
    void aDealThatRanIsThereOnceWithoutAndOnceWithItsOutcome() {
        List<MerchantEvents.Event> events = events(1).events();

        assertThat(events)
                .extracting(MerchantEvents.Event::kind)
                .containsExactly(EventKind.APPROVED, EventKind.OUTCOME);
        assertThat(events).extracting(MerchantEvents.Event::day).containsExactly(day(0), day(30));
        float[] decided = events.getFirst().dealToken();
        float[] known = events.getLast().dealToken();
        assertThat(decided).hasSize(24);
        assertThat(decided[23]).as("gross profit").isZero();
        assertThat(decided[22]).as("redemption rate").isZero();
        assertThat(known[23]).isCloseTo(0.5f, offset(1e-6f));
        assertThat(known[22]).isNotZero();
        assertThat(events.getFirst().eventToken()).hasSize(64);
    }

    @Test
    void whatBecomesKnownOnADayIsSeenFromTheNext() {
        HistoryWindow window = whole(events(1));

        assertThat(window.known(day(0))).isZero();
        assertThat(window.known(day(1))).isEqualTo(1);
        assertThat(window.known(day(30))).isEqualTo(1);
        assertThat(window.known(day(31))).isEqualTo(2);
    }

    @Test
    void aDecisionIsReplacedOnceItsOutcomeIsKnown() {
        HistoryWindow window = whole(events(1));

        assertThat(window.replaced(0, 1)).isFalse();
        assertThat(window.replaced(0, 2)).isTrue();
        assertThat(window.replaced(1, 2)).isFalse();
    }

    @Test
    void averagesCountWhatBelongsAndNewerDealsMore() {
        HistoryWindow window = whole(events(7));
        float[] reached = new float[window.events().size()];
        float[] running = new float[window.events().size()];
        window.average(Group.REACHED, day(65), reached, 0);
        window.average(Group.RUNNING, day(65), running, 0);

        List<Integer> counted = IntStream.range(0, reached.length)
                .filter(i -> reached[i] > 0)
                .boxed()
                .toList();
        assertThat(counted)
                .hasSize(2)
                .allMatch(i -> Boolean.TRUE.equals(window.events().get(i).success()));
        assertThat(reached[counted.get(1)]).isGreaterThan(reached[counted.get(0)]);
        assertThat(reached[counted.get(0)] + reached[counted.get(1)]).isCloseTo(1, offset(1e-6f));
        assertThat(IntStream.range(0, running.length)
                        .filter(i -> running[i] > 0)
                        .count())
                .as("deals 4 and 6 went out and are not known yet")
                .isEqualTo(2);
    }

    @Test
    void everyLookIsInOneWindowWithTheDealsBeforeIt() {
        MerchantEvents events = events(130);
        List<Look> looks = new ArrayList<>();
        List<Integer> deals = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            looks.add(new Look(i, day(10 * i)));
            deals.add(i);
        }

        List<HistoryWindow> windows = HistoryWindow.cut(events, looks, deals);

        assertThat(windows.stream().flatMap(w -> w.looks().stream()).map(Look::example))
                .containsExactlyInAnyOrderElementsOf(deals);
        for (HistoryWindow window : windows) {
            int first = window.events().getFirst().deal();
            assertThat(window.events()).allMatch(event -> event.deal() < first + EncoderDimensions.DEALS);
            assertThat(window.looks())
                    .allMatch(look -> look.example() >= first && (first == 0 || look.example() >= first + 25));
        }
    }

    @Test
    void theLatestWindowHoldsTheLastFiftyDeals() {
        HistoryWindow window = HistoryWindow.latest(events(80), day(2000));

        assertThat(window.events().stream().map(MerchantEvents.Event::deal).distinct())
                .hasSize(EncoderDimensions.DEALS)
                .contains(79)
                .doesNotContain(29);
    }

    @Test
    void aMerchantWithoutDealsHasAnEmptyWindow() {
        HistoryWindow window = HistoryWindow.latest(events(0), day(0));

        assertThat(window.events()).isEmpty();
        assertThat(window.known(day(0))).isZero();
    }
}
