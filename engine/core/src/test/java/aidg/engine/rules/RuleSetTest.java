package aidg.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.rules.Readable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// IF-THEN rules from a model's scores. [EXP-5] [EXP-6]
class RuleSetTest {

    private static final List<Readable> FACTS = List.of(
            Readable.flag("merchant_category", "restaurant"),
            Readable.of("avg_discount", Kind.SHARE),
            Readable.of("price", Kind.DOLLARS));

    private static final int RESTAURANT = 0;
    private static final int DISCOUNT = 1;
    private static final int PRICE = 2;

    /// A model that recommends deep discounts in restaurants, and nothing else.
    private static double score(double[] facts) {
        if (facts[DISCOUNT] > 0.4) {
            return facts[RESTAURANT] > 0.5 ? 0.9 : 0.05;
        }
        return 0.2;
    }

    private static List<Example> examples(int count, long seed) {
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] facts = {
                random.nextInt(2),
                random.nextInt(100) / 100.0,
                random.nextInt(10) == 0 ? Double.NaN : random.nextInt(90)
            };
            examples.add(Example.of("m" + i % 97, facts, score(facts), 0.8, facts[DISCOUNT] > 0.4 ? 0.9 : 0.3));
        }
        return examples;
    }

    @Test
    void thePlantedRuleIsFoundInItsExactForm() {
        RuleSet rules = RuleSet.learn(FACTS, examples(4000, 1), 3);

        assertThat(rules.rules())
                .extracting(Rule::text)
                .contains("IF merchant_category='restaurant' AND avg_discount>0.4 THEN recommend_high_gp30_deal");
        assertThat(rules.fidelity().r2()).isCloseTo(1, offset(1e-9));
        assertThat(rules.fidelity().accuracy()).isEqualTo(1);
        Rule planted = rules.firing(new double[] {1, 0.7, 20});
        assertThat(planted.verdict()).isEqualTo(Rule.Verdict.RECOMMEND);
        assertThat(planted.precision()).isEqualTo(1);
        assertThat(planted.coverage()).isBetween(0.25, 0.35);
        assertThat(planted.lift()).isCloseTo(1 / planted.coverage(), offset(1e-9));
    }

    @Test
    void oneRuleFiresForEveryDealAtEveryDepth() {
        List<Example> noisy = new ArrayList<>();
        Random random = new Random(3);
        for (Example one : examples(1500, 2)) {
            double score = Math.clamp(one.score() + random.nextGaussian() / 5 + one.facts()[DISCOUNT] / 4, 0, 1);
            noisy.add(Example.of(one.merchantId(), one.facts(), score, one.approval(), one.reach()));
        }
        int before = 0;
        for (int depth = RuleSet.SHALLOWEST; depth <= RuleSet.DEEPEST; depth++) {
            RuleSet rules = RuleSet.learn(FACTS, noisy, depth);
            assertThat(rules.rules()).hasSizeGreaterThanOrEqualTo(before).hasSizeLessThanOrEqualTo(1 << depth);
            before = rules.rules().size();
            for (Example one : noisy) {
                assertThat(rules.rules().stream().filter(rule -> rule.fires(one.facts())))
                        .hasSize(1);
            }
            assertThat(rules.rules().stream().mapToDouble(Rule::coverage).sum()).isCloseTo(1, offset(1e-9));
        }
    }

    @Test
    void aLowScoreSaysWhetherSalesOrAManagerStandAgainstIt() {
        RuleSet rules = RuleSet.learn(FACTS, examples(4000, 4), 3);

        assertThat(rules.firing(new double[] {0, 0.8, 20}).verdict()).isEqualTo(Rule.Verdict.OVERRIDE);
        assertThat(rules.firing(new double[] {1, 0.1, 20}).verdict()).isEqualTo(Rule.Verdict.LOW);
    }

    @Test
    void fidelityIsMeasuredOnMerchantsThatWereNotLearnedFrom() {
        List<Example> byHeart = new ArrayList<>();
        Random random = new Random(5);
        for (int merchant = 0; merchant < 200; merchant++) {
            double score = random.nextDouble();
            for (int i = 0; i < 20; i++) {
                byHeart.add(Example.of("m" + merchant, new double[] {0, merchant / 200.0, 10}, score, 0.5, 0.5));
            }
        }

        RuleSet rules = RuleSet.learn(FACTS, byHeart, 8);

        assertThat(rules.fidelity().r2()).isLessThan(0.3);
        assertThat(rules.fidelity().learned() + rules.fidelity().heldOut()).isEqualTo(4000);
    }

    @Test
    void badAskingIsRefused() {
        assertThatThrownBy(() -> RuleSet.learn(FACTS, examples(100, 6), 9)).hasMessageContaining("1..8");
        assertThatThrownBy(() -> RuleSet.learn(FACTS, examples(3, 6), 3)).hasMessageContaining("too few");
        RuleBook book = new RuleBook(FACTS, examples(500, 7), List.of());
        assertThat(book.only("merchant_category", "restaurant").examples())
                .allMatch(one -> one.facts()[RESTAURANT] == 1)
                .isNotEmpty();
        assertThatThrownBy(() -> book.only("merchant_category", "falconry")).hasMessageContaining("falconry");
    }

    @Test
    void aMissingValueCountsAsLessThanAny() {
        Random random = new Random(8);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double price = random.nextInt(3) == 0 ? Double.NaN : 10 + random.nextInt(80);
            double[] facts = {0, 0, price};
            examples.add(Example.of("m" + i, facts, Double.isNaN(price) ? 0.9 : 0.1, 0.5, 0.4));
        }

        RuleSet rules = RuleSet.learn(FACTS, examples, 2);

        assertThat(rules.firing(new double[] {0, 0, Double.NaN}).verdict()).isEqualTo(Rule.Verdict.RECOMMEND);
        assertThat(rules.firing(new double[] {0, 0, 10}).verdict()).isEqualTo(Rule.Verdict.LOW);
        assertThat(rules.rules()).anyMatch(rule -> rule.conditions().stream().anyMatch(c -> c.feature() == PRICE));
    }

    @Test
    void rulesAreSaidInPlainWords() {
        RuleSet rules = new RuleSet(FACTS, List.of(), new RuleSet.Fidelity(0, 0, 0, 0, 0));

        assertThat(rules.plain(
                        rule(new Rule.Condition(RESTAURANT, false, 0.5), new Rule.Condition(DISCOUNT, true, 0.345))))
                .isEqualTo("merchant category not restaurant, avg discount over 34.5%");
        assertThat(rules.plain(rule(new Rule.Condition(PRICE, true, 12.5), new Rule.Condition(PRICE, false, 1200))))
                .isEqualTo("price $12.50 to $1,200");
        assertThat(rules.plain(rule(new Rule.Condition(RESTAURANT, true, 0.5), new Rule.Condition(PRICE, false, 20))))
                .isEqualTo("merchant category restaurant, price at most $20");
        assertThat(rules.plain(rule())).isEmpty();
    }

    private static Rule rule(Rule.Condition... conditions) {
        return new Rule("", List.of(conditions), Rule.Verdict.RECOMMEND, 0, 0, 0, 0, 0);
    }
}
