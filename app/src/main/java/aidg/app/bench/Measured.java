package aidg.app.bench;

import java.util.List;
import java.util.Map;

/// What one run of measurements gave.
///
/// @param floor figures of the machine and of the work, by name; the name ends in the unit
public record Measured(Map<String, Double> floor, List<Row> rows) {

    public Measured {
        rows = List.copyOf(rows);
    }
}
