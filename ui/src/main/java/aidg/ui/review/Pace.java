package aidg.ui.review;

import aidg.engine.review.ReviewSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long one decision takes: the median time between the last decisions of this session, breaks left out.
final class Pace {

    private static final int ENOUGH = 3;
    private static final int REMEMBERED = 20;

    private final List<Duration> gaps = new ArrayList<>();
    private Optional<Instant> last = Optional.empty();

    void add(Instant decided) {
        last.map(before -> Duration.between(before, decided))
                .filter(gap -> gap.compareTo(ReviewSession.BREAK) < 0)
                .ifPresent(gaps::add);
        last = Optional.of(decided);
        if (gaps.size() > REMEMBERED) {
            gaps.removeFirst();
        }
    }

    /// Empty until three decisions in a row have been timed.
    Optional<Duration> each() {
        if (gaps.size() < ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(gaps.stream().sorted().toList().get(gaps.size() / 2));
    }
}
