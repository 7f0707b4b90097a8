package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.domain.Category;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.rules.Readable;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleBook;
import aidg.engine.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench rules`.
@CommandLine.Command(
        name = "rules",
        description = {
            "Say what the model does as IF-THEN rules: the leaves of a small tree fitted to its scores.",
            "Deals of the past are put to the same merchants today. Rules are learned from three quarters of the",
            "merchants and measured on the others: coverage is how many deals a rule fires for, precision how often the",
            "model then says the same, lift how much more often than otherwise.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench rules --depth 3",
            "           workbench rules --category restaurant --deal D030067"
        })
final class RulesCommand extends Command.InWorkspace {

    private static final String CATEGORY = "merchant_category";

    @Option(names = "--category", paramLabel = "C", description = "Only merchants of this category.")
    private @Nullable String category;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "4",
            description = "Questions on the way to a rule, 1 to 8. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--deals",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Deals to learn from and to measure on, the latest first. Default: ${DEFAULT-VALUE}.")
    private int deals;

    @Option(names = "--with-forecast", description = "Let rules speak of what the sales forecast expects as well.")
    private boolean withForecast;

    @Option(names = "--deal", paramLabel = "ID", description = "Also say which rule fires for this proposal.")
    private @Nullable String deal;

    RulesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        if (depth < RuleSet.SHALLOWEST || depth > RuleSet.DEEPEST) {
            throw Failure.badInput(
                    "--depth is %d.".formatted(depth),
                    "--depth",
                    "Ask for %d to %d.".formatted(RuleSet.SHALLOWEST, RuleSet.DEEPEST));
        }
        if (deals < 1) {
            throw Failure.badInput("--deals is %d.".formatted(deals), "--deals", "Ask for at least 100.");
        }
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            Proposal proposal = deal == null ? null : ScoreCommand.proposal(marketplace, deal);
            try (DealEngine engine = engine(session, marketplace, Device.CPU, progress)) {
                RuleBook book = chosen(engine.ruleBook(deals, withForecast, progress));
                RuleSet rules = book.rules(depth);
                Rule firing = proposal == null ? null : rules.firing(engine.ruleFacts(proposal, withForecast));
                return Result.of(json(rules, book, firing), text(rules, book, firing));
            }
        }
    }

    private RuleBook chosen(RuleBook book) {
        if (category == null) {
            return book;
        }
        try {
            return book.only(CATEGORY, new Category(category).name());
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    "The model knows no category '%s'.".formatted(category),
                    "--category",
                    "Choose one of %s.".formatted(String.join(", ", categories(book))));
        }
    }

    private static List<String> categories(RuleBook book) {
        return book.facts().stream()
                .filter(fact -> fact.name().equals(CATEGORY))
                .map(Readable::value)
                .toList();
    }

    private static Map<String, RuleSet.Fidelity> byCategory(RuleSet rules, RuleBook book) {
        Map<String, RuleSet.Fidelity> fidelities = new LinkedHashMap<>();
        for (String category : categories(book)) {
            try {
                fidelities.put(category, rules.on(book.only(CATEGORY, category).examples()));
            } catch (IllegalArgumentException none) {
                // No merchant of it was held out, so nothing can be said.
            }
        }
        return fidelities;
    }

    private static Map<String, @Nullable Object> json(RuleSet rules, RuleBook book, @Nullable Rule firing) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("text", rule.text());
            row.put("verdict", rule.verdict().words());
            row.put("coverage", rule.coverage());
            row.put("precision", rule.precision());
            row.put("lift", rule.lift());
            row.put("deals", rule.deals());
            row.put("score", rule.score());
            rows.add(row);
        }
        Map<String, Object> units = new LinkedHashMap<>();
        rules.facts().forEach(fact -> units.put(fact.name(), fact.unit()));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rules", rows);
        json.put("fidelity", rules.fidelity());
        json.put("fidelityByCategory", byCategory(rules, book));
        json.put("units", units);
        if (firing != null) {
            json.put("fires", firing.text());
        }
        return json;
    }

    private static String text(RuleSet rules, RuleBook book, @Nullable Rule firing) {
        RuleSet.Fidelity fidelity = rules.fidelity();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d rules from %,d deals; on %,d others they agree with the model on %.0f%% (always the same: %.0f%%), R² %.2f%n%n%9s %10s %6s %6s%n",
                rules.rules().size(),
                fidelity.learned(),
                fidelity.heldOut(),
                100 * fidelity.accuracy(),
                100 * fidelity.constant(),
                fidelity.r2(),
                "coverage",
                "precision",
                "lift",
                "deals"));
        for (Rule rule : rules.rules()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%8.0f%% %9.0f%% %5.1fx %6d  %s%s%n",
                    100 * rule.coverage(),
                    100 * rule.precision(),
                    rule.lift(),
                    rule.deals(),
                    rule.text(),
                    rule.equals(firing) ? "   <- fires" : ""));
        }
        Map<String, RuleSet.Fidelity> categories = byCategory(rules, book);
        if (categories.size() > 1) {
            text.append(String.format("%n%-24s %9s %6s%n", "by category", "agrees", "deals"));
            categories.forEach((name, own) -> text.append(
                    String.format(Locale.ROOT, "%-24s %8.0f%% %6d%n", name, 100 * own.accuracy(), own.heldOut())));
        }
        return text.toString().stripTrailing();
    }
}
