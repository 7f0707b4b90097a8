package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.torch.TorchDevice;
import org.jspecify.annotations.Nullable;

/// The engine over the workspace's current marketplace; made on first use and made anew after an import. All its work
/// runs on the caller's thread, which is a background one.
final class LiveEngine implements AutoCloseable {

    private final Session session;
    private @Nullable DealEngine engine;

    LiveEngine(Session session) {
        this.session = session;
    }

    /// The engine, opened if need be; seconds the first time.
    synchronized DealEngine get() {
        DealEngine now = engine;
        if (now == null) {
            Marketplace marketplace = session.marketplace(Progress.SILENT);
            now = session.engine(marketplace, TorchDevice.Wish.AUTO);
            engine = now;
        }
        return now;
    }

    /// The marketplace has changed: the next use opens a fresh engine.
    synchronized void renew() {
        close();
    }

    @Override
    public synchronized void close() {
        DealEngine now = engine;
        engine = null;
        if (now != null) {
            now.close();
        }
    }
}
