package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.forecast.Cause;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.models.ModelFile;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import aidg.engine.torch.TorchDevice;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Where does a score come from: the sample data and the shipped model, from the files to the words.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreJourneyTest {

    private static final Path ROOT = Path.of(System.getProperty("aidg.root", "../.."));

    private final Marketplace market = withColdMerchant(sample());
    private final ModelFile model = model();
    private final DealEngine engine =
            DealEngine.open(market, ModelSource.of(model), TorchDevice.Wish.CPU, Keep.NOTHING);
    private List<ScoredDeal> all = List.of();

    @BeforeAll
    void scoreEveryProposal() {
        all = engine.score(market.proposals());
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private static Marketplace sample() {
        ImportResult result = new MarketplaceImport()
                .read(ROOT.resolve("sample-data"), MarketplaceImport.Options.PLAIN, Progress.SILENT);
        assertThat(result).isInstanceOf(ImportResult.Accepted.class);
        return ((ImportResult.Accepted) result).marketplace();
    }

    private static ModelFile model() {
        ModelFile.Reading reading = ModelFile.read(ROOT.resolve("models"));
        assertThat(reading).isInstanceOf(ModelFile.Read.class);
        return ((ModelFile.Read) reading).model();
    }

    private static Marketplace withColdMerchant(Marketplace market) {
        Merchant like = market.merchants().getFirst();
        Merchant cold = new Merchant(
                "cold",
                "Opened Today",
                like.category(),
                like.cityId(),
                "",
                like.position(),
                market.asOf(),
                Money.of(1500));
        List<Merchant> merchants = new ArrayList<>(market.merchants());
        merchants.add(cold);
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

    /// Of the merchant with the longest history.
    private Proposal rich() {
        return market.proposals().stream()
                .max(Comparator.comparingInt(
                                (Proposal p) -> market.dealsOf(p.merchantId()).size())
                        .thenComparing(Proposal::id))
                .orElseThrow();
    }

    /// Of a merchant without any history.
    private Proposal cold() {
        Proposal like = market.proposals().getFirst();
        return new Proposal(
                "cold-1",
                "cold",
                "First",
                like.terms(),
                market.asOf(),
                market.asOf().plusDays(5),
                Money.of(1500));
    }

    /// Priced above 99 of 100 past deals.
    private Proposal odd() {
        List<Money> prices = market.deals().stream()
                .map((Deal d) -> d.terms().price())
                .sorted()
                .toList();
        Proposal like = rich();
        return like.withTerms(SmallMarket.terms(
                like.terms().discount().fraction(),
                prices.get(prices.size() * 99 / 100).amount(),
                like.terms().durationDays(),
                like.terms().category().name()));
    }

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
        for (Proposal proposal : List.of(rich(), cold(), odd())) {
            ScoredDeal explained = engine.explain(proposal);
            ScoredDeal plain = engine.score(List.of(proposal)).getFirst();

            assertThat(explained)
                    .usingRecursiveComparison()
                    .ignoringFields("trace")
                    .isEqualTo(plain);
            assertTraceIsWhole(explained, trace(explained));
        }
    }

    @Test
    void aSweptSurfaceSaysWhatScoringEveryPairSays() {
        for (Proposal proposal : List.of(rich(), cold())) {
            Axis discounts = new Axis(Term.DISCOUNT, List.of(0.1, 0.35, 0.6));
            Axis days = new Axis(Term.DURATION, List.of(7.0, 21.0));
            Axis prices = new Axis(Term.PRICE, List.of(12.5, 48.0));
            for (Axis y : List.of(days, prices)) {
                Surface surface = engine.whatIf(proposal).sweep(proposal.terms(), discounts, y);

                for (int i = 0; i < discounts.values().size(); i++) {
                    for (int j = 0; j < y.values().size(); j++) {
                        Proposal pair = proposal.withTerms(y.apply(discounts.apply(proposal.terms(), i), j));
                        ScoredDeal scored = engine.score(List.of(pair)).getFirst();
                        assertThat(surface.score()[i][j]).isCloseTo(scored.score(), offset(1e-5));
                        assertThat(surface.gp30()[i][j])
                                .isCloseTo(scored.expectedGp30().amount(), offset(0.05));
                    }
                }
            }
        }
    }

    @Test
    void aSweepOfOneTermAgainstItselfOrOutOfRangeIsRefused() {
        WhatIf whatIf = engine.whatIf(rich());
        Axis days = new Axis(Term.DURATION, List.of(7.0));
        Axis deep = new Axis(Term.DISCOUNT, List.of(1.5));

        assertThatThrownBy(() -> whatIf.sweep(rich().terms(), days, days)).hasMessageContaining("DURATION");
        assertThatThrownBy(() -> whatIf.sweep(rich().terms(), days, deep)).hasMessageContaining("discount");
        assertThatThrownBy(() -> new Axis(Term.PRICE, List.of())).hasMessageContaining("PRICE");
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
        ScoreTrace trace = trace(engine.explain(cold()));

        assertThat(trace.features().stream().filter(FeatureValue::missing).map(f -> f.token() + "." + f.feature()))
                .contains("discount.over_usual", "last_deals.ratio_1", "notes.last_outlook");
        assertThat(trace(engine.explain(rich())).features().stream()
                        .filter(FeatureValue::missing)
                        .count())
                .isLessThan(
                        trace.features().stream().filter(FeatureValue::missing).count());
    }

    @Test
    void anotherMerchantLooksElsewhere() {
        assertThat(trace(engine.explain(rich())).attention().weights())
                .isNotEqualTo(trace(engine.explain(cold())).attention().weights());
    }

    @Test
    void theTermsMatter() {
        assertThat(engine.explain(odd()).score())
                .isNotEqualTo(engine.explain(rich()).score());
    }

    @Test
    void anotherEngineSaysTheSame() {
        try (DealEngine second = DealEngine.open(market, ModelSource.of(model), TorchDevice.Wish.CPU, Keep.NOTHING)) {
            assertThat(second.score(market.proposals())).isEqualTo(all);
            assertThat(second.explain(rich())).isEqualTo(engine.explain(rich()));
        }
    }

    @Test
    void aProposalOfAnUnknownMerchantIsRefusedByName() {
        Proposal unknown = SmallMarket.proposal("p", "nobody", rich().terms());

        assertThatThrownBy(() -> engine.score(List.of(unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aMerchantWithoutABaselineGetsNoFigureAndNoGo() {
        Proposal like = rich();
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

    /// [EXP-1] [EXP-2] [EXP-3]
    @Test
    void fullExplanationsAddUpAndLookSomewhere() {
        for (int i = 0; i < 60; i += 6) {
            Explanation explanation = engine.explainFully(market.proposals().get(i));

            double difference = explanation.completeness().deal()
                    - explanation.completeness().typical();
            assertThat(explanation.completeness().leftOver()).isCloseTo(0, offset(0.01 * Math.abs(difference) + 1e-3));
            for (List<List<Double>> head : explanation.heads()) {
                for (List<Double> row : head) {
                    assertThat(row.stream().mapToDouble(w -> w).sum()).isCloseTo(1, offset(1e-4));
                    assertThat(row).anyMatch(weight -> Math.abs(weight - row.getFirst()) > 1e-6);
                }
            }
            assertThat(explanation.reasons()).hasSizeGreaterThan(15);
            assertThat(explanation.reasons().stream()
                            .mapToDouble(Explanation.Reason::attention)
                            .sum())
                    .isCloseTo(1, offset(1e-4));
            assertThat(explanation.honesty().fidelity()).isBetween(0.0, 1.0);
            assertThat(explanation.honesty().agreement()).isBetween(0.0, 1.0);
            assertThat(explanation.honesty().deletion()).isBetween(0.0, 1.0);
            assertThat(explanation.honesty().curves()).hasSize(2);
            assertAllStartFromTheSameDeals(explanation);
        }
    }

    private void assertAllStartFromTheSameDeals(Explanation explanation) {
        Proposal explained = explanation.scored().proposal();
        assertThat(explanation.against())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .doesNotContain(explained.id())
                .allSatisfy(id -> assertThat(market.proposals())
                        .anyMatch(other -> other.id().equals(id)
                                && other.terms()
                                        .category()
                                        .equals(explained.terms().category())));
        assertThat(explanation.completeness().typical())
                .isCloseTo(explanation.trace().baseScore(), offset(1e-5));
    }

    /// [EXP-4] [B4]
    @Test
    void similarMerchantsAreOfTheCategoryWithWhatCameOfTheirDeals() {
        Proposal proposal = market.proposals().get(3);
        Instant now = Instant.parse("2026-11-21T06:00:00Z");

        SimilarMerchants found = engine.similar(proposal.merchantId(), null, proposal.terms(), now, Progress.SILENT);

        assertThat(found.neighbours()).hasSize(5).allSatisfy(one -> {
            assertThat(one.merchant().category()).isEqualTo(found.merchant().category());
            assertThat(one.merchant().id()).isNotEqualTo(proposal.merchantId());
            assertThat(one.reached()).isBetween(0, one.matured());
            Deal latest = one.latest();
            assertThat(latest == null || latest.outcomeOn(market.asOf()) != null)
                    .isTrue();
            assertThat(one.differs()).hasSizeLessThanOrEqualTo(3);
        });
        assertThat(found.neighbours())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(SimilarMerchant::cosine).reversed());
        assertThat(found.map())
                .extracting(point -> point.merchant().id())
                .contains(proposal.merchantId())
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> engine.similar("nobody", null, null, now, Progress.SILENT))
                .hasMessageContaining("nobody");
    }

    /// [EXP-5] [EXP-6]
    @Test
    void rulesSayWhatTheModelDoesOnMerchantsTheyDoNotKnow() {
        RuleStudy study = engine.ruleStudy(1200, true, Progress.SILENT);
        RuleReport report = study.report(null, 4);
        RuleSet rules = report.rules();

        assertThat(rules.fidelity().accuracy()).isGreaterThan(rules.fidelity().constant());
        assertThat(rules.fidelity().r2()).isGreaterThan(0.5);
        assertThat(rules.rules())
                .allSatisfy(rule -> assertThat(rule.text())
                        .matches("IF .+ THEN (recommend_high_gp30_deal|expect_low_gp30|expect_override)"));
        assertThat(report.fires()).hasSameSizeAs(market.proposals());
        assertThat(rules.rules()).containsAll(report.fires().values());
        Map<String, ScoredDeal> scored =
                all.stream().collect(Collectors.toMap(one -> one.proposal().id(), Function.identity()));
        assertThat(report.conflicts()).allSatisfy(conflict -> {
            assertThat(rules.rules()).contains(conflict.rule());
            assertThat(conflict.deals()).isBetween(1, conflict.of());
            assertThat(conflict.dealIds()).hasSize(Math.min(conflict.deals(), RuleConflict.MOST));
        });
        assertThat(report.conflicts())
                .filteredOn(conflict -> conflict.against() == RuleConflict.Against.GUARD)
                .isNotEmpty()
                .allSatisfy(conflict -> assertThat(conflict.dealIds())
                        .filteredOn(scored::containsKey)
                        .allSatisfy(id -> {
                            assertThat(report.fires()).containsEntry(id, conflict.rule());
                            assertThat(Objects.requireNonNull(scored.get(id))
                                            .guard()
                                            .checks())
                                    .filteredOn(check -> check.outcome() == GuardVerdict.Outcome.FAILED)
                                    .extracting(GuardVerdict.Check::name)
                                    .containsExactly(conflict.what());
                        }));
        assertThat(report.counterExamples())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.score() >= 0.5).isNotEqualTo(one.rule().verdict() == Rule.Verdict.RECOMMEND));
    }
}
