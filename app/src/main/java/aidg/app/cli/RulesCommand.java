package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.export.RuleExport;
import aidg.engine.DealEngine;
import aidg.engine.RuleReport;
import aidg.engine.RuleStudy;
import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            "model then says the same, lift how much more often than otherwise. A conflict is a rule that recommends",
            "what the safety guard refuses or managers override more often than elsewhere, or that expects overrides",
            "where managers approve.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench rules --depth 3",
            "           workbench rules --category restaurant --deal D030067",
            "           workbench rules --with-forecast --out rules.csv"
        })
final class RulesCommand extends Command.InWorkspace {

    /// Conflicts and counter-examples told on the terminal, each.
    private static final int SHOWN = 3;

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

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write rules, conflicts and counter-examples to a .txt, .csv or .json file as well.")
    private @Nullable Path out;

    RulesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        checkCall();
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            if (deal != null) {
                ScoreCommand.proposal(marketplace, deal);
            }
            checkCategory(marketplace);
            try (DealEngine engine = engine(session, marketplace, Device.CPU, progress)) {
                RuleReport report = report(engine.ruleStudy(deals, withForecast, progress), marketplace);
                RuleExport export = new RuleExport(report, deal);
                return result(export);
            }
        }
    }

    /// Refuses what cannot be done before anything is opened.
    private void checkCall() {
        if (depth < RuleSet.SHALLOWEST || depth > RuleSet.DEEPEST) {
            throw Failure.badInput(
                    "--depth is %d.".formatted(depth),
                    "--depth",
                    "Ask for %d to %d.".formatted(RuleSet.SHALLOWEST, RuleSet.DEEPEST));
        }
        if (deals < 1) {
            throw Failure.badInput("--deals is %d.".formatted(deals), "--deals", "Ask for at least 100.");
        }
        if (out != null) {
            RuleExport.check(out);
        }
    }

    /// Refuses a category that no merchant has, before the model is asked about the past.
    private void checkCategory(Marketplace marketplace) {
        Set<Category> sold =
                marketplace.merchants().stream().map(Merchant::category).collect(Collectors.toCollection(TreeSet::new));
        if (category != null && !sold.contains(new Category(category))) {
            throw Failure.badInput(
                    "No merchant is of a category '%s'.".formatted(category),
                    "--category",
                    "Choose one of %s.".formatted(names(sold.stream())));
        }
    }

    private Result result(RuleExport export) throws IOException {
        Map<String, @Nullable Object> json = export.json();
        String text = export.text(SHOWN);
        if (out != null) {
            export.write(out);
            json.put("file", out.toString());
            text += "%n%nThe rules are in %s.".formatted(out);
        }
        return Result.of(json, text);
    }

    private RuleReport report(RuleStudy study, Marketplace marketplace) {
        Category chosen = category == null ? null : new Category(category);
        Map<Category, Integer> known = study.categories();
        if (chosen != null && !known.containsKey(chosen)) {
            throw Failure.badInput(
                    "The model knows no category '%s'.".formatted(category),
                    "--category",
                    "Choose one of %s.".formatted(names(known.keySet().stream())));
        }
        if (!study.isEnough(chosen)) {
            throw tooFew(study, chosen, marketplace);
        }
        return study.report(chosen, depth);
    }

    private Failure tooFew(RuleStudy study, @Nullable Category chosen, Marketplace marketplace) {
        String message =
                "There are too few past deals%s (%,d) to learn rules from and to measure them on other merchants."
                        .formatted(
                                chosen == null ? "" : " of '%s'".formatted(chosen.name()),
                                chosen == null
                                        ? study.book().examples().size()
                                        : study.categories().getOrDefault(chosen, 0));
        if (deals < marketplace.deals().size()) {
            return Failure.badInput(
                    message,
                    "--deals",
                    "Raise --deals: there are %,d."
                            .formatted(marketplace.deals().size()));
        }
        String others = names(study.categories().keySet().stream().filter(study::isEnough));
        if (chosen == null) {
            return Failure.failed(message, "", "Import more deals with `workbench import`.");
        }
        return Failure.badInput(
                message,
                "--category",
                "Leave --category out%s.".formatted(others.isEmpty() ? "" : ", or choose one of " + others));
    }

    private static String names(Stream<Category> categories) {
        return categories.map(Category::name).collect(Collectors.joining(", "));
    }
}
