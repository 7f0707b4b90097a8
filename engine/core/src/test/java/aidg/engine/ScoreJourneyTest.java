package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.forecast.Cause;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.torch.TorchDevice;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where does a score come from: the sample data and the shipped model, from the files to the words.
class ScoreJourneyTest {

    @RegisterExtension
    static final ShippedSample SAMPLE = new ShippedSample();

    private final Marketplace market = SAMPLE.market();
    private final ModelFile model = SAMPLE.model();
    private final DealEngine engine = SAMPLE.engine();
    private final List<ScoredDeal> all = SAMPLE.scored();

    @Test
    void everyProposalGetsAProbabilityWithAnIntervalAroundIt() {
        assertThat(all)
                .hasSameSizeAs(market.proposals())
                .hasSizeGreaterThan(100)
                .allSatisfy(scored -> {
                    assertThat(scored.score()).isBetween(0.0, 1.0);
                    assertThat(scored.score())
                            .isBetween(
                                    scored.interval().low(), scored.interval().high());
                    assertThat(scored.approval()).isBetween(0.0, 1.0);
                    assertThat(scored.reach()).isBetween(0.0, 1.0);
                    assertThat(scored.risk()).isBetween(0.0, 1.0);
                    assertThat(scored.baseRate()).isBetween(0.0, 1.0);
                    assertThat(scored.expectedGp30())
                            .isBetween(
                                    scored.gp30Range().low(), scored.gp30Range().high());
                    assertThat(scored.guard().checks()).hasSize(3);
                    assertThat(scored.modelHash()).isEqualTo(model.provenance().hash());
                    assertThat(scored.trace()).isNull();
                });
        assertThat(all.stream().map(ScoredDeal::proposal)).containsExactlyElementsOf(market.proposals());
        assertThat(all.stream().mapToDouble(ScoredDeal::score).distinct().count())
                .isGreaterThan(all.size() / 2);
    }

    @Test
    void whatIsExplainedIsTheScoreItself() {
        for (Proposal proposal : List.of(SAMPLE.rich(), SAMPLE.cold(), SAMPLE.odd())) {
            ScoredDeal explained = engine.explain(proposal);
            ScoredDeal plain = engine.score(List.of(proposal)).getFirst();

            assertThat(explained)
                    .usingRecursiveComparison()
                    .ignoringFields("trace")
                    .isEqualTo(plain);
            assertTraceIsWhole(explained, trace(explained));
        }
    }

    private static ScoreTrace trace(ScoredDeal scored) {
        ScoreTrace trace = scored.trace();
        if (trace == null) {
            throw new AssertionError("no trace of " + scored.proposal().id());
        }
        return trace;
    }

