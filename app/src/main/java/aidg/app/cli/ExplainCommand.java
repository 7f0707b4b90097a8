package aidg.app.cli;

import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.ScoreTrace;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.marketplace.Marketplace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench explain`.
@CommandLine.Command(
        name = "explain",
        description = {
            "Say why a proposal scores as it does, by three methods, and how far to trust that.",
            "Points are what each fact adds to the score against open deals of its category (Shapley values). Gradient",
            "and hidden are the same by integrated gradients and by hiding the fact. Looked at is the share of attention.",
            "Under the forecast stand its own causes, which add up to its points.",
            ""
        },
        footer = {"", "Example:  workbench explain --deal D030067"})
final class ExplainCommand extends Command.InWorkspace {

    private static final int PARTS_SHOWN = 10;
    private static final int CAUSES_SHOWN = 5;
    private static final int WIDTH = 52;

    @Option(names = "--deal", paramLabel = "ID", required = true, description = "A proposal of the workspace.")
    private String deal = "";

    @Mixin
    private DeviceOption device = new DeviceOption();

    ExplainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            Proposal proposal = ScoreCommand.proposal(marketplace, deal);
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                Explanation explanation = engine.explainFully(proposal);
                List<PastAttention> pasts = engine.pastAttention(proposal.merchantId());
                return Result.of(json(explanation, pasts), text(explanation, pasts));
            }
        }
    }

    private static Map<String, Object> json(Explanation explanation, List<PastAttention> pasts) {
        ScoreTrace trace = explanation.trace();
        List<Map<String, Object>> contributions = new ArrayList<>();
        for (Explanation.Reason reason : explanation.reasons()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("feature", reason.contribution().feature());
            row.put("words", reason.contribution().words());
            row.put("typical", reason.contribution().typical());
            row.put("points", reason.contribution().points());
            row.put("gp30", reason.contribution().gp30());
            row.put("parts", reason.contribution().parts());
            row.put("attention", reason.attention());
            row.put("gradient", reason.gradient());
            row.put("occlusion", reason.occlusion());
            contributions.add(row);
        }
        Honesty honesty = explanation.honesty();
        Map<String, Object> faithfulness = new LinkedHashMap<>();
        faithfulness.put("agreement", honesty.agreement());
        faithfulness.put("deletion", honesty.deletion());
        faithfulness.put("insertion", honesty.insertion());
        faithfulness.put("localFidelity", honesty.fidelity());
        faithfulness.put("steadiness", honesty.steadiness());
        faithfulness.put("badge", honesty.badge().name().toLowerCase(Locale.ROOT));
        faithfulness.put("curves", honesty.curves());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dealId", explanation.scored().proposal().id());
        json.put("score", explanation.scored().score());
        json.put("baseScore", trace.baseScore());
        json.put("riskAdjustment", risk(explanation).points());
        json.put("attention", trace.attention());
        json.put("heads", explanation.heads());
        json.put("pasts", pasts.stream().map(Pasts::json).toList());
        json.put("contributions", contributions);
        json.put("completeness", explanation.completeness());
        json.put("against", explanation.against());
        json.put("faithfulness", faithfulness);
        json.put("sentences", trace.sentences());
        json.put("modelHash", explanation.scored().modelHash());
        return json;
    }

    private static String text(Explanation explanation, List<PastAttention> pasts) {
        ScoreTrace trace = explanation.trace();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s scores %.1f%%; %s %.1f%%%n%n%-52s %7s %9s %7s %9s %10s%n",
                explanation.scored().proposal().title(),
                100 * explanation.scored().score(),
                others(explanation.against().size()),
                100 * trace.baseScore(),
                "in points of score",
                "points",
                "GP30",
                "hidden",
                "gradient",
                "looked at"));
        explanation.reasons().stream().limit(PARTS_SHOWN).forEach(reason -> {
            text.append(String.format(
                    Locale.ROOT,
                    "%-52s %+7.1f %9s %+7.1f %+9.1f %10s%n",
                    cut(reason.contribution().words(), WIDTH),
                    100 * reason.contribution().points(),
                    Sentences.dollars(reason.contribution().gp30()),
                    100 * reason.occlusion(),
                    100 * reason.gradient(),
                    reason.attention() == 0 ? "-" : String.format(Locale.ROOT, "%.0f%%", 100 * reason.attention())));
            text.append(parts(reason.contribution()));
        });
        text.append(rest(explanation));
        if (explanation.honesty().badge() != Honesty.Badge.RED) {
            trace.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        }
        pasts.forEach(
                past -> text.append(Pasts.sentence(past, trace.attention())).append('\n'));
        Honesty honesty = explanation.honesty();
        return text.append(String.format(
                        Locale.ROOT,
                        "%n%s Agreement %.2f, deletion %.2f, insertion %.2f, local fidelity %.2f, steadiness %.2f.%n"
                                + "Model %s on %s",
                        trust(honesty.badge()),
                        honesty.agreement(),
                        honesty.deletion(),
                        honesty.insertion(),
                        honesty.fidelity(),
                        honesty.steadiness(),
                        explanation.scored().modelHash(),
                        explanation.scored().device()))
                .toString();
    }

    private static String others(int count) {
        return switch (count) {
            case 0 -> "a deal of which nothing is known";
            case 1 -> "one other open deal like it";
            default -> count + " other open deals like it, on average";
        };
    }

    /// What is not in the table so far, so that it adds up from the others' mean to the score.
    private static String rest(Explanation explanation) {
        List<Explanation.Reason> smaller =
                explanation.reasons().stream().skip(PARTS_SHOWN).toList();
        StringBuilder text = new StringBuilder();
        if (!smaller.isEmpty()) {
            text.append(line(
                    "%d smaller ones".formatted(smaller.size()),
                    smaller.stream()
                            .mapToDouble(one -> one.contribution().points())
                            .sum(),
                    Money.of(smaller.stream()
                            .mapToDouble(one -> one.contribution().gp30().amount())
                            .sum())));
        }
        ScoreTrace.Contribution risk = risk(explanation);
        return text.append(line(risk.words(), risk.points(), risk.gp30())).toString();
    }

    /// The risk adjustment, which no other method attributes.
    private static ScoreTrace.Contribution risk(Explanation explanation) {
        return explanation.trace().contributions().stream()
                .filter(one -> one.feature().equals("risk_adjustment"))
                .findFirst()
                .orElseThrow();
    }

    private static String line(String words, double points, Money gp30) {
        return String.format(
                Locale.ROOT, "%-52s %+7.1f %9s%n", cut(words, WIDTH), 100 * points, Sentences.dollars(gp30));
    }

    private static String parts(ScoreTrace.Contribution contribution) {
        StringBuilder text = new StringBuilder();
        contribution.parts().stream()
                .limit(CAUSES_SHOWN)
                .forEach(part -> text.append(String.format(
                        Locale.ROOT,
                        "  %-50s %+7.1f %9s  %s%n",
                        cut(part.words(), WIDTH - 2),
                        100 * part.points(),
                        Sentences.dollars(part.gp30()),
                        part.typical())));
        return text.toString();
    }

    private static String trust(Honesty.Badge badge) {
        return switch (badge) {
            case GREEN -> "This explanation can be trusted.";
            case AMBER -> "This explanation holds in part.";
            case LITTLE -> "Little sets this deal apart, so there is little to explain.";
            case RED ->
                "Do not rely on this explanation: the model does not act by these parts, or they hang on what it does "
                        + "not know.";
        };
    }

    private static String cut(String words, int width) {
        return words.length() <= width ? words : words.substring(0, width - 1) + "…";
    }
}
