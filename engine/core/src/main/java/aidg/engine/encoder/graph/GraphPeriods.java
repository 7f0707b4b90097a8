package aidg.engine.encoder.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Which days' snapshots a graph network learns from and is tuned on. Only outcomes known before the next part
/// begins are used, so a part never tells of a later one. [B2]
///
/// @param from     first snapshot
/// @param tuneFrom first snapshot of the tuning months
/// @param until    one past the last day of which anything may be known
public record GraphPeriods(LocalDate from, LocalDate tuneFrom, LocalDate until) {

    public GraphPeriods {
        if (!from.isBefore(tuneFrom) || !tuneFrom.isBefore(until)) {
            throw new IllegalArgumentException("%s, %s and %s are not in order".formatted(from, tuneFrom, until));
        }
    }

    List<LocalDate> learnOn(int everyDays) {
        return days(from, tuneFrom, everyDays);
    }

    List<LocalDate> tuneOn(int everyDays) {
        return days(tuneFrom, until, everyDays);
    }

    /// Days from the last backwards, so that the latest whole stretch is used.
    private static List<LocalDate> days(LocalDate from, LocalDate until, int everyDays) {
        return Stream.iterate(until.minusDays(everyDays), day -> !day.isBefore(from), day -> day.minusDays(everyDays))
                .toList()
                .reversed();
    }
}
