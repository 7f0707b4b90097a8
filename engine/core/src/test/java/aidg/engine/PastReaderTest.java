package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.PastAttention.Reading;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.encoder.EventAttention;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.MerchantEvents;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Shares of attention beside the deals and overrides that they belong to, on attention made by hand. [EXP-1]
class PastReaderTest {

    private static final LocalDate TODAY = SmallMarket.AS_OF;
    private static final Marketplace MARKET = market();
    private static final HistoryWindow WINDOW = HistoryWindow.latest(
            MerchantEvents.of(MARKET, "m", new EventScaling(List.of(), Map.of())), TODAY.toEpochDay() + 1);

    /// What went out in the place of `old` is known to have brought 1,500; `new` was stopped.
    private static Marketplace market() {
        List<Deal> deals = List.of(
                SmallMarket.deal("old", "m", TODAY.minusDays(90), null),
                SmallMarket.deal("new", "m", TODAY.minusDays(20), null));
        List<DealOverride> overrides = List.of(
                new DealOverride(
                        "o1",
                        "old",
                        "m",
                        "eve",
                        TODAY.minusDays(90),
                        OverrideReason.PRICE_TOO_HIGH,
                        SmallMarket.terms(0.3, 15, 14, "restaurant"),
                        Money.of(1500)),
                new DealOverride("o2", "new", "m", "eve", TODAY.minusDays(20), OverrideReason.NO_CAPACITY, null, null));
        return SmallMarket.with(
                SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of()), deals, overrides, List.of());
    }

    /// Two heads that look from everywhere alike: at the start, the first override, its outcome, the second.
    private static PastAttention overrides(float... shares) {
        float[][] rows = {shares, shares, shares, shares};
        float[][][] heads = {rows, rows};
        List<PastAttention> pasts = new PastReader(MARKET, "m", WINDOW).read(new EventAttention(heads, heads, heads));
        return pasts.getLast();
    }

    @Test
    void anOverrideThatStandsTwiceInTheHistoryHasBothShares() {
        PastAttention past = overrides(0.1f, 0.3f, 0.15f, 0.45f);
        Reading reading = past.readings().getFirst();

        assertThat(past.events().stream().map(event -> event.deal().id())).containsExactly("new", "old");
        assertThat(past.words()).isEqualTo("2 overrides");
        assertThat(reading.mean().getFirst()).isCloseTo(0.5, offset(1e-6));
        assertThat(reading.mean().getLast()).isCloseTo(0.5, offset(1e-6));
        assertThat(reading.idle())
                .hasSize(2)
                .allSatisfy(share -> assertThat(share).isCloseTo(0.1, offset(1e-6)));
        assertThat(reading.even())
                .as("the second override got thrice the outcome's")
                .isFalse();
    }

    @Test
    void attentionThatFavoursNothingSaysSo() {
        Reading reading = overrides(0.1f, 0.3f, 0.28f, 0.32f).readings().getFirst();

        assertThat(reading.even()).isTrue();
        assertThat(reading.mean().getLast()).isCloseTo(0.58 / 0.9, offset(1e-6));
    }

    @Test
    void whatAChangedDealBroughtIsToldAgainstItsBaseline() {
        PastAttention past = overrides(0.1f, 0.3f, 0.15f, 0.45f);

        assertThat(past.events().getLast().gp30()).isEqualTo(Money.of(1500));
        assertThat(past.events().getLast().overBaseline()).isEqualTo(0.5);
        assertThat(past.events().getFirst().overBaseline()).isNull();
    }
}