    /// The top five are the first five: contributions come by size. [EXP-2] [EXP-3]
    private void assertTraceIsWhole(ScoredDeal scored, ScoreTrace trace) {
        assertThat(trace.modelHash()).isEqualTo(scored.modelHash());
        assertThat(trace.device()).isEqualTo("CPU");
        assertThat(trace.asOf()).isEqualTo(market.asOf());
        assertThat(trace.features().stream().map(f -> f.token() + "." + f.feature()))
                .containsExactlyElementsOf(model.layout().schema().names());
        assertThat(trace.features()).allMatch(f -> Double.isFinite(f.value()));
        double sum = trace.baseScore()
                + trace.contributions().stream()
                        .mapToDouble(Contribution::points)
                        .sum();
        assertThat(sum).isCloseTo(scored.score(), offset(1e-6));
        double logit = trace.calibration().get(0) * (trace.rawLogit() - trace.riskAdjustment())
                + trace.calibration().get(1);
        assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(scored.score(), offset(1e-9));
        assertThat(trace.riskAdjustment()).isNotNegative();
        assertThat(trace.contributions())
                .as("every token, the course of past deals, the risk adjustment")
                .hasSize(model.layout().schema().tokens().size() + 1 + 1)
                .anyMatch(c -> c.feature().equals("risk_adjustment") && c.points() <= 0)
                .allMatch(c -> !c.words().isBlank())
                .isSortedAccordingTo(Comparator.comparingDouble(c -> -Math.abs(c.points())));
        Contribution forecast = trace.contributions().stream()
                .filter(c -> !c.parts().isEmpty())
                .reduce((one, other) -> {
                    throw new AssertionError("two have parts: " + one + other);
                })
                .orElseThrow();
        assertThat(forecast.feature()).isEqualTo("expected_sales");
        assertThat(forecast.parts())
                .hasSize(Cause.values().length)
                .allMatch(part -> !part.words().isBlank());
        assertThat(forecast.parts().stream()
                        .mapToDouble(ScoreTrace.Part::points)
                        .sum())
                .isCloseTo(forecast.points(), offset(1e-9));
        assertThat(forecast.parts().stream()
                        .mapToDouble(part -> part.gp30().amount())
                        .sum())
                .isCloseTo(
                        forecast.gp30().amount(), offset(0.01 * forecast.parts().size()));
        assertThat(trace.sentences()).as("its parts are told instead").noneMatch(said -> said.contains("orecast"));
        assertThat(trace.sentences()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
        assertThat(trace.sentences() + " " + trace.contributions()).doesNotContain("NaN", "Infinity", "null");
        assertAttentionIsReal(trace.attention());
    }

    /// [B3] [EXP-3]
    private void assertAttentionIsReal(Attention attention) {
        assertThat(attention.rows()).hasSize(model.layout().tokens(Side.DEAL).size());
        assertThat(attention.columns()).hasSize(model.provenance().encoder().memoryTokens());
        assertThat(attention.weights()).hasSize(attention.rows().size()).allSatisfy(row -> {
            assertThat(row).hasSize(attention.columns().size()).allMatch(weight -> weight >= 0);
            assertThat(row.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, offset(1e-5));
        });
        assertThat(attention.weights().stream().distinct().count())
                .as("deal tokens look at different things")
                .isGreaterThan(1);
        assertThat(attention.weights())
                .as("no row is constant, as it would be with a single key")
                .allSatisfy(row ->
                        assertThat(Collections.max(row) - Collections.min(row)).isGreaterThan(1e-3));
    }

    @Test
    void aMerchantWithoutHistoryIsScoredWithItsGapsMarked() {
        ScoreTrace trace = trace(engine.explain(SAMPLE.cold()));

        assertThat(trace.features().stream().filter(FeatureValue::missing).map(f -> f.token() + "." + f.feature()))
                .contains("discount.over_usual", "last_deals.ratio_1", "notes.last_outlook");
        assertThat(trace(engine.explain(SAMPLE.rich())).features().stream()
                        .filter(FeatureValue::missing)
                        .count())
                .isLessThan(
                        trace.features().stream().filter(FeatureValue::missing).count());
    }

    @Test
    void anotherMerchantLooksElsewhere() {
        assertThat(trace(engine.explain(SAMPLE.rich())).attention().weights())
                .isNotEqualTo(trace(engine.explain(SAMPLE.cold())).attention().weights());
    }

    @Test
    void theTermsMatter() {
        assertThat(engine.explain(SAMPLE.odd()).score())
                .isNotEqualTo(engine.explain(SAMPLE.rich()).score());
    }

    @Test
    void anotherEngineSaysTheSame() {
        try (DealEngine second = DealEngine.open(market, ModelSource.of(model), TorchDevice.Wish.CPU, Keep.NOTHING)) {
            assertThat(second.score(market.proposals())).isEqualTo(all);
            assertThat(second.explain(SAMPLE.rich())).isEqualTo(engine.explain(SAMPLE.rich()));
        }
    }

    @Test
    void aProposalOfAnUnknownMerchantIsRefusedByName() {
        Proposal unknown = SmallMarket.proposal("p", "nobody", SAMPLE.rich().terms());

        assertThatThrownBy(() -> engine.score(List.of(unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aMerchantWithoutABaselineGetsNoFigureAndNoGo() {
        Proposal like = SAMPLE.rich();
        Proposal without = new Proposal(
                like.id(),
                like.merchantId(),
                like.title(),
                like.terms(),
                like.proposedOn(),
                like.startsOn(),
                Money.of(-10));

        ScoredDeal scored = engine.explain(without);

        assertThat(scored.expectedGp30()).isEqualTo(Money.ZERO);
        assertThat(scored.guard().reason()).isEqualTo("No positive baseline");
        assertThat(scored.score()).isBetween(0.0, 1.0);
    }

    @Test
    void nothingToScoreIsNoTrouble() {
        assertThat(engine.score(List.of())).isEmpty();
    }
}
