package aidg.engine.encoder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The marketplace as a graph, and what may be in it. [PER-10] [B2]
class MarketplaceGraphTest {

    private static final LocalDate DAY = SmallMarket.AS_OF;

    private final Marketplace market = SmallMarket.generated().marketplace();

    private static Merchant merchant(String id, String category, double km) {
        Merchant like = SmallMarket.merchant(id);
        return new Merchant(
                id,
                like.name(),
                new Category(category),
                like.cityId(),
                "Old Town",
                new Position(41.9 + km / 111.2, -87.6),
                like.joinedOn(),
                like.baselineGp30());
    }

    /// Weight between a merchant and a deal, by their places; 0 if they are not linked.
    private static float weight(GraphSnapshot snapshot, int merchant, int deal) {
        Edges edges = snapshot.edges();
        int node = snapshot.merchants() + deal;
        return IntStream.range(edges.offsets()[merchant], edges.offsets()[merchant + 1])
                .filter(e -> edges.neighbours()[e] == node)
                .mapToObj(e -> edges.weights()[e])
                .findFirst()
                .orElse(0f);
    }

    @Test
    void merchantsAreLinkedToDealsOnly() {
        GraphSnapshot snapshot = MarketplaceGraph.at(market, market.asOf());
        Edges edges = snapshot.edges();

        assertThat(snapshot.merchantIds())
                .isEqualTo(market.merchants().stream().map(Merchant::id).toList());
        assertThat(snapshot.deals()).isPositive();
        for (int node = 0; node < edges.nodes(); node++) {
            for (int e = edges.offsets()[node]; e < edges.offsets()[node + 1]; e++) {
                assertThat(edges.neighbours()[e] < snapshot.merchants()).isEqualTo(node >= snapshot.merchants());
                assertThat(edges.weights()[e]).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void onlyDealsWhoseFateWasKnownBeforeTheDayAreNodes() {
        Marketplace three = SmallMarket.of(
                List.of(SmallMarket.merchant("m")),
                List.of(
                        SmallMarket.deal("known", "m", DAY.minusDays(31), 900.0),
                        SmallMarket.deal("today", "m", DAY.minusDays(30), 900.0),
                        SmallMarket.deal("stopped", "m", DAY.minusDays(2), null)),
                List.of());

        assertThat(MarketplaceGraph.at(three, DAY.minusDays(1)).deals()).isEqualTo(1);
        assertThat(MarketplaceGraph.at(three, DAY).deals()).isEqualTo(2);
        assertThat(MarketplaceGraph.at(three, DAY.plusDays(1)).deals()).isEqualTo(3);
    }

    @Test
    void closerRecentDealsOfTheSameTradeWeighMore() {
        Marketplace some = SmallMarket.of(
                List.of(
                        merchant("m", "restaurant", 0),
                        merchant("near", "restaurant", 0.5),
                        merchant("far", "restaurant", 3),
                        merchant("spa", "spa", 0.5),
                        merchant("elsewhere", "restaurant", 40)),
                List.of(
                        SmallMarket.deal("a", "m", DAY.minusDays(60), 900.0),
                        SmallMarket.deal("b", "near", DAY.minusDays(60), 900.0),
                        SmallMarket.deal("c", "near", DAY.minusDays(300), 900.0),
                        SmallMarket.deal("d", "far", DAY.minusDays(60), 900.0),
                        spaDeal("e", DAY.minusDays(60)),
                        SmallMarket.deal("f", "elsewhere", DAY.minusDays(60), 900.0)),
                List.of());
        GraphSnapshot snapshot = MarketplaceGraph.at(some, DAY);
        // Deals are in the order of merchants, then of their days: a, c, b, d, e, f.
        float own = weight(snapshot, 0, 0);
        float old = weight(snapshot, 0, 1);
        float near = weight(snapshot, 0, 2);
        float far = weight(snapshot, 0, 3);
        float spa = weight(snapshot, 0, 4);

        assertThat(own).isGreaterThan(near);
        assertThat(near).isGreaterThan(old).isGreaterThan(far).isGreaterThan(spa);
        assertThat(List.of(old, far, spa)).allMatch(weight -> weight > 0);
        assertThat(weight(snapshot, 0, 5)).as("beyond reach").isZero();
    }

    private static Deal spaDeal(String id, LocalDate day) {
        return new Deal(
                id,
                "spa",
                "Massage",
                SmallMarket.terms(0.3, 20, 14, "spa"),
                day,
                day,
                true,
                new DealOutcome(500, 50, Money.of(900)),
                Money.of(1000));
    }

    @Test
    void aMerchantWithoutAPastIsLinkedToItsNeighbours() {
        Marketplace some = SmallMarket.of(
                List.of(merchant("new", "restaurant", 0), merchant("near", "restaurant", 0.5)),
                List.of(SmallMarket.deal("b", "near", DAY.minusDays(60), 900.0)),
                List.of());

        assertThat(weight(MarketplaceGraph.at(some, DAY), 0, 0)).isPositive();
    }

    /// What became known on `day` or later turns into something else, and later proposals vanish.
    private Marketplace otherFuture(LocalDate day) {
        List<Deal> deals = market.deals().stream()
                .filter(deal -> deal.proposedOn().isBefore(day))
                .map(deal -> deal.knownOn().isBefore(day) ? deal : otherOutcome(deal))
                .toList();
        return SmallMarket.with(market, deals, List.of(), List.of());
    }

    private static Deal otherOutcome(Deal deal) {
        return new Deal(
                deal.id(),
                deal.merchantId(),
                deal.title(),
                deal.terms(),
                deal.proposedOn(),
                deal.startsOn(),
                deal.approved(),
                deal.approved() ? new DealOutcome(7, 7, Money.of(-50)) : null,
                deal.baselineGp30());
    }

    @Test
    void whatBecameKnownLaterDoesNotShow() {
        LocalDate day = market.deals().get(market.deals().size() / 2).proposedOn();
        GraphSnapshot snapshot = MarketplaceGraph.at(market, day);
        GraphSnapshot other = MarketplaceGraph.at(otherFuture(day), day);

        assertThat(other.features()).isEqualTo(snapshot.features());
        assertThat(other.edges().neighbours()).isEqualTo(snapshot.edges().neighbours());
        assertThat(other.edges().weights()).isEqualTo(snapshot.edges().weights());
        assertThat(MarketplaceGraph.at(otherFuture(day), day.plusDays(40)).features())
                .isNotEqualTo(MarketplaceGraph.at(market, day.plusDays(40)).features());
    }

    @Test
    void merchantsWhoJoinLaterDoNotShowAmongTheNeighbours() {
        Merchant later = merchant("later", "restaurant", 0.2);
        Merchant joinsToday = new Merchant(
                later.id(),
                later.name(),
                later.category(),
                later.cityId(),
                later.area(),
                later.position(),
                DAY,
                later.baselineGp30());
        Merchant one = merchant("m", "restaurant", 0);
        Marketplace alone = SmallMarket.of(List.of(one), List.of(), List.of());
        Marketplace two = SmallMarket.of(List.of(one, joinsToday), List.of(), List.of());

        assertThat(row(two, DAY)).isEqualTo(row(alone, DAY));
        assertThat(row(two, DAY.plusDays(1))).isNotEqualTo(row(alone, DAY.plusDays(1)));
    }

    /// Features of the first merchant.
    private static float[] row(Marketplace market, LocalDate day) {
        GraphSnapshot snapshot = MarketplaceGraph.at(market, day);
        return Arrays.copyOf(snapshot.features(), snapshot.width());
    }

    @Test
    void targetsTellOnlyWhatWasKnownBeforeTheCut() {
        Marketplace some = SmallMarket.of(
                List.of(SmallMarket.merchant("m"), SmallMarket.merchant("n")),
                List.of(
                        SmallMarket.deal("a", "m", DAY.minusDays(100), 1500.0),
                        SmallMarket.deal("b", "n", DAY.minusDays(95), 500.0),
                        SmallMarket.deal("c", "m", DAY.minusDays(80), 500.0)),
                List.of());
        MarketplaceGraph graph = new MarketplaceGraph(some);

        assertThat(graph.targets(DAY.minusDays(100), 14, DAY.minusDays(70)).known())
                .isEmpty();
        assertThat(graph.targets(DAY.minusDays(100), 14, DAY.minusDays(69)).known())
                .containsExactly(0);
        GraphTargets both = graph.targets(DAY.minusDays(100), 14, DAY);
        assertThat(both.known()).containsExactly(0, 1);
        assertThat(both.values()[GraphTargets.SUCCESS]).isEqualTo(1);
        assertThat(both.values()[GraphTargets.WIDTH + GraphTargets.SUCCESS]).isZero();
        assertThat(both.values()[GraphTargets.RATIO])
                .isGreaterThan(both.values()[GraphTargets.WIDTH + GraphTargets.RATIO]);
    }

    @Test
    void featuresAreFiniteEvenInAnEmptyMarketplace() {
        Marketplace empty = SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of());

        for (Marketplace some : List.of(market, empty)) {
            for (float feature : MarketplaceGraph.at(some, some.asOf()).features()) {
                assertThat(feature).isBetween(-4f, 4f);
            }
        }
    }
}
