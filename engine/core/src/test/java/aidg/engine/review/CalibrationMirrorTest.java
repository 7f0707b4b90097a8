package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CalibrationMirrorTest {

    private static final DealTerms TERMS = SmallMarket.terms(0.2, 20, 14, "restaurant");

    private static DealOverride change(
            String id, String deal, String merchant, String manager, OverrideReason reason, @Nullable Double gp30) {
        return new DealOverride(
                id,
                deal,
                merchant,
                manager,
                SmallMarket.AS_OF.minusDays(60),
                reason,
                gp30 == null ? null : TERMS,
                gp30 == null ? null : Money.of(gp30));
    }

    @Test
    void aManagerSeesWhatBecameOfOwnDecisionsOnly() {
        Deal good = SmallMarket.deal("good", "m", SmallMarket.AS_OF.minusDays(90), 1500.0);
        Deal poor = SmallMarket.deal("poor", "m", SmallMarket.AS_OF.minusDays(80), 10.0);
        Deal young = SmallMarket.deal("young", "m", SmallMarket.AS_OF.minusDays(5), 1500.0);
        Deal others = SmallMarket.deal("others", "n", SmallMarket.AS_OF.minusDays(90), 1500.0);
        double over = good.baselineGp30().amount() + 1;
        double under = good.baselineGp30().amount() - 1;
        Marketplace market = SmallMarket.with(
                SmallMarket.of(List.of(SmallMarket.merchant("m"), SmallMarket.merchant("n")), List.of(), List.of()),
                List.of(good, poor, young, others),
                List.of(
                        change("o1", "good", "m", "Ana", OverrideReason.DISCOUNT_TOO_DEEP, over),
                        change("o2", "good", "m", "Ana", OverrideReason.DISCOUNT_TOO_DEEP, under),
                        change("o3", "poor", "m", "Ana", OverrideReason.BAD_TIMING, null),
                        change("o4", "others", "n", "Ben", OverrideReason.PRICE_TOO_LOW, over)),
                List.of());

        CalibrationMirror mirror = CalibrationMirror.of(market, "Ana");

        assertThat(mirror.approved().known()).isEqualTo(2);
        assertThat(mirror.approved().right()).isEqualTo(1);
        assertThat(mirror.changed().known()).isEqualTo(2);
        assertThat(mirror.changed().share()).isEqualTo(0.5);
        assertThat(mirror.stopped()).isEqualTo(1);
        assertThat(mirror.groups())
                .extracting(CalibrationMirror.Group::reason)
                .containsExactly(OverrideReason.DISCOUNT_TOO_DEEP);
        assertThat(CalibrationMirror.managers(market)).containsExactly("Ana", "Ben");
    }
}
