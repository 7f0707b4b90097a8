package aidg.app.desktop;

import aidg.engine.DealEngine;
import aidg.engine.Explanation;
import aidg.engine.PastAttention;
import aidg.engine.domain.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Full explanations, of which the last asked for stay: review and the Why view ask for the same. Safe for use by
/// several threads; who asks for one that is being worked out waits for it.
final class Explanations {

    private static final int STAYING = 64;

    private final LiveEngine live;
    private final Map<Key, FutureTask<Found>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<Found>> eldest) {
            return size() > STAYING;
        }
    };

    /// An explanation with what lies behind its attention.
    record Found(Explanation explanation, List<PastAttention> pasts) {}

    /// All that an explanation depends on.
    private record Key(String modelHash, String dataHash, Proposal proposal) {}

    Explanations(LiveEngine live) {
        this.live = live;
    }

    Found of(Proposal proposal) {
        return live.with(engine -> of(engine, proposal));
    }

    private Found of(DealEngine engine, Proposal proposal) {
        Key key = new Key(engine.modelHash(), engine.marketplace().dataHash(), proposal);
        FutureTask<Found> task;
        synchronized (known) {
            task = known.computeIfAbsent(key, missing -> new FutureTask<>(() -> explained(engine, proposal)));
        }
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(key);
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while explaining", e);
        }
    }

    private static Found explained(DealEngine engine, Proposal proposal) {
        return new Found(engine.explainFully(proposal), engine.pastAttention(proposal.merchantId()));
    }

    private void forget(Key key) {
        synchronized (known) {
            known.remove(key);
        }
    }
}
