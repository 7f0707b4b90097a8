package aidg.engine.torch.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.graph.Aggregator;
import aidg.engine.encoder.graph.GraphOptions;
import aidg.engine.encoder.graph.GraphPeriods;
import aidg.engine.encoder.graph.GraphSnapshot;
import aidg.engine.encoder.graph.MarketplaceGraph;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.torch.TorchDevice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// The graph network learns, and embeds whoever comes. [PER-10] [X1]
class GraphTrainingTest {

    private final Marketplace market = SmallMarket.generated().marketplace();
    private final GraphPeriods periods = new GraphPeriods(
            market.asOf().minusDays(700),
            market.asOf().minusDays(200),
            market.asOf().minusDays(10));

    private static GraphOptions options(Aggregator aggregator, int epochs) {
        return new GraphOptions(3, aggregator, 16, List.of(8, 4, 8), epochs, 9, 64, 0.003, 0.5, 0.1, 28);
    }

    private GraphTraining.Result run(Aggregator aggregator, int epochs) {
        return GraphTraining.run(market, periods, options(aggregator, epochs), Progress.SILENT);
    }

    private static GraphEncoder encoder(byte[] weights) {
        return GraphEncoder.load(weights, TorchDevice.choose(TorchDevice.Wish.CPU));
    }

    private static Marketplace with(Marketplace market, Merchant newcomer) {
        List<Merchant> merchants = new ArrayList<>(market.merchants());
        merchants.add(newcomer);
        return new Marketplace(
                market.asOf(),
                market.dataHash(),
                market.cities(),
                merchants,
                market.deals(),
                market.overrides(),
                market.notes(),
                market.proposals());
    }

    @Test
    void trainingLowersTheLossOnMonthsItDoesNotLearnFrom() {
        for (Aggregator aggregator : Aggregator.values()) {
            List<GraphTraining.Epoch> epochs = run(aggregator, 4).epochs();

            assertThat(epochs.getLast().learnLoss())
                    .isLessThan(epochs.getFirst().learnLoss());
            assertThat(epochs.getLast().tuneLoss()).isLessThan(epochs.getFirst().tuneLoss());
        }
    }

    @Test
    void aSeedGivesTheSameWeights() {
        assertThat(run(Aggregator.MEAN, 2).weights())
                .isEqualTo(run(Aggregator.MEAN, 2).weights());
    }

    @Test
    void everyMerchantGetsAnEmbeddingAloneAsWithAll() {
        GraphSnapshot snapshot = MarketplaceGraph.at(market, market.asOf());
        for (Aggregator aggregator : Aggregator.values()) {
            try (GraphEncoder encoder = encoder(run(aggregator, 1).weights())) {
                float[][] all = encoder.embed(snapshot);

                assertThat(all.length).isEqualTo(market.merchants().size());
                for (int m = 0; m < all.length; m += 7) {
                    assertThat(all[m]).hasSize(256).doesNotContain(Float.NaN);
                    assertThat(encoder.embed(snapshot, m)).containsExactly(all[m], offset(1e-4f));
                }
            }
        }
    }

    @Test
    void aMerchantFirstSeenTodayGetsAnEmbeddingOfItsOwnPlace() {
        Merchant first = market.merchants().getFirst();
        Merchant last = market.merchants().getLast();
        try (GraphEncoder encoder = encoder(run(Aggregator.MEAN, 1).weights())) {
            float[][] here = embedding(encoder, newcomer(first));
            float[][] there = embedding(encoder, newcomer(last));

            assertThat(here[here.length - 1]).hasSize(256).doesNotContain(Float.NaN);
            assertThat(here[here.length - 1]).isNotEqualTo(there[there.length - 1]);
            assertThat(encoder.readOut(here)[0]).hasSize(4).doesNotContain(Float.NaN);
        }
    }

    private float[][] embedding(GraphEncoder encoder, Merchant newcomer) {
        return encoder.embed(MarketplaceGraph.at(with(market, newcomer), market.asOf()));
    }

    private Merchant newcomer(Merchant like) {
        return new Merchant(
                "newcomer",
                "Opened Today",
                like.category(),
                like.cityId(),
                like.area(),
                like.position(),
                market.asOf(),
                like.baselineGp30());
    }

    @Test
    void trainingStopsWhenAsked() {
        Progress stop = (step, done, total) -> {
            if (done > 3) {
                throw new CancellationException(step);
            }
        };

        assertThatThrownBy(() -> GraphTraining.run(market, periods, options(Aggregator.MEAN, 2), stop))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void monthsWithoutDealsAreRefused() {
        GraphPeriods before = new GraphPeriods(
                market.asOf().minusYears(20),
                market.asOf().minusYears(19),
                market.asOf().minusYears(18));

        assertThatThrownBy(() -> GraphTraining.run(market, before, options(Aggregator.MEAN, 1), Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no deal");
    }

    @Test
    void damagedWeightsAreRefused() {
        byte[] weights = run(Aggregator.MEAN, 1).weights();
        byte[] cut = Arrays.copyOf(weights, weights.length / 2);
        byte[] other = "not weights".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> encoder(cut)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
