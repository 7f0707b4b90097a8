package aidg.app.export;

import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rules for people to read.
final class RuleText {

    private static final int IDS_SHOWN = 5;

    private final RuleReport report;
    private final @Nullable Rule firing;
    private final StringBuilder text = new StringBuilder();

    /// @param dealId a proposal of which to say which rule fires; null for none
    RuleText(RuleReport report, @Nullable String dealId) {
        this.report = report;
        firing = dealId == null ? null : report.firing(dealId).orElse(null);
    }

    /// @param most conflicts and counter-examples, each
    String told(int most) {
        text.setLength(0);
        rules();
        categories();
        some("Conflicts with the safety guard and with managers", report.conflicts(), RuleText::conflict, most);
        some("Deals of which the model says the opposite", report.counterExamples(), RuleText::example, most);
        return text.toString().stripTrailing();
    }

    private void add(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private void rules() {
        RuleSet.Fidelity fidelity = report.rules().fidelity();
        add(
                "%d %s from %,d deals%s; on %,d others they agree with the model on %.0f%% (always the same: %.0f%%),"
                        + " R² %.2f%n%n",
                report.rules().rules().size(),
                report.rules().rules().size() == 1 ? "rule" : "rules",
                fidelity.learned(),
                of(report.category()),
                fidelity.heldOut(),
                100 * fidelity.accuracy(),
                100 * fidelity.constant(),
                fidelity.r2());
        add("%9s %10s %6s %6s%n", "coverage", "precision", "lift", "deals");
        for (Rule rule : report.rules().rules()) {
            add(
                    "%8.0f%% %9.0f%% %5.1fx %6d  %s%s%n",
                    100 * rule.coverage(),
                    100 * rule.precision(),
                    rule.lift(),
                    rule.deals(),
                    rule.text(),
                    rule.equals(firing) ? "   <- fires" : "");
        }
    }

    private static String of(@Nullable Category category) {
        return category == null ? "" : " of '%s'".formatted(category.name());
    }

    private void categories() {
        Map<Category, RuleSet.Fidelity> categories = report.byCategory();
        if (categories.size() > 1) {
            add("%n%-24s %9s %6s%n", "by category", "agrees", "deals");
            categories.forEach((category, own) ->
                    add("%-24s %8.0f%% %6d%n", category.name(), 100 * own.accuracy(), own.heldOut()));
        }
    }

    private <T> void some(String title, List<T> all, Function<T, String> words, int most) {
        add("%n%s: %s%n", title, all.isEmpty() ? "none" : "%,d".formatted(all.size()));
        all.stream().limit(most).forEach(one -> text.append(words.apply(one)));
        if (all.size() > most) {
            add("  … and %,d more: `--out FILE` writes all%n", all.size() - most);
        }
    }

    private static String conflict(RuleConflict conflict) {
        List<String> ids = conflict.dealIds();
        return "  %s%n    %s %s%s%n"
                .formatted(
                        conflict.rule().text(),
                        conflict.sentence(),
                        String.join(", ", ids.subList(0, Math.min(IDS_SHOWN, ids.size()))),
                        conflict.deals() > IDS_SHOWN ? ", …" : "");
    }

    private static String example(CounterExample example) {
        DealTerms terms = example.deal().terms();
        return String.format(
                Locale.ROOT,
                "  %s%n    %s of %s, %s (%.0f%% off, $%,.0f, %d days): the model says %.0f%%%s%n",
                example.rule().text(),
                example.deal().id(),
                example.merchant().name(),
                example.deal().title(),
                terms.discount().percent(),
                terms.price().amount(),
                terms.durationDays(),
                100 * example.score(),
                example.unusual().isEmpty() ? "" : "; " + example.unusual());
    }
}
