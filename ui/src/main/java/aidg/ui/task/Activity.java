package aidg.ui.task;

import java.time.Duration;
import java.util.Optional;

/// How far a piece of long work is.
///
/// @param step     what is being done, in words: `Reading deals`
/// @param fraction part done, 0..1, or -1 while unknown
/// @param left     estimate of the time left; empty while there is nothing to estimate from
public record Activity(String step, double fraction, Optional<Duration> left) {

    private static final double ENOUGH_TO_ESTIMATE = 0.03;

    static Activity of(String step, long done, long total, Duration elapsed) {
        if (total <= 0) {
            return new Activity(step, -1, Optional.empty());
        }
        double fraction = Math.clamp((double) done / total, 0, 1);
        if (fraction < ENOUGH_TO_ESTIMATE) {
            return new Activity(step, fraction, Optional.empty());
        }
        double left = elapsed.toMillis() * (1 - fraction) / fraction;
        return new Activity(step, fraction, Optional.of(Duration.ofMillis(Math.round(left))));
    }
}
