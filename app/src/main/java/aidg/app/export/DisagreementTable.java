package aidg.app.export;

import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.SpreadsheetCell;
import aidg.engine.review.SecondReview.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Proposals that two readers decided differently, both verdicts side by side, for a spreadsheet and for programs.
public final class DisagreementTable {

    private static final List<String> HEADS = List.of(
            "deal_id",
            "first_reader",
            "first_at",
            "first_goes_out",
            "first_reason",
            "first_comment",
            "second_reader",
            "second_at",
            "second_goes_out",
            "second_reason",
            "second_comment",
            "state");

    private DisagreementTable() {}

    /// One row per proposal, in the order given; no cell can work as a formula when a spreadsheet opens it.
    public static String csv(List<Pair> pairs) {
        return Stream.concat(
                        Stream.of(HEADS),
                        pairs.stream()
                                .map(pair -> row(pair).values().stream()
                                        .map(cell -> cell == null ? "" : cell.toString())
                                        .toList()))
                .map(cells -> cells.stream().map(SpreadsheetCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// The same for `--json`.
    public static List<Map<String, @Nullable Object>> json(List<Pair> pairs) {
        return pairs.stream().map(DisagreementTable::row).toList();
    }

    private static Map<String, @Nullable Object> row(Pair pair) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(pair.dealId());
        cells.add(pair.firstReader());
        cells.add(pair.first().at().toString());
        cells.add(pair.firstApproves());
        cells.add(code(pair.firstReason()));
        cells.add(pair.firstComment());
        cells.add(pair.second().reader());
        cells.add(pair.second().at().toString());
        cells.add(pair.second().approves());
        cells.add(code(pair.second().reason()));
        cells.add(pair.second().comment());
        cells.add(pair.course().name().toLowerCase(Locale.ROOT));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < HEADS.size(); i++) {
            row.put(HEADS.get(i), cells.get(i));
        }
        return row;
    }

    private static @Nullable String code(@Nullable OverrideReason reason) {
        return reason == null ? null : reason.code();
    }
}
