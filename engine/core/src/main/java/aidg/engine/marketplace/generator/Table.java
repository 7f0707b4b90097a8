package aidg.engine.marketplace.generator;

import aidg.engine.domain.DealTerms;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table's file and its columns: what each is called and where its cells come from. Adding a column gives a new
/// table.
///
/// @param file relative to the folder of all tables
/// @param step what writing it is called, in words
record Table<T>(String file, String step, List<Column<T>> columns) {

    Table(String file, String step) {
        this(file, step, List.of());
    }

    /// One column.
    record Column<T>(String name, Cell<T> cell) {}

    /// Part of a row, null where the row has none.
    @FunctionalInterface
    interface Cell<T> {
        @Nullable
        Object of(T row);
    }

    /// Part of a row that may be missing, with columns of its own.
    @FunctionalInterface
    interface Part<T, P> {
        @Nullable
        P of(T row);
    }

    Table<T> column(String name, Cell<T> cell) {
        return new Table<>(
                file,
                step,
                Stream.concat(columns.stream(), Stream.of(new Column<>(name, cell)))
                        .toList());
    }

    /// A column of a part; empty where the part is missing.
    <P> Table<T> columnIfAny(String name, Part<T, P> part, Cell<P> cell) {
        return column(name, row -> {
            P value = part.of(row);
            return value == null ? null : cell.of(value);
        });
    }

    /// The columns of a deal's terms but the category.
    Table<T> terms(Part<T, DealTerms> terms) {
        return columnIfAny("discount", terms, value -> value.discount().fraction())
                .columnIfAny("price", terms, DealTerms::price)
                .columnIfAny("duration_days", terms, DealTerms::durationDays);
    }

    String[] header() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    @Nullable
    Object[] cells(T row) {
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).cell().of(row);
        }
        return cells;
    }
}
