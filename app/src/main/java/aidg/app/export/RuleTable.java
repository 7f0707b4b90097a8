package aidg.app.export;

import aidg.engine.RuleReport;
import aidg.engine.marketplace.SpreadsheetCell;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleConflict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules as CSV, one row each; shares are 0..1.
final class RuleTable {

    private static final String HEADER =
            "rule,verdict,coverage,precision,lift,deals,score,conflicts,conflicting_deals,counter_examples,model";

    private RuleTable() {}

    static String of(RuleReport report) {
        return Stream.concat(Stream.of(HEADER), report.rules().rules().stream().map(rule -> row(rule, report)))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static String row(Rule rule, RuleReport report) {
        List<RuleConflict> conflicts = report.conflictsOf(rule);
        return String.join(
                ",",
                SpreadsheetCell.of(rule.text()),
                SpreadsheetCell.of(rule.verdict().words()),
                number(rule.coverage()),
                number(rule.precision()),
                number(rule.lift()),
                Integer.toString(rule.deals()),
                number(rule.score()),
                cell(conflicts.stream().map(RuleConflict::sentence)),
                cell(conflicts.stream().flatMap(one -> one.dealIds().stream()).distinct()),
                cell(report.counterExamplesOf(rule).stream()
                        .map(one -> one.deal().id())),
                SpreadsheetCell.of(report.modelHash()));
    }

    private static String cell(Stream<String> parts) {
        return SpreadsheetCell.of(parts.collect(Collectors.joining(" ")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
