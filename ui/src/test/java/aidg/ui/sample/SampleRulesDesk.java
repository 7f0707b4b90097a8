package aidg.ui.sample;

import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.engine.rules.Example;
import aidg.engine.rules.Readable;
import aidg.engine.rules.Readable.Kind;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleBook;
import aidg.engine.rules.RuleSet;
import aidg.ui.rules.RulesDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Rules learned from eight hundred made-up deals of which a simple model judges by discount, price and overrides.
public final class SampleRulesDesk implements RulesDesk {

    private static final List<Readable> FACTS = List.of(
            Readable.of("discount", Kind.SHARE),
            Readable.of("price", Kind.DOLLARS),
            Readable.of("duration_days", Kind.DAYS),
            Readable.of("override_rate", Kind.SHARE));

    private final List<String> asked = new ArrayList<>();
    private boolean few;

    /// Whether there are too few deals to learn from.
    public void setFew(boolean tooFew) {
        few = tooFew;
    }

    /// What was asked for, as `category depth forecast`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public RuleReport rules(@Nullable Category category, int depth, boolean withForecast, Progress progress) {
        asked.add("%s %d %s".formatted(category == null ? "all" : category.name(), depth, withForecast));
        if (few) {
            throw new IllegalArgumentException("3 past deals of 2 merchants are too few to learn rules from");
        }
        List<Example> open = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (ReviewItem item : SampleProposals.all()) {
            open.add(example(item.scored().proposal().id(), item.merchant().id(), random, false));
        }
        List<Example> past = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            past.add(example("D-" + i, "m-%03d".formatted(i % 80), random, true));
        }
        RuleBook book = new RuleBook(FACTS, past, open);
        RuleSet rules = book.rules(depth);
        Map<String, Rule> fires = new LinkedHashMap<>();
        open.forEach(one -> fires.put(one.id(), rules.firing(one.facts())));
        ReviewItem first = SampleProposals.all().getFirst();
        List<CounterExample> against = book.disagreements(rules).stream()
                .map(one -> new CounterExample(
                        one.rule(),
                        first.merchant(),
                        deal(one.example().id()),
                        one.example().score(),
                        one.unusual()))
                .toList();
        return new RuleReport(
                category,
                depth,
                rules,
                Map.of(
                        new Category("restaurants"),
                        rules.fidelity(),
                        new Category("spa"),
                        rules.on(past.subList(0, 200))),
                book.conflicts(rules),
                against,
                fires,
                SampleProposals.MODEL);
    }

    private static Example example(String id, String merchant, SplittableRandom random, boolean decided) {
        double discount = 0.1 + 0.05 * random.nextInt(10);
        double price = 20 + random.nextInt(120);
        double days = 7 + random.nextInt(38);
        double overrides = random.nextDouble() * 0.5;
        double logit =
                1.4 - 9 * (discount - 0.3) - 0.02 * (price - 70) - 4 * (overrides - 0.2) + random.nextDouble() - 0.5;
        double score = 1 / (1 + Math.exp(-logit));
        Example.Decision decision = overrides > 0.35 && random.nextInt(3) > 0
                ? Example.Decision.overridden(OverrideReason.DISCOUNT_TOO_DEEP)
                : Example.Decision.APPROVED;
        return new Example(
                id,
                merchant,
                new double[] {discount, price, days, overrides},
                score,
                1 - overrides,
                Math.min(1, score / (1 - overrides)),
                decided ? decision : null,
                price > 128 ? "GP30 floor" : "");
    }

    private static Deal deal(String id) {
        var terms = SampleProposals.all().getFirst().scored().proposal().terms();
        return new Deal(
                id,
                "m-00",
                "Dinner for two",
                terms,
                SampleProposals.TODAY.minusDays(80),
                SampleProposals.TODAY.minusDays(78),
                true,
                null,
                Money.of(3900));
    }

    @Override
    public Map<Category, Integer> categories(Progress progress) {
        return Map.of(new Category("restaurants"), 420);
    }

    @Override
    public void export(RuleReport report, @Nullable String dealId, Path file) throws IOException {
        Files.write(file, report.rules().rules().stream().map(Rule::text).toList());
    }
}
