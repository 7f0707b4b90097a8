package aidg.app.cli;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Scored deals as JSON and as text.
final class ScoreResult {

    private static final int PARTS_SHOWN = 8;
    private static final int CAUSES_SHOWN = 5;

    private ScoreResult() {}

    static Command.Result one(ScoredDeal scored) {
        return Command.Result.of(json(scored), text(scored));
    }

    static Command.Result many(List<ScoredDeal> scored) {
        return Command.Result.of(
                Map.of("results", scored.stream().map(ScoreResult::json).toList()),
                String.join("\n", scored.stream().map(ScoreResult::line).toList()));
    }

    static Map<String, @Nullable Object> json(ScoredDeal scored) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dealId", scored.proposal().id());
        json.put("merchantId", scored.proposal().merchantId());
        json.putAll(scored.figures());
        json.put("guard", scored.guard());
        json.put("modelHash", scored.modelHash());
        json.put("device", scored.device());
        if (scored.trace() != null) {
            json.put("trace", scored.trace());
        }
        return json;
    }

    private static String line(ScoredDeal s) {
        return String.format(
                Locale.ROOT,
                "%-10s %5.1f%% (%.0f–%.0f%%), expected GP30 %s, guard: %s",
                s.proposal().merchantId(),
                100 * s.score(),
                100 * s.interval().low(),
                100 * s.interval().high(),
                Sentences.dollars(s.expectedGp30()),
                s.guard().reason());
    }

    static String text(ScoredDeal s) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Score %.1f%%, between %.0f%% and %.0f%% (90%% interval); %s: %.0f%%%n",
                100 * s.score(),
                100 * s.interval().low(),
                100 * s.interval().high(),
                s.baseRateOf(),
                100 * s.baseRate()));
        text.append(String.format(
                Locale.ROOT,
                "Approval %.0f%%, so an override chance of %.0f%%; reaches baseline %.0f%%; risk from past overrides %.2f%n",
                100 * s.approval(),
                100 * (1 - s.approval()),
                100 * s.reach(),
                s.risk()));
        text.append(String.format(
                Locale.ROOT,
                "Expected gross profit of 30 days %s, between %s and %s (90%% interval); baseline of those days %s%n",
                Sentences.dollars(s.expectedGp30()),
                Sentences.dollars(s.gp30Range().low()),
                Sentences.dollars(s.gp30Range().high()),
                Sentences.dollars(s.proposal().baselineGp30())));
        text.append("Guard: %s%n".formatted(s.guard().reason()));
        s.guard().checks().forEach(check -> text.append("  %-14s %s%n".formatted(check.name(), words(check))));
        ScoreTrace trace = s.trace();
        if (trace != null) {
            explain(trace, s.score(), text);
        }
        return text.append("Model %s on %s".formatted(s.modelHash(), s.device()))
                .toString();
    }

    private static String words(GuardVerdict.Check check) {
        String outcome = check.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return check.detail().isEmpty() ? outcome : outcome + ", " + check.detail();
    }

    private static void explain(ScoreTrace trace, double score, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "%nWhy, in points of score%n  %-52s %6.1f%n",
                "Other open deals of this category",
                100 * trace.baseScore()));
        double rest = 0;
        for (int i = 0; i < trace.contributions().size(); i++) {
            ScoreTrace.Contribution c = trace.contributions().get(i);
            if (i < PARTS_SHOWN) {
                text.append(
                        String.format(Locale.ROOT, "  %-52s %+6.1f  %s%n", c.words(), 100 * c.points(), c.typical()));
                c.parts().stream()
                        .limit(CAUSES_SHOWN)
                        .forEach(part -> text.append(String.format(
                                Locale.ROOT,
                                "    of which %-41s %+6.1f  %s%n",
                                part.words(),
                                100 * part.points(),
                                part.typical())));
            } else {
                rest += c.points();
            }
        }
        int smaller = trace.contributions().size() - PARTS_SHOWN;
        if (smaller > 0) {
            text.append(String.format(Locale.ROOT, "  %-52s %+6.1f%n", smaller + " smaller parts", 100 * rest));
        }
        text.append(String.format(Locale.ROOT, "  %-52s %6.1f%n", "Score", 100 * score));
        trace.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n');
    }
}
