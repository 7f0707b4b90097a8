package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalRecordTest {

    private static final LocalDate TODAY = SmallMarket.AS_OF;
    private static final Category OWN = new Category("restaurant");

    private final List<Deal> deals = new ArrayList<>();
    private final List<DealOverride> overrides = new ArrayList<>();

    private void wentOut(int times, double discount) {
        for (int i = 0; i < times; i++) {
            deals.add(deal("out" + deals.size(), TODAY.minusDays(200 - i), discount, true));
        }
    }

    private void refused(OverrideReason reason, LocalDate day, double before, double after) {
        Deal deal = deal("no" + deals.size(), day, before, false);
        deals.add(deal);
        overrides.add(new DealOverride("o" + overrides.size(), deal.id(), "m", "mm", day, reason, terms(after), null));
    }

    private static DealTerms terms(double discount) {
        return SmallMarket.terms(discount, 20, 14, "restaurant");
    }

    private static Deal deal(String id, LocalDate day, double discount, boolean approved) {
        return new Deal(id, "m", "Dinner", terms(discount), day, day, approved, null, Money.of(1000));
    }

    private List<OverrideReason> reasons(double discount) {
        Proposal proposal = SmallMarket.proposal("p", "m", terms(discount));
        return new RefusalRecord(deals, overrides, TODAY)
                .fitting(proposal, OWN, 1).stream()
                        .map(fit -> fit.ground().reason())
                        .toList();
    }

    @Test
    void aDiscountIsTooDeepOnlyBeyondWhatWentOut() {
        wentOut(8, 0.25);
        refused(OverrideReason.DISCOUNT_TOO_DEEP, TODAY.minusDays(30), 0.45, 0.25);

        assertThat(reasons(0.40)).containsExactly(OverrideReason.DISCOUNT_TOO_DEEP);
        assertThat(reasons(0.25)).isEmpty();
        assertThat(reasons(0.10)).isEmpty();
    }

    @Test
    void itGivesWayToTheMiddleOfWhatWentOut() {
        wentOut(4, 0.2);
        wentOut(5, 0.3);
        refused(OverrideReason.DISCOUNT_TOO_DEEP, TODAY.minusDays(30), 0.5, 0.3);

        List<RefusalRecord.Fit> fits =
                new RefusalRecord(deals, overrides, TODAY).fitting(SmallMarket.proposal("p", "m", terms(0.45)), OWN, 1);

        assertThat(fits)
                .singleElement()
                .satisfies(fit -> assertThat(fit.settled()).isEqualTo(0.3));
    }

    @Test
    void whatWasSaidOftenAndLatelyComesFirst() {
        wentOut(8, 0.25);
        refused(OverrideReason.MERCHANT_DECLINED, TODAY.minusDays(300), 0.25, 0.25);
        refused(OverrideReason.MERCHANT_DECLINED, TODAY.minusDays(290), 0.25, 0.25);
        refused(OverrideReason.DISCOUNT_TOO_DEEP, TODAY.minusDays(5), 0.45, 0.25);

        assertThat(reasons(0.40)).containsExactly(OverrideReason.DISCOUNT_TOO_DEEP, OverrideReason.MERCHANT_DECLINED);
    }

    @Test
    void whatPassesIsForgottenAfterAYear() {
        refused(OverrideReason.NO_CAPACITY, TODAY.minusDays(400), 0.4, 0.3);
        refused(OverrideReason.OTHER, TODAY.minusDays(4), 0.4, 0.3);

        assertThat(reasons(0.40)).isEmpty();
    }

    @Test
    void badTimingSpeaksOfItsTimeOfTheYear() {
        refused(OverrideReason.BAD_TIMING, TODAY.minusDays(180), 0.4, 0.4);

        assertThat(reasons(0.40)).isEmpty();

        refused(OverrideReason.BAD_TIMING, TODAY.minusDays(350), 0.4, 0.4);

        assertThat(reasons(0.40)).containsExactly(OverrideReason.BAD_TIMING);
    }
}
