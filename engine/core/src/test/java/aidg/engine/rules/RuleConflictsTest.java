package aidg.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.OverrideReason;
import aidg.engine.rules.Example.Decision;
import aidg.engine.rules.RuleConflict.Against;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Rules against the safety guard, the managers and the model itself. [EXP-5]
class RuleConflictsTest {

    private static final List<Readable> FACTS = List.of(
            Readable.flag("merchant_category", "restaurant"),
            Readable.of("avg_discount", Readable.Kind.SHARE),
            Readable.of("price", Readable.Kind.DOLLARS));

    /// Deep discounts: the model recommends them in restaurants and foresees an override elsewhere. Others sell
    /// little.
    private static double score(double[] facts) {
        return facts[1] <= 0.4 ? 0.2 : facts[0] > 0.5 ? 0.9 : 0.05;
    }

    private static boolean isDeep(double[] facts) {
        return facts[1] > 0.4;
    }

    private static List<Example> deals(
            int count, long seed, Function<double[], Decision> decided, Function<double[], String> refused) {
        Random random = new Random(seed);
        List<Example> deals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] facts = {random.nextInt(2), random.nextInt(100) / 100.0, 10 + random.nextInt(80)};
            deals.add(new Example(
                    "D%05d".formatted(i),
                    "m" + i % 97,
                    facts,
                    score(facts),
                    isDeep(facts) ? 0.3 : 0.9,
                    isDeep(facts) ? 0.9 : 0.3,
                    decided.apply(facts),
                    refused.apply(facts)));
        }
        return deals;
    }

    private static Function<double[], Decision> overriding(long seed, Function<double[], Double> share) {
        Random random = new Random(seed);
        return facts -> random.nextDouble() < share.apply(facts)
                ? Decision.overridden(
                        random.nextInt(3) > 0 ? OverrideReason.DISCOUNT_TOO_DEEP : OverrideReason.BAD_TIMING)
                : Decision.APPROVED;
    }

    private static List<Example> open(List<Example> like) {
        return like.stream()
                .map(one -> new Example(
                        "P" + one.id(),
                        one.merchantId(),
                        one.facts(),
                        one.score(),
                        one.approval(),
                        one.reach(),
                        null,
                        one.refusedBy()))
                .toList();
    }

    private static List<RuleConflict> conflicts(RuleBook book) {
        return book.conflicts(book.rules(3));
    }

    @Test
    void aRuleThatRecommendsWhatTheGuardRefusesIsNamedWithItsDeals() {
        Function<double[], String> dear = facts -> facts[2] > 75 ? "GP30 floor" : facts[2] < 12 ? "Category" : "";
        List<Example> past = deals(4000, 1, facts -> Decision.APPROVED, dear);
        RuleBook book = new RuleBook(FACTS, past, open(past.subList(0, 200)));

        List<RuleConflict> found = conflicts(book);

        assertThat(found).hasSize(2).allSatisfy(one -> {
            assertThat(one.against()).isEqualTo(Against.GUARD);
            assertThat(one.rule().text())
                    .isEqualTo("IF merchant_category='restaurant' AND avg_discount>0.4 THEN recommend_high_gp30_deal");
        });
        RuleConflict floor = found.getFirst();
        List<Example> refused = book.open().stream()
                .filter(one -> one.refusedBy().equals("GP30 floor") && one.score() > 0.5)
                .toList();
        long pastDear = past.stream()
                .filter(one -> one.isHeldOut() && one.refusedBy().equals("GP30 floor") && one.score() > 0.5)
                .count();
        assertThat(floor.what()).isEqualTo("GP30 floor");
        assertThat(floor.deals()).isEqualTo(refused.size() + (int) pastDear);
        assertThat(floor.dealIds())
                .as("what awaits review comes first, and the list has an end")
                .hasSize(RuleConflict.MOST)
                .startsWith(refused.stream().map(Example::id).sorted().toArray(String[]::new));
        assertThat(floor.share()).isBetween(floor.low(), 0.3);
        assertThat(floor.sentence())
                .startsWith("Recommended, yet the guard's check 'GP30 floor' refuses %d of".formatted(floor.deals()));
    }

    @Test
    void noRefusalIsNoConflictNorIsOneThatNoRuleRecommends() {
        List<Example> allowed = deals(2000, 2, facts -> Decision.APPROVED, facts -> "");
        List<Example> shallow = deals(2000, 2, facts -> Decision.APPROVED, facts -> isDeep(facts) ? "" : "GP30 floor");

        assertThat(conflicts(new RuleBook(FACTS, allowed, open(allowed)))).isEmpty();
        assertThat(conflicts(new RuleBook(FACTS, shallow, open(shallow)))).isEmpty();
    }

    @Test
    void managersWhoOverrideWhatARuleRecommendsAreNamedWithTheirReason() {
        Function<double[], Double> more = facts -> isDeep(facts) && facts[0] > 0.5 ? 0.35 : 0.1;
        List<Example> past = deals(4000, 3, overriding(3, more), facts -> "");

        List<RuleConflict> found = conflicts(new RuleBook(FACTS, past, List.of()));

        assertThat(found)
                .filteredOn(one -> one.against() == Against.OVERRIDES)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rule().verdict()).isEqualTo(Rule.Verdict.RECOMMEND);
                    assertThat(one.what()).isEqualTo("Discount too deep");
                    assertThat(one.share()).isBetween(0.25, 0.45);
                    assertThat(one.elsewhere()).isBetween(0.05, 0.15);
                    assertThat(one.low()).isBetween(one.elsewhere(), one.share());
                    assertThat(one.merchants()).isBetween(10, 24);
                    assertThat(one.policy()).contains("managers' overrides", "'Discount too deep'");
                    assertThat(one.sentence()).contains("Managers overrode", "most often for 'Discount too deep'");
                });
    }

    @Test
    void managersWhoApproveWhereARuleExpectsAnOverrideAreNamed() {
        Function<double[], Double> less = facts -> isDeep(facts) && facts[0] < 0.5 ? 0.05 : 0.4;
        List<Example> past = deals(4000, 4, overriding(4, less), facts -> "");

        assertThat(conflicts(new RuleBook(FACTS, past, List.of())))
                .filteredOn(one -> one.against() == Against.APPROVALS)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rule().verdict()).isEqualTo(Rule.Verdict.OVERRIDE);
                    assertThat(one.share()).isGreaterThan(0.85);
                    assertThat(one.sentence()).startsWith("Managers approved");
                });
    }

    /// 200 marketplaces whose managers decide by chance; half of them have managers of very different severity.
    @Test
    void chanceIsRarelyTakenForAConflict() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random severity = new Random(seed);
            boolean differ = seed % 2 == 0;
            double[] own = severity.doubles(97, 0, 0.6).toArray();
            Random random = new Random(seed + 1000);
            List<Example> past = deals(800, seed, facts -> Decision.APPROVED, facts -> "").stream()
                    .map(one -> {
                        double share =
                                differ ? own[Integer.parseInt(one.merchantId().substring(1))] : 0.3;
                        return new Example(
                                one.id(),
                                one.merchantId(),
                                one.facts(),
                                one.score(),
                                one.approval(),
                                one.reach(),
                                random.nextDouble() < share ? Decision.overridden(null) : Decision.APPROVED,
                                "");
                    })
                    .toList();
            alarms += conflicts(new RuleBook(FACTS, past, List.of())).isEmpty() ? 0 : 1;
        }
        assertThat(alarms).as("of 200, at most 5 %% expected").isLessThanOrEqualTo(10);
    }

    @Test
    void dealsOfWhichTheModelSaysTheOppositeComeStrongestFirst() {
        List<Example> past = new ArrayList<>(deals(4000, 5, facts -> Decision.APPROVED, facts -> ""));
        List<String> planted = new ArrayList<>();
        for (int i = 0; i < past.size() && planted.size() < 15; i++) {
            Example one = past.get(i);
            if (one.isHeldOut() && one.isRecommended()) {
                double score = 0.01 * (planted.size() + 1);
                double[] facts = {1, 0.7, planted.isEmpty() ? 900 : 50};
                past.set(i, new Example(one.id(), one.merchantId(), facts, score, 0.9, 0.1, Decision.APPROVED, ""));
                planted.add(one.id());
            }
        }
        RuleBook book = new RuleBook(FACTS, past, List.of());

        List<Disagreement> found = book.disagreements(book.rules(3));

        assertThat(found)
                .extracting(one -> one.example().id())
                .containsExactlyElementsOf(planted.subList(0, Disagreement.MOST));
        assertThat(found).allSatisfy(one -> assertThat(one.rule().verdict()).isEqualTo(Rule.Verdict.RECOMMEND));
        assertThat(found.getFirst().unusual()).startsWith("price $900 (usually $");
        assertThat(found.getLast().unusual()).isEmpty();
    }

    @Test
    void fewDealsAreToldApartFromEnough() {
        List<Example> past = deals(60, 6, facts -> Decision.APPROVED, facts -> "");
        List<Example> oneMerchant = past.stream()
                .map(one -> Example.of("m1", one.facts(), one.score(), one.approval(), one.reach()))
                .toList();

        assertThat(RuleSet.isEnough(past)).isTrue();
        assertThat(RuleSet.isEnough(past.subList(0, 12))).isFalse();
        assertThat(RuleSet.isEnough(oneMerchant))
                .as("no other merchant to measure on")
                .isFalse();
        assertThat(RuleSet.isEnough(List.of())).isFalse();
        RuleBook book = new RuleBook(FACTS, past, List.of());
        assertThat(book.conflicts(book.rules(8))).isEmpty();
    }
}
