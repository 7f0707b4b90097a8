package aidg.app.cli;

import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.EditLimits;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Edit;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench counterfactual`.
@CommandLine.Command(
        name = "counterfactual",
        description = {
            "Find the smallest edits that make a proposal acceptable.",
            "That is, the score reaches a target and the safety guard lets it out, inside limits that every answer",
            "keeps to. Small is what asks little of the merchant:",
            "5 points of discount, a tenth of the price and two fifths of the days count alike.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench counterfactual --deal D030067",
            "           workbench counterfactual --deal D030067 --freeze category,duration --limit price=150..180/5"
        })
final class CounterfactualCommand extends Command.InWorkspace {

    @Option(names = "--deal", paramLabel = "ID", required = true, description = "A proposal of the workspace.")
    private String deal = "";

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private LimitOptions options = new LimitOptions();

    @Mixin
    private DeviceOption device = new DeviceOption();

    CounterfactualCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        target.requireScore();
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            Proposal proposal = ScoreCommand.proposal(marketplace, deal);
            EditLimits usual = EditLimits.of(marketplace, proposal);
            Limits limits = options.over(usual.limits());
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                SmallestEdit.Answer answer =
                        SmallestEdit.find(engine.whatIf(proposal), proposal.terms(), limits, target.score());
                return Result.of(json(answer, limits), text(proposal, answer, limits, usual.source()));
            }
        }
    }

    private String reason(SmallestEdit.Answer answer) {
        if (answer.isFine()) {
            return String.format(
                    Locale.ROOT,
                    "It is acceptable as it stands, a score of %.0f%% where %.0f%% is asked and the guard lets it out.",
                    100 * answer.before().score(),
                    100 * target.score());
        }
        return answer.edits().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "No edit within these limits reaches a score of %.0f%% and passes the guard.",
                        100 * target.score())
                : "";
    }

    private Map<String, @Nullable Object> json(SmallestEdit.Answer answer, Limits limits) {
        List<Map<String, Object>> edits = new ArrayList<>();
        answer.edits().forEach(one -> edits.add(edit(one, answer.before())));
        Edit nearest = answer.nearest();
        Map<String, Object> ranges = new LinkedHashMap<>();
        for (Term term : Term.values()) {
            Limits.Range range = limits.ranges().get(term);
            if (range != null) {
                ranges.put(term.word(), range);
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dealId", deal);
        json.put("found", !edits.isEmpty());
        json.put("target", target.score());
        json.put("before", edit(answer.before(), answer.before()));
        json.put("edits", edits);
        json.put("nearest", nearest == null ? null : edit(nearest, answer.before()));
        json.put("reason", reason(answer));
        json.put("limits", ranges);
        json.put("mostChanges", limits.mostChanges());
        return json;
    }

    private static Map<String, Object> edit(Edit edit, Edit before) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("terms", edit.terms());
        row.put("score", edit.score());
        row.put("expectedGp30", edit.gp30());
        row.put("allowed", edit.allowed());
        row.put("sentence", edit.sentence(before));
        return row;
    }

    private String text(Proposal proposal, SmallestEdit.Answer answer, Limits limits, String source) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: score %.0f%%, expected GP30 $%,.0f%n",
                proposal.title(),
                100 * answer.before().score(),
                answer.before().gp30()));
        String reason = reason(answer);
        if (!reason.isEmpty()) {
            text.append(reason).append('\n');
        }
        int number = 1;
        for (Edit one : answer.edits()) {
            text.append("%d. %s%n".formatted(number++, one.sentence(answer.before())));
        }
        Edit nearest = answer.nearest();
        if (nearest != null) {
            text.append("The nearest miss. %s%n".formatted(nearest.sentence(answer.before())));
        }
        return text.append("Limits: %s; from %s.".formatted(words(limits), source))
                .toString();
    }

    private static String words(Limits limits) {
        List<String> parts = new ArrayList<>();
        for (Term term : Term.values()) {
            Limits.Range range = limits.ranges().get(term);
            parts.add(
                    range == null
                            ? term.word() + " frozen"
                            : String.format(
                                    Locale.ROOT,
                                    switch (term) {
                                        case DISCOUNT -> "discount %.0f to %.0f%%";
                                        case PRICE -> "price $%,.2f to $%,.2f";
                                        case DURATION -> "duration %.0f to %.0f days";
                                    },
                                    (term == Term.DISCOUNT ? 100 : 1) * range.low(),
                                    (term == Term.DISCOUNT ? 100 : 1) * range.high()));
        }
        parts.add(limits.categories().isEmpty() ? "category kept" : "any category");
        if (limits.mostChanges() <= Term.values().length) {
            parts.add(
                    "at most %d %s".formatted(limits.mostChanges(), limits.mostChanges() == 1 ? "change" : "changes"));
        }
        return String.join(", ", parts);
    }
}
