package aidg.engine.marketplace.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The six tables of a marketplace, in the order in which they are read: no table refers to a later one.
/// A column marked `?` may be missing from the file; which cells may be empty is decided in `RowRules`.
enum Table {
    CITIES(true, "city_id name latitude longitude population? demand"),
    MERCHANTS(true, "merchant_id name category city_id area? latitude? longitude? joined_on baseline_gp30"),
    DEALS(
            true,
            "deal_id merchant_id title category discount price duration_days proposed_on starts_on approved "
                    + "views redemptions gp30 baseline_gp30?"),
    OVERRIDES(false, "override_id deal_id merchant_id manager_id made_on reason discount price duration_days gp30"),
    NOTES(false, "note_id merchant_id manager_id written_on text"),
    PROPOSALS(
            false,
            "deal_id merchant_id title category discount price duration_days proposed_on starts_on baseline_gp30?");

    private final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<String> columns;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<String> requiredColumns;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Map<String, Integer> positions;

    Table(boolean required, String columns) {
        this.required = required;
        List<String> all = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (String column : columns.split(" ", -1)) {
            boolean optional = column.endsWith("?");
            String name = optional ? column.substring(0, column.length() - 1) : column;
            places.put(name, all.size());
            all.add(name);
            if (!optional) {
                needed.add(name);
            }
        }
        this.columns = List.copyOf(all);
        this.requiredColumns = List.copyOf(needed);
        this.positions = Map.copyOf(places);
    }

    /// The name in files and reports: `deals`.
    String fileStem() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing can be imported without it.
    boolean isRequired() {
        return required;
    }

    List<String> columns() {
        return columns;
    }

    /// Those that a file must have.
    List<String> requiredColumns() {
        return requiredColumns;
    }

    /// Index in `columns()` of a column as a file names it, in any case; null if this table has no such column.
    @Nullable
    Integer positionOf(String named) {
        return positions.get(named.strip().toLowerCase(Locale.ROOT));
    }

    /// Index in `columns()` of one of them.
    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(this + " has no column " + column);
        }
        return position;
    }
}
