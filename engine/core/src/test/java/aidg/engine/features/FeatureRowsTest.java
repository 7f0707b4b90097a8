package aidg.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FeatureRowsTest {

    private static final LocalDate MATURED = SmallMarket.AS_OF.minusDays(60);

    private final Marketplace market = SmallMarket.of(
            List.of(SmallMarket.merchant("cold"), SmallMarket.merchant("one")),
            List.of(SmallMarket.deal("d1", "one", MATURED, 1500.0)),
            List.of());
    private final FeatureFit fit = FeatureFit.learn(market, SmallMarket.AS_OF);
    private final LiveFeatures live = new LiveFeatures(market, fit);

    private float[] row(String merchantId, String category) {
        return live.row(SmallMarket.proposal("p", merchantId, SmallMarket.terms(0.4, 20, 14, category)));
    }

    private float at(float[] row, String name) {
        int column = fit.schema().names().indexOf(name);
        assertThat(column).as("column of %s", name).isNotNegative();
        return row[column];
    }

    @Test
    void theSchemaNamesEveryColumnOnceAndKnowsItsWidth() {
        FeatureSchema schema = FeatureFit.learn(SmallMarket.generated().marketplace(), LocalDate.MAX.minusDays(1))
                .schema();

        assertThat(schema.names()).doesNotHaveDuplicates().hasSize(schema.width());
        int[] offsets = schema.offsets();
        int end = offsets[offsets.length - 1]
                + schema.tokens().getLast().features().size();
        assertThat(end).isEqualTo(schema.width());
        assertThat(schema.tokens(Side.DEAL).size()
                        + schema.tokens(Side.MERCHANT).size()
                        + schema.tokens(Side.JOINT).size())
                .isEqualTo(schema.tokens().size());
        assertThat(schema.tokens())
                .allSatisfy(token -> assertThat(token.features()).isNotEmpty());
    }

    @Test
    void twoTokensOfOneNameAreRefused() {
        Token token = new Token("price", "Price", Side.DEAL, List.of(new Feature("price", "log $")));

        assertThatThrownBy(() -> new FeatureSchema(List.of(token, token)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two tokens are named price");
    }

    @Test
    void aMerchantWithoutDealsHasNoHabitsAndTheCategorysRates() {
        float[] row = row("cold", "restaurant");

        assertThat(row).hasSize(fit.schema().width());
        assertThat(List.of(
                        at(row, "discount.over_usual"),
                        at(row, "price.over_usual"),
                        at(row, "discount_habit.usual"),
                        at(row, "last_deals.ratio_1"),
                        at(row, "history_match.last_run_ended"),
                        at(row, "standing.since_last"),
                        at(row, "notes.last_outlook"),
                        at(row, "notes.last_note")))
                .containsOnly(Float.NaN);
        assertThat(at(row, "track_record.deals")).isZero();
        assertThat(at(row, "track_record.success")).isBetween(0.5f, 1f);
        assertThat(at(row, "discount.over_category")).isCloseTo(0.1f, offset(1e-6f));
        assertThat(at(row, "overrides.risk")).isCloseTo(0.06f, offset(1e-6f));
    }

    @Test
    void oneDealMakesAHabitButNoSpread() {
        float[] row = row("one", "restaurant");

        assertThat(at(row, "discount.over_usual")).isCloseTo(0.1f, offset(1e-6f));
        assertThat(at(row, "discount_habit.usual")).isCloseTo(0.3f, offset(1e-6f));
        assertThat(at(row, "discount_habit.spread")).isNaN();
        assertThat(at(row, "last_deals.ratio_1")).isEqualTo(1.5f);
        assertThat(at(row, "last_deals.ratio_2")).isNaN();
        assertThat(at(row, "track_record.deals")).isCloseTo((float) Math.log(2), offset(1e-6f));
    }

    @Test
    void anUnknownCategoryHasNoColumnAndNoRecord() {
        float[] row = row("one", "falconry");
        List<String> columns = fit.schema().names().stream()
                .filter(name -> name.startsWith("category.is_"))
                .toList();

        assertThat(columns).containsExactly("category.is_restaurant");
        assertThat(at(row, "category.is_restaurant")).isZero();
        assertThat(at(row, "trade.is_restaurant")).isEqualTo(1);
        assertThat(at(row, "category.own")).isZero();
        assertThat(at(row, "discount.over_category")).isNaN();
        assertThat(at(row, "similar_deals.count")).isZero();
    }

    @Test
    void aBaselineThatIsNotPositiveIsMissingAndNotMinusInfinity() {
        Proposal plain = SmallMarket.proposal("p", "one", SmallMarket.terms(0.4, 20, 14, "restaurant"));
        Proposal without = new Proposal(
                "p",
                "one",
                "Dinner",
                plain.terms(),
                plain.proposedOn(),
                plain.startsOn(),
                aidg.engine.domain.Money.of(-20));

        float[] row = live.row(without);

        assertThat(at(row, "category.baseline")).isNaN();
        assertThat(at(row, "price.baseline_in_prices")).isNaN();
    }

    @Test
    void anUnknownMerchantIsNamed() {
        assertThatThrownBy(() -> row("nobody", "restaurant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void twoThreadsReadTheRowsThatOneReads() throws Exception {
        Marketplace generated = SmallMarket.generated().marketplace();
        FeatureFit learned = FeatureFit.learn(generated, generated.asOf());
        LiveFeatures alone = new LiveFeatures(generated, learned);
        LiveFeatures shared = new LiveFeatures(generated, learned);
        List<Proposal> proposals = generated.proposals();
        List<float[]> expected = proposals.stream().map(alone::row).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<List<float[]>> forth =
                    threads.submit(() -> proposals.stream().map(shared::row).toList());
            Future<List<float[]>> back = threads.submit(() ->
                    proposals.reversed().stream().map(shared::row).toList().reversed());

            assertThat(forth.get())
                    .usingElementComparator(java.util.Arrays::compare)
                    .containsExactlyElementsOf(expected);
            assertThat(back.get())
                    .usingElementComparator(java.util.Arrays::compare)
                    .containsExactlyElementsOf(expected);
        }
        assertThat(proposals).isNotEmpty();
    }
}
