package aidg.engine.marketplace.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// The generated days as integers: day 0 is the first day of history, `LAST` the day of the snapshot.
final class Timeline {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 19);

    /// Three years of history.
    static final int LAST = 1096;

    private static final LocalDate FIRST = AS_OF.minusDays(LAST);

    /// Days after the snapshot that planned starts and unfinished runs may reach.
    private static final int AHEAD = 120;

    static final int WEEKS = (LAST + AHEAD) / 7 + 1;

    private static final List<LocalDate> DATES =
            IntStream.rangeClosed(0, LAST + AHEAD).mapToObj(FIRST::plusDays).toList();

    private Timeline() {}

    /// The date of a day; dates inside the history are shared objects.
    static LocalDate date(int day) {
        return day >= 0 && day < DATES.size() ? DATES.get(day) : FIRST.plusDays(day);
    }

    /// Position inside the year, 0..1.
    static double yearFraction(int day) {
        LocalDate date = date(day);
        return (date.getDayOfYear() - 1.0) / date.lengthOfYear();
    }

    /// Index of the week of a day, 0..`WEEKS - 1`; days before the history count as its first week.
    static int week(int day) {
        return Math.clamp(day / 7, 0, WEEKS - 1);
    }
}
