package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.EditLimits;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench whatif`.
@CommandLine.Command(
        name = "whatif",
        description = {
            "Score a proposal over a grid of two terms.",
            "Also say from where to where each term may move while the proposal stays acceptable: the score at least",
            "at the target, and the safety guard lets it out.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench whatif --deal D030067",
            "           workbench whatif --deal D030067 --axes price,duration --grid 64 --json",
            "           workbench whatif --deal D030067 --discount 0.25 --days 30"
        })
final class WhatIfCommand extends Command.InWorkspace {

    private static final int LEAST_GRID = 2;
    private static final int MOST_GRID = 256;
    private static final int ON_A_CURVE = 64;
    private static final int COLUMNS_SHOWN = 9;
    private static final int ROWS_SHOWN = 9;

    @Option(names = "--deal", paramLabel = "ID", required = true, description = "A proposal of the workspace.")
    private String deal = "";

    @Option(
            names = "--axes",
            split = ",",
            paramLabel = "TERM",
            defaultValue = "discount,price",
            description = "Two of discount, price, duration. Default: ${DEFAULT-VALUE}.")
    private List<String> axes = List.of();

    @Option(
            names = "--grid",
            paramLabel = "N",
            defaultValue = "16",
            description = "Values of each, 2 to 256. Default: ${DEFAULT-VALUE}.")
    private int grid;

    @Option(
            names = "--value",
            paramLabel = "WHAT",
            defaultValue = "gp30",
            description = "gp30 or score. Default: ${DEFAULT-VALUE}.")
    private String value = "";

    @Mixin
    private TargetOption target = new TargetOption();

    @ArgGroup(exclusive = false, heading = "%nOther terms to start from:%n")
    private TermsOptions terms = new TermsOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    WhatIfCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        List<Term> swept =
                axes.stream().map(word -> LimitOptions.term(word, "--axes")).toList();
        checkCall(swept);
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            terms.requireKnownCategory(marketplace);
            Proposal proposal = ScoreCommand.proposal(marketplace, deal);
            DealTerms base = terms.over(proposal.terms());
            EditLimits usual = EditLimits.of(marketplace, proposal);
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                progress.at("Scoring", 0, 2);
                var offers = engine.whatIf(proposal);
                Surface surface = offers.sweep(
                        base, axis(swept.get(0), base, usual, grid), axis(swept.get(1), base, usual, grid));
                progress.at("Scoring", 1, 2);
                List<Curve> curves = Arrays.stream(Term.values())
                        .map(term -> Curve.of(offers, base, axis(term, base, usual, ON_A_CURVE)))
                        .toList();
                return Result.of(json(surface, curves), text(proposal, base, surface, curves));
            }
        }
    }

    private void checkCall(List<Term> swept) {
        if (swept.size() != 2 || swept.get(0) == swept.get(1)) {
            throw Failure.badInput(
                    "%s are not two terms.".formatted(String.join(",", axes)),
                    "--axes",
                    "Give two of discount, price, duration: --axes discount,price.");
        }
        if (grid < LEAST_GRID || grid > MOST_GRID) {
            throw Failure.badInput("A grid of %d cannot be.".formatted(grid), "--grid", "Give 2 to 256.");
        }
        if (!List.of("gp30", "score").contains(value)) {
            throw Failure.badInput("'%s' is no value.".formatted(value), "--value", "Give gp30 or score.");
        }
        target.requireScore();
    }

    private static Axis axis(Term term, DealTerms base, EditLimits usual, int points) {
        Range range = usual.limits().ranges().get(term);
        return range == null
                ? WideRange.of(term, base).axis(points)
                : WideRange.of(term, base, range).axis(points);
    }

    private Map<String, Object> json(Surface surface, List<Curve> curves) {
        List<List<Boolean>> rejected = new ArrayList<>();
        for (boolean[] row : surface.allowed()) {
            List<Boolean> line = new ArrayList<>();
            for (boolean allowed : row) {
                line.add(!allowed);
            }
            rejected.add(line);
        }
        Map<String, Object> stretches = new LinkedHashMap<>();
        curves.forEach(curve -> stretches.put(curve.term().word(), curve.acceptable(target.score())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dealId", deal);
        json.put("axes", axes);
        json.put("x", surface.x().values());
        json.put("y", surface.y().values());
        json.put("value", value);
        json.put("values", values(surface));
        json.put("rejected", rejected);
        json.put("curves", curves);
        json.put("target", target.score());
        json.put("acceptable", stretches);
        return json;
    }

    private double[][] values(Surface surface) {
        return value.equals("gp30") ? surface.gp30() : surface.score();
    }

    private String text(Proposal proposal, DealTerms base, Surface surface, List<Curve> curves) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s%n%s by %s (down) and %s (across); - where the guard rejects%n%n",
                title(proposal, base),
                value.equals("gp30") ? "Expected GP30" : "Score",
                axes.get(1),
                axes.get(0)));
        List<Integer> columns = some(surface.x().values().size(), COLUMNS_SHOWN);
        text.append(" ".repeat(9));
        columns.forEach(i -> text.append("%9s".formatted(written(surface.x(), i))));
        text.append('\n');
        for (int j : some(surface.y().values().size(), ROWS_SHOWN).reversed()) {
            text.append("%9s".formatted(written(surface.y(), j)));
            for (int i : columns) {
                text.append("%9s".formatted(surface.allowed()[i][j] ? written(values(surface)[i][j]) : "-"));
            }
            text.append('\n');
        }
        text.append('\n');
        curves.forEach(curve -> text.append(stretches(curve, base)).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String title(Proposal proposal, DealTerms base) {
        String terms = String.join(
                ", ",
                Arrays.stream(Term.values())
                        .map(term -> "%s %s".formatted(term.word(), term.said(term.of(base))))
                        .toList());
        return "%s, %s".formatted(proposal.title(), terms);
    }

    private String written(double one) {
        return value.equals("gp30")
                ? String.format(Locale.ROOT, one < 0 ? "\u2212$%,.0f" : "$%,.0f", Math.abs(one))
                : String.format(Locale.ROOT, "%.0f%%", 100 * one);
    }

    private static String written(Axis axis, int point) {
        return axis.term().said(axis.values().get(point));
    }

    /// So many of `count`, evenly, with both ends.
    private static List<Integer> some(int count, int most) {
        List<Integer> some = new ArrayList<>();
        int shown = Math.min(count, most);
        for (int i = 0; i < shown; i++) {
            some.add(shown == 1 ? 0 : i * (count - 1) / (shown - 1));
        }
        return some;
    }

    private String stretches(Curve curve, DealTerms base) {
        List<Curve.Stretch> stretches = curve.acceptable(target.score());
        String now = curve.term().said(curve.term().of(base));
        if (stretches.isEmpty()) {
            return "No %s tried reaches a score of %.0f%% and passes the guard, others as they are (now %s)."
                    .formatted(curve.term().word(), 100 * target.score(), now);
        }
        List<String> parts = stretches.stream()
                .map(one -> "%s to %s"
                        .formatted(curve.term().said(one.from()), curve.term().said(one.to())))
                .toList();
        return "Acceptable at a %s of %s (now %s).".formatted(curve.term().word(), String.join(" and ", parts), now);
    }
}
