package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Json;
import aidg.app.Scenarios;
import aidg.app.Session;
import aidg.app.export.OutFile;
import aidg.app.export.ScenarioTable;
import aidg.engine.DealEngine;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench scenario`.
@CommandLine.Command(
        name = "scenario",
        description = {
            "Keep terms that were tried under a name, and compare them side by side.",
            "A scenario holds what the model said of the terms. `compare` scores them again and tells whether every",
            "figure is the same to the bit.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench scenario save --deal D030067 --name calmer --discount 0.2",
            "           workbench scenario compare --deal D030067 --out calmer.csv",
            "           workbench scenario delete --deal D030067 --name calmer"
        })
final class ScenarioCommand extends Command.InWorkspace {

    /// Days after the proposal.
    private static final int LATEST_START = 182;

    /// How many are compared at once.
    private static final int SIDE_BY_SIDE = 4;

    private static final Set<Verb> OF_ONE = Set.of(Verb.SAVE, Verb.RENAME, Verb.DELETE);

    /// What to do.
    enum Verb {
        SAVE,
        LIST,
        COMPARE,
        RENAME,
        DELETE
    }

    @Parameters(index = "0", paramLabel = "VERB", description = "save, list, compare, rename or delete.")
    private Verb verb = Verb.LIST;

    @Option(
            names = "--deal",
            paramLabel = "ID",
            description = "A proposal of the workspace. Without it `list` shows the scenarios of all.")
    private String deal = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "Name of the scenario; with compare up to four, each with its own --name. Default: the last four.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--replace", description = "With save: put it in the place of the one of that name.")
    private boolean replace;

    @Option(names = "--to", paramLabel = "NAME", description = "With rename: the new name.")
    private @Nullable String newName;

    @Option(
            names = "--starts",
            paramLabel = "DATE",
            description = "First day of the run, like 2026-12-01. Default: as proposed.")
    private @Nullable LocalDate starts;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the comparison to this file as well: .csv or .json.")
    private @Nullable Path out;

    @Mixin
    private DeviceOption device = new DeviceOption();

    @ArgGroup(exclusive = false, heading = "Terms, with save:%n")
    private @Nullable TermsOptions terms;

    ScenarioCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        OutFile file = checkCall();
        try (Session session = open(progress)) {
            Scenarios scenarios = new Scenarios(session);
            if (verb == Verb.LIST && deal.isEmpty()) {
                return told("All proposals", scenarios.all());
            }
            Marketplace marketplace = session.marketplace(progress);
            Proposal proposal = ScoreCommand.proposal(marketplace, deal);
            return switch (verb) {
                case LIST -> told(proposal.title(), scenarios.of(deal));
                case RENAME -> rename(scenarios);
                case DELETE -> delete(scenarios);
                case SAVE -> {
                    try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                        yield save(scenarios, engine, proposal);
                    }
                }
                case COMPARE -> {
                    List<Scenario> chosen = chosen(scenarios);
                    try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                        yield compare(scenarios, engine, proposal, chosen, file);
                    }
                }
            };
        }
    }

    private @Nullable OutFile checkCall() {
        if (deal.isEmpty() && verb != Verb.LIST) {
            throw Failure.badInput("Nothing tells of which proposal.", "--deal", "Give it: --deal D030067.");
        }
        if (replace && verb != Verb.SAVE) {
            throw Failure.badInput("--replace belongs to save.", "--replace", "Leave it out.");
        }
        if (verb != Verb.SAVE && (terms != null || starts != null)) {
            throw Failure.badInput(
                    "Terms and a first day belong to save, not to %s.".formatted(word()),
                    "scenario " + word(),
                    "Leave them out, or use `workbench scenario save`.");
        }
        if (OF_ONE.contains(verb) && names.size() != 1) {
            throw Failure.badInput(
                    names.isEmpty() ? "The scenario has no name." : "One scenario has one name.",
                    "--name",
                    "Give it one: --name calmer.");
        }
        if (names.size() > SIDE_BY_SIDE) {
            throw Failure.badInput(
                    "%d scenarios do not fit side by side.".formatted(names.size()), "--name", "Name up to four.");
        }
        if ((verb == Verb.RENAME) != (newName != null && !newName.isBlank())) {
            throw verb == Verb.RENAME
                    ? Failure.badInput("The new name is missing.", "--to", "Give it: --to calmest.")
                    : Failure.badInput("--to belongs to rename.", "--to", "Leave it out.");
        }
        if (out != null && verb != Verb.COMPARE) {
            throw Failure.badInput("--out belongs to compare.", "--out", "Leave it out.");
        }
        return out == null ? null : new OutFile(out, List.of(".csv", ".json"));
    }

    private String word() {
        return verb.name().toLowerCase(Locale.ROOT);
    }

    private Result save(Scenarios scenarios, DealEngine engine, Proposal proposal) {
        DealTerms tried = proposal.terms();
        TermsOptions given = terms;
        if (given != null) {
            given.requireKnownCategory(engine.marketplace());
            tried = given.over(tried);
        }
        LocalDate first = starts == null ? proposal.startsOn() : starts;
        if (first.isBefore(proposal.proposedOn())) {
            throw Failure.badInput(
                    "The run cannot start on %s, before it was proposed on %s.".formatted(first, proposal.proposedOn()),
                    "--starts",
                    "Give a later day.");
        }
        if (first.isAfter(proposal.proposedOn().plusDays(LATEST_START))) {
            throw Failure.badInput(
                    "The run cannot start on %s, more than half a year after it was proposed on %s."
                            .formatted(first, proposal.proposedOn()),
                    "--starts",
                    "Give an earlier day.");
        }
        String name = names.getFirst().strip();
        boolean taken = scenarios.of(deal).stream().anyMatch(one -> one.name().equals(name));
        if (taken && !replace) {
            throw Failure.badInput(
                    "'%s' has a scenario '%s' already.".formatted(deal, name),
                    "--name",
                    "Give it another name, or put it in that one's place with --replace.");
        }
        Scenario saved = scenarios.save(engine, proposal, tried, first, name);
        return Result.of(row(saved), (taken ? "Replaced. " : "Saved. ") + words(saved));
    }

    private Result rename(Scenarios scenarios) {
        Scenario before = named(scenarios, names.getFirst());
        String wanted = Objects.requireNonNull(newName).strip();
        if (!wanted.equals(before.name())
                && scenarios.of(deal).stream().anyMatch(one -> one.name().equals(wanted))) {
            throw Failure.badInput(
                    "'%s' has another scenario '%s'.".formatted(deal, wanted), "--to", "Give it another name.");
        }
        Scenario renamed = scenarios.rename(before, wanted);
        return Result.of(row(renamed), "'%s' is called '%s' now.".formatted(before.name(), renamed.name()));
    }

    private Result delete(Scenarios scenarios) {
        Scenario gone = named(scenarios, names.getFirst());
        scenarios.delete(gone);
        return Result.of(row(gone), "Deleted '%s'.".formatted(gone.name()));
    }

    private Scenario named(Scenarios scenarios, String name) {
        return scenarios.of(deal).stream()
                .filter(scenario -> scenario.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "'%s' has no scenario '%s'.".formatted(deal, name),
                        "--name",
                        "`workbench scenario list --deal %s` shows them.".formatted(deal)));
    }

    private List<Scenario> chosen(Scenarios scenarios) {
        if (!names.isEmpty()) {
            return names.stream().map(name -> named(scenarios, name)).toList();
        }
        List<Scenario> all = scenarios.of(deal);
        if (all.isEmpty()) {
            throw Failure.badInput(
                    "'%s' has no scenarios yet.".formatted(deal),
                    "--deal",
                    "Save one: `workbench scenario save --deal %s --name calmer --discount 0.2`.".formatted(deal));
        }
        return all.subList(Math.max(0, all.size() - SIDE_BY_SIDE), all.size());
    }

    private Result told(String of, List<Scenario> all) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        StringBuilder text =
                new StringBuilder("%s: %d %s".formatted(of, all.size(), all.size() == 1 ? "scenario" : "scenarios"));
        all.forEach(scenario -> {
            rows.add(row(scenario));
            text.append("%n%s%s".formatted(deal.isEmpty() ? scenario.dealId() + " " : "", words(scenario)));
        });
        return Result.of(Map.of("scenarios", rows), text.toString());
    }

    private Result compare(
            Scenarios scenarios, DealEngine engine, Proposal proposal, List<Scenario> chosen, @Nullable OutFile file) {
        Scenarios.Comparison comparison = scenarios.compare(engine, proposal, chosen);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        comparison.scenarios().forEach(one -> {
            Map<String, @Nullable Object> row = row(one.scenario());
            row.put("same", one.same());
            row.put("why", one.words());
            row.put("scoreNow", one.now().score());
            row.put("expectedGp30Now", one.now().expectedGp30());
            rows.add(row);
        });
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dealId", deal);
        json.put("scenarios", rows);
        ScenarioTable table = new ScenarioTable(comparison);
        if (file != null) {
            String content = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? table.csv() : Json.of(json);
            try {
                file.write(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        int left = scenarios.of(deal).size() - chosen.size();
        String more = names.isEmpty() && left > 0
                ? "%n%d earlier %s left out; name what you want with --name."
                        .formatted(left, left == 1 ? "one is" : "ones are")
                : "";
        return Result.of(json, table.text() + more);
    }

    private static Map<String, @Nullable Object> row(Scenario scenario) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("dealId", scenario.dealId());
        row.put("name", scenario.name());
        row.put("terms", scenario.terms());
        row.put("startsOn", scenario.startsOn().toString());
        row.put("score", scenario.said().score());
        row.put("low", scenario.said().interval().low());
        row.put("high", scenario.said().interval().high());
        row.put("approval", scenario.said().approval());
        row.put("expectedGp30", scenario.said().gp30());
        row.put("gp30Low", scenario.said().gp30Range().low());
        row.put("gp30High", scenario.said().gp30Range().high());
        row.put("refusal", scenario.said().refusal());
        row.put("modelHash", scenario.modelHash());
        row.put("dataHash", scenario.dataHash());
        row.put("savedAt", scenario.savedAt().toString());
        return row;
    }

    private static String words(Scenario scenario) {
        DealTerms terms = scenario.terms();
        return String.format(
                Locale.ROOT,
                "'%s': $%,.2f, %.0f%% off, %d days from %s, sold as %s: score %.0f%%, expected GP30 %s%s",
                scenario.name(),
                terms.price().amount(),
                terms.discount().percent(),
                terms.durationDays(),
                scenario.startsOn(),
                terms.category().words(),
                100 * scenario.said().score(),
                Sentences.dollars(scenario.said().gp30()),
                scenario.said().refusal().isEmpty() ? "" : "; the guard refuses it");
    }
}
