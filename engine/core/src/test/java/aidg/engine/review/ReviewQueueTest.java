package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.ScoredDeal;
import aidg.engine.SmallMarket;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewQueueTest {

    private static final DealTerms USUAL = SmallMarket.terms(0.3, 20, 14, "restaurant");
    private static final GuardVerdict VALID = new GuardVerdict(true, "Valid", List.of());

    private final Marketplace market = SmallMarket.of(
            List.of(SmallMarket.merchant("cold"), SmallMarket.merchant("m")),
            List.of(SmallMarket.deal("d", "m", SmallMarket.AS_OF.minusDays(90), 1500.0)),
            List.of());
    private final ReviewQueue queue = new ReviewQueue(market);

    private static ScoredDeal scored(
            Proposal proposal, double gp30, double width, double approval, GuardVerdict guard) {
        return SmallMarket.scored(
                proposal,
                new Interval(0.5 - width / 2, 0.5 + width / 2),
                approval,
                new MoneyRange(Money.of(gp30 - 10), Money.of(gp30 + 10)),
                guard);
    }

    private static ScoredDeal scored(String id, double gp30, double width, double approval) {
        return scored(SmallMarket.proposal(id, "m", USUAL), gp30, width, approval, VALID);
    }

    private String reason(String merchantId, DealTerms terms, double gp30, double width, GuardVerdict guard) {
        return queue.item(scored(SmallMarket.proposal("p", merchantId, terms), gp30, width, 0.9, guard))
                .reason();
    }

    @Test
    void theValueOfALookIsStakeTimesUncertaintyTimesOverrideChance() {
        ReviewItem item = queue.item(scored("p", 1000, 0.4, 0.75));

        assertThat(item.value().worth()).isEqualTo(Money.of(100));
        assertThat(item.merchant().id()).isEqualTo("m");
        assertThat(item.city()).isEqualTo(SmallMarket.CITY);
    }

    @Test
    void aThreateningLossIsWorthAsMuchAsAGain() {
        assertThat(queue.item(scored("p", -1000, 0.4, 0.75)).value().worth()).isEqualTo(Money.of(100));
    }

    @Test
    void theQueueFallsWithTheValueAndEqualValuesAreInTheOrderOfTheirIds() {
        List<ScoredDeal> deals = new ArrayList<>(List.of(
                scored("b", 1000, 0.2, 0.5),
                scored("d", 1000, 0.1, 0.5),
                scored("c", 9000, 0.2, 0.5),
                scored("a", 500, 0.4, 0.5)));

        List<String> order = ids(deals);

        assertThat(order).containsExactly("c", "a", "b", "d");
        assertThat(ids(deals.reversed())).isEqualTo(order);
    }

    private List<String> ids(List<ScoredDeal> deals) {
        return queue.rank(deals).stream()
                .map(item -> item.scored().proposal().id())
                .toList();
    }

    @Test
    void theReasonIsTheFirstThatApplies() {
        GuardVerdict refused = new GuardVerdict(false, "High-risk category", List.of());

        assertThat(reason("cold", USUAL, 1000, 0.9, refused)).isEqualTo("High-risk category");
        assertThat(reason("cold", USUAL, 1000, 0.9, VALID)).isEqualTo("First deal");
        assertThat(reason("m", SmallMarket.terms(0.39, 90, 99, "spa"), 1000, 0.9, VALID))
                .isEqualTo("Deeper than usual");
        assertThat(reason("m", SmallMarket.terms(0.37, 28, 99, "spa"), 1000, 0.9, VALID))
                .isEqualTo("Price off range");
        assertThat(reason("m", SmallMarket.terms(0.3, 12, 14, "spa"), 1000, 0.9, VALID))
                .isEqualTo("Price off range");
        assertThat(reason("m", SmallMarket.terms(0.3, 26, 26, "spa"), 1000, 0.9, VALID))
                .isEqualTo("Long run, 26 days");
        assertThat(reason("m", SmallMarket.terms(0.3, 26, 25, "spa"), 1000, 0.36, VALID))
                .isEqualTo("Wide interval");
        assertThat(reason("m", USUAL, 2001, 0.3, VALID)).isEqualTo("High stake");
        assertThat(reason("m", USUAL, 2000, 0.3, VALID)).isEqualTo("Routine");
    }
}
