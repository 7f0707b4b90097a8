package aidg.engine.marketplace.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which field of a file fills which column of a table. Order and case of names are free; unknown names are
/// ignored.
///
/// @param positions per field the column's index, -1 for an ignored one
/// @param ignored   names that the table does not know
/// @param fault     why the file cannot be used; empty if it can
@SuppressWarnings("ArrayRecordComponent")
record Header(int[] positions, List<String> ignored, String fault) {

    private static final int MOST_NAMED = 20;

    static Header of(Table table, List<String> names) {
        int[] positions = new int[names.size()];
        List<String> ignored = new ArrayList<>();
        List<String> missing = new ArrayList<>(table.requiredColumns());
        boolean[] taken = new boolean[table.columns().size()];
        for (int i = 0; i < positions.length; i++) {
            @Nullable Integer position = table.positionOf(names.get(i));
            positions[i] = position == null ? -1 : position;
            if (position == null) {
                ignored.add(names.get(i));
            } else if (taken[position]) {
                return new Header(positions, ignored, "two columns are called %s; keep one".formatted(names.get(i)));
            } else {
                taken[position] = true;
                missing.remove(table.columns().get(position));
            }
        }
        return new Header(positions, ignored, missing.isEmpty() ? "" : missing(missing, names));
    }

    private static String missing(List<String> missing, List<String> names) {
        String columns = missing.size() == 1
                ? "column %s is missing".formatted(missing.getFirst())
                : "columns %s are missing".formatted(String.join(", ", missing));
        if (names.size() == 1 && names.getFirst().indexOf(';') >= 0) {
            return columns + "; the file is divided by semicolons, save it with commas";
        }
        if (names.size() == 1 && names.getFirst().indexOf('\t') >= 0) {
            return columns + "; the file is divided by tabs, call it .tsv";
        }
        return columns
                + "; add what is missing, or rename a column that is there (found: %s)"
                        .formatted(Cells.cut(String.join(", ", names), 300));
    }

    void logIgnored(System.Logger log, String file) {
        if (!ignored.isEmpty()) {
            String names = ignored.stream().limit(MOST_NAMED).map(Cells::quote).collect(Collectors.joining(", "));
            log.log(System.Logger.Level.INFO, "{0}: ignored columns {1}", file, names);
        }
    }
}
