package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What stands behind a score: full explanations, similar merchants and rules of the shipped model on the sample.
class ReasonJourneyTest {

    @RegisterExtension
    static final ShippedSample SAMPLE = new ShippedSample();

    private final Marketplace market = SAMPLE.market();
    private final DealEngine engine = SAMPLE.engine();
    private final List<ScoredDeal> all = SAMPLE.scored();

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
