package aidg.ui.control;

import java.util.List;

/// What a heatmap draws.
///
/// @param columns names as they are drawn; empty for columns without one
/// @param spoken  names of columns as they are read out
/// @param bands   of columns, from left to right; none for columns without bands
/// @param values  per row and column
/// @param most    the value of the brightest colour
public record HeatTable(
        List<String> rows,
        List<String> columns,
        List<String> spoken,
        List<Band> bands,
        List<List<Double>> values,
        double most) {

    static final HeatTable EMPTY = new HeatTable(List.of(), List.of(), List.of(), List.of(), List.of(), 1);

    public HeatTable {
        spoken = List.copyOf(spoken);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        bands = List.copyOf(bands);
        values = values.stream().map(List::copyOf).toList();
    }

    /// Columns that belong together.
    ///
    /// @param from  first column
    /// @param to    after the last column
    /// @param opens whether it can be opened
    public record Band(String name, int from, int to, boolean opens) {}

    /// The number of the band that a column is in; -1 if it is in none.
    int bandOf(int column) {
        for (int i = 0; i < bands.size(); i++) {
            if (column >= bands.get(i).from() && column < bands.get(i).to()) {
                return i;
            }
        }
        return -1;
    }

    /// Whether something lies behind a column. Without bands, behind every one.
    boolean opens(int column) {
        int band = bandOf(column);
        return bands.isEmpty() || band >= 0 && bands.get(band).opens();
    }
}
