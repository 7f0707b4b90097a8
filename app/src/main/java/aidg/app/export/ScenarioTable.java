package aidg.app.export;

import aidg.app.Scenarios;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.marketplace.SpreadsheetCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Scenarios and the proposal they are of side by side: one column each, one row per figure.
public final class ScenarioTable {

    private static final int NAMES = 16;
    private static final int COLUMN = 22;

    private final ScoredDeal proposed;
    private final List<Column> columns = new ArrayList<>();

    /// One column.
    ///
    /// @param kept whether it is as when it was saved; empty for the proposal
    private record Column(String name, ScoredDeal now, String kept) {}

    public ScenarioTable(Scenarios.Comparison comparison) {
        proposed = comparison.proposed();
        columns.add(new Column("As proposed", proposed, ""));
        comparison
                .scenarios()
                .forEach(one -> columns.add(new Column(
                        one.scenario().name(), one.now(), one.same() ? "yes, to the bit" : "no: " + one.words())));
    }

    private record Row(String name, List<String> cells) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Scenario", Column::name));
        rows.add(row("Discount", one -> percent(terms(one).discount().fraction())));
        rows.add(row("Price", one -> dollars(terms(one).price(), 2)));
        rows.add(row("Runs", one -> terms(one).durationDays() + " days"));
        rows.add(row("Starts on", one -> one.now().proposal().startsOn().toString()));
        rows.add(row("Sold as", one -> terms(one).category().words()));
        rows.add(row("Score", one -> percent(one.now().score())));
        rows.add(row(
                "  90% interval",
                one -> percent(one.now().interval().low())
                        + " to "
                        + percent(one.now().interval().high())));
        rows.add(row("Expected GP30", one -> dollars(one.now().expectedGp30(), 0)));
        rows.add(row(
                "  90% interval",
                one -> dollars(one.now().gp30Range().low(), 0)
                        + " to "
                        + dollars(one.now().gp30Range().high(), 0)));
        rows.add(row("Override chance", one -> percent(1 - one.now().approval())));
        rows.add(row(
                "Guard",
                one -> one.now().guard().allowed()
                        ? "allows"
                        : one.now().guard().reason()));
        rows.add(row("As when saved", Column::kept));
        return rows;
    }

    private Row row(String name, Function<Column, String> cell) {
        return new Row(name, columns.stream().map(cell).toList());
    }

    private static DealTerms terms(Column one) {
        return one.now().proposal().terms();
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * fraction);
    }

    private static String dollars(Money money, int cents) {
        return (money.cents() < 0 ? "\u2212" : "")
                + String.format(Locale.ROOT, "$%,." + cents + "f", Math.abs(money.amount()));
    }

    /// For people.
    public String text() {
        return proposed.proposal().title()
                + "\n"
                + rows().stream()
                        .map(row -> ("%-" + NAMES + "s").formatted(row.name())
                                + row.cells().stream()
                                        .map(cell -> ("  %" + COLUMN + "s").formatted(cut(cell)))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    private static String cut(String cell) {
        return cell.length() <= COLUMN ? cell : cell.substring(0, COLUMN - 1) + "…";
    }

    /// For a spreadsheet; no cell can work as a formula there.
    public String csv() {
        return rows().stream()
                .map(row -> Stream.concat(Stream.of(row.name().strip()), row.cells().stream())
                        .map(SpreadsheetCell::of)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
