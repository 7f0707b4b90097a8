package aidg.app.export;

import aidg.engine.CounterExample;
import aidg.engine.RuleReport;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import aidg.engine.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rules as an object for programs.
final class RuleJson {

    private RuleJson() {}

    /// @param dealId a proposal of which to say which rule fires; null for none
    static Map<String, @Nullable Object> of(RuleReport report, @Nullable String dealId) {
        Map<String, RuleSet.Fidelity> byCategory = new LinkedHashMap<>();
        report.byCategory().forEach((category, fidelity) -> byCategory.put(category.name(), fidelity));
        Map<String, String> units = new LinkedHashMap<>();
        report.rules().facts().forEach(fact -> units.put(fact.name(), fact.unit()));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("category", report.category());
        json.put("depth", report.depth());
        json.put(
                "rules",
                report.rules().rules().stream()
                        .map(rule -> rule(rule, report.rules().plain(rule)))
                        .toList());
        json.put("fidelity", report.rules().fidelity());
        json.put("fidelityByCategory", byCategory);
        json.put(
                "conflicts", report.conflicts().stream().map(RuleJson::conflict).toList());
        List<Object> examples = new ArrayList<>();
        report.counterExamples().forEach(example -> examples.add(example(example)));
        json.put("counterExamples", examples);
        json.put("units", units);
        json.put("modelHash", report.modelHash());
        if (dealId != null) {
            json.put("fires", report.firing(dealId).map(Rule::text).orElse(null));
        }
        return json;
    }

    private static Map<String, Object> rule(Rule rule, String plain) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", rule.text());
        row.put("plain", plain);
        row.put("verdict", rule.verdict().words());
        row.put("coverage", rule.coverage());
        row.put("precision", rule.precision());
        row.put("lift", rule.lift());
        row.put("deals", rule.deals());
        row.put("score", rule.score());
        return row;
    }

    private static Map<String, Object> conflict(RuleConflict conflict) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", conflict.rule().text());
        row.put("against", conflict.against().name().toLowerCase(Locale.ROOT));
        row.put("policy", conflict.policy());
        row.put("sentence", conflict.sentence());
        row.put("deals", conflict.deals());
        row.put("of", conflict.of());
        row.put("merchants", conflict.merchants());
        row.put("share", conflict.share());
        row.put("low", conflict.low());
        row.put("elsewhere", conflict.elsewhere());
        row.put("dealIds", conflict.dealIds());
        return row;
    }

    private static Map<String, Object> example(CounterExample example) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", example.rule().text());
        row.put("dealId", example.deal().id());
        row.put("merchantId", example.merchant().id());
        row.put("merchant", example.merchant().name());
        row.put("title", example.deal().title());
        row.put("terms", example.deal().terms());
        row.put("score", example.score());
        row.put("unusual", example.unusual());
        return row;
    }
}
