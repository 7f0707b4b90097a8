package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import java.util.ArrayList;
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

    @Test
    void changesAreCountedByTheDiscountThatWasProposedWithFortyPercentBelowTheLastBand() {
        List<Double> discounts = List.of(0.05, 0.2, 0.3, 0.4, 0.401, 0.6);
        List<Deal> deals = new ArrayList<>();
        List<DealOverride> changes = new ArrayList<>();
        for (double discount : discounts) {
            Deal deal = SmallMarket.deal("d" + discount, "m", SmallMarket.AS_OF.minusDays(90), 1500.0);
            deals.add(new Deal(
                    deal.id(),
                    deal.merchantId(),
                    deal.title(),
                    SmallMarket.terms(discount, 20, 14, "restaurant"),
                    deal.proposedOn(),
                    deal.startsOn(),
                    deal.approved(),
                    deal.outcome(),
                    deal.baselineGp30()));
            double brought = deal.baselineGp30().amount() + (discount > 0.4 ? 0 : -1);
            changes.add(change("o" + discount, deal.id(), "m", "Ana", OverrideReason.DISCOUNT_TOO_DEEP, brought));
        }
        changes.add(change("stopped", "d0.6", "m", "Ana", OverrideReason.OTHER, null));

        CalibrationMirror mirror = CalibrationMirror.of(
                SmallMarket.with(
                        SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of()),
                        deals,
                        changes,
                        List.of()),
                "Ana");

        assertThat(mirror.bands())
                .extracting(band -> "%d-%d: %d of %d"
                        .formatted(
                                band.over(),
                                band.upTo(),
                                band.part().right(),
                                band.part().known()))
                .containsExactly("0-20: 0 of 2", "20-30: 0 of 1", "30-40: 0 of 1", "40-100: 2 of 2");
    }
}
