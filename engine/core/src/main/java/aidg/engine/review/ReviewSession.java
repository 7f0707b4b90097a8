package aidg.engine.review;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sitting in which a manager reviews proposals. It can be paused, and goes on after the program was killed.
///
/// @param number  given by the workspace, from 1
/// @param reader  who reviews
/// @param endedAt null while it runs or is paused
/// @param worked  time in it that was neither a pause nor a break
/// @param running whether it is neither paused nor ended
public record ReviewSession(
        long number,
        String reader,
        Instant startedAt,
        @Nullable Instant endedAt,
        Duration worked,
        boolean running) {

    /// So long without a sign of life is a break, which is not work: a lunch, a computer asleep.
    public static final Duration BREAK = Duration.ofMinutes(5);
}
