package aidg.engine.marketplace.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Something that happens to a merchant from day `from` to day `to`, both included.
///
/// @param told day on which its manager hears of it; may lie before or after it begins
record LifeEvent(EventKind kind, int from, int to, int told) {

    /// Mean number in a year.
    private static final double PER_YEAR = 0.8;

    private static final int NOTICE_DAYS = 21;
    private static final int SUDDEN_DAYS = 6;

    /// All that happens to one merchant, in the order of the first day.
    static List<LifeEvent> life(RandomGenerator random) {
        double[] weights = Arrays.stream(EventKind.values())
                .mapToDouble(kind -> kind.weight)
                .toArray();
        List<LifeEvent> events = new ArrayList<>();
        double day = -60;
        while (true) {
            day += -StrictMath.log(1 - random.nextDouble()) * 365 / PER_YEAR;
            if (day > Timeline.LAST + 60) {
                return List.copyOf(events);
            }
            EventKind kind = EventKind.values()[Draws.weighted(random, weights)];
            int from = (int) day;
            int to = from + random.nextInt(kind.shortest, kind.longest + 1);
            events.add(new LifeEvent(kind, from, to, from + random.nextInt(-NOTICE_DAYS, SUDDEN_DAYS)));
        }
    }

    /// Whether it has begun or been announced before the day.
    boolean knownBefore(int day) {
        return Math.min(from, told) < day;
    }

    /// Share of the days `first..last` on which it goes on, 0..1.
    double share(int first, int last) {
        return Math.max(0, Math.min(to, last) - Math.max(from, first) + 1) / (double) (last - first + 1);
    }
}
