package aidg.ui.scenario;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.ui.format.Figures;
import aidg.ui.scenario.ScenarioDesk.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// A comparison as rows of words: which cells differ from the proposal, and which are the best of their row.
final class ComparisonRows {

    private final Figures figures;
    private final List<ScoredDeal> columns;

    /// One row, the proposal first.
    ///
    /// @param detail under each cell, smaller; empty where there is nothing
    /// @param best   whether a cell is the best of the row; nowhere where all are equally good
    record Row(String name, List<String> cells, List<String> detail, List<Boolean> differs, List<Boolean> best) {
        Row {
            cells = List.copyOf(cells);
            detail = List.copyOf(detail);
            differs = List.copyOf(differs);
            best = List.copyOf(best);
        }
    }

    ComparisonRows(Figures figures, Comparison comparison) {
        this.figures = figures;
        columns = Stream.concat(
                        Stream.of(comparison.proposed()),
                        comparison.sides().stream().map(ScenarioDesk.Side::now))
                .toList();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(plain("Discount", one -> figures.percent(terms(one).discount().fraction())));
        rows.add(plain("Price", one -> figures.price(terms(one).price())));
        rows.add(plain("Runs", one -> figures.days(terms(one).durationDays())));
        rows.add(plain("Starts on", one -> figures.date(proposal(one).startsOn())));
        rows.add(plain("Sold as", one -> terms(one).category().words()));
        rows.add(row(
                "Score",
                one -> figures.percent(one.score()),
                one -> "likely " + figures.range(one.interval()),
                one -> Math.rint(100 * one.score())));
        rows.add(row(
                "Expected GP30",
                one -> figures.money(one.expectedGp30()),
                one -> "likely " + figures.range(one.gp30Range()),
                one -> Math.rint(one.expectedGp30().amount())));
        rows.add(row(
                "You would approve",
                one -> figures.percent(one.approval()),
                one -> "",
                one -> Math.rint(100 * one.approval())));
        rows.add(row(
                "Guard",
                one -> one.guard().allowed() ? "Lets it out" : "Rejects it",
                one -> one.guard().allowed() ? "" : one.guard().refusal(),
                one -> 0));
        return rows;
    }

    private static Proposal proposal(ScoredDeal one) {
        return one.proposal();
    }

    private static DealTerms terms(ScoredDeal one) {
        return one.proposal().terms();
    }

    private Row plain(String name, Function<ScoredDeal, String> cell) {
        return row(name, cell, one -> "", one -> 0);
    }

    /// @param worth the more the better, in steps that can be seen
    private Row row(
            String name,
            Function<ScoredDeal, String> cell,
            Function<ScoredDeal, String> detail,
            ToDoubleFunction<ScoredDeal> worth) {
        List<String> cells = columns.stream().map(cell).toList();
        double most = columns.stream().mapToDouble(worth).max().orElse(0);
        boolean tells = columns.stream().anyMatch(one -> worth.applyAsDouble(one) < most);
        return new Row(
                name,
                cells,
                columns.stream().map(detail).toList(),
                cells.stream().map(words -> !words.equals(cells.getFirst())).toList(),
                columns.stream()
                        .map(one -> tells && worth.applyAsDouble(one) == most)
                        .toList());
    }
}
