package aidg.app.desktop;

import aidg.engine.DealEngine;
import aidg.engine.domain.Proposal;
import aidg.ui.shell.EngineDesk;
import aidg.ui.shell.EngineStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How fast the engine in use scores: timed at first, and again a minute later at the earliest, because Java is not
/// warm at first and timing takes from what is being done.
final class EngineTimer implements EngineDesk {

    private static final Duration HOLDS = Duration.ofMinutes(1);

    private static final int TIMED_SCORES = 9;

    /// So long Java is given to compile what scores.
    private static final Duration WARMING = Duration.ofMillis(300);

    private final LiveEngine live;
    private final InstantSource clock;
    private Optional<Timed> last = Optional.empty();

    /// @param modelHash of the engine that was timed
    private record Timed(String modelHash, Instant at, EngineStatus status) {}

    EngineTimer(LiveEngine live, InstantSource clock) {
        this.live = live;
        this.clock = clock;
    }

    @Override
    public synchronized EngineStatus status() {
        return live.with(engine -> {
            Instant now = clock.instant();
            Optional<Timed> known = last.filter(timed -> timed.modelHash().equals(engine.modelHash())
                    && now.isBefore(timed.at().plus(HOLDS)));
            if (known.isEmpty()) {
                known = Optional.of(new Timed(engine.modelHash(), now, time(engine)));
                last = known;
            }
            return known.orElseThrow().status();
        });
    }

    /// The median of the last few single scores of a short while; those before warm up.
    private static EngineStatus time(DealEngine engine) {
        List<Proposal> one = engine.marketplace().proposals().stream().limit(1).toList();
        double[] millis = new double[TIMED_SCORES];
        long begun = System.nanoTime();
        for (int i = 0; i < millis.length || System.nanoTime() - begun < WARMING.toNanos(); i++) {
            long start = System.nanoTime();
            engine.score(one);
            millis[i % millis.length] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new EngineStatus(engine.device(), one.isEmpty() ? 0 : millis[millis.length / 2], engine.modelHash(), "");
    }
}
