package aidg.app.desktop;

import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.torch.TorchDevice;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The engine over the workspace's current marketplace; made on first use and made anew after an import. All
/// its work runs on the caller's thread, which is a background one. An import waits for scores under way before
/// it closes the engine they use.
final class LiveEngine implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveEngine.class.getName());

    private final Session session;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable DealEngine engine;

    LiveEngine(Session session) {
        this.session = session;
    }

    /// Does something with the engine, which is opened if need be; seconds the first time.
    <T> T with(Function<DealEngine, T> work) {
        while (true) {
            lock.readLock().lock();
            try {
                DealEngine now = engine;
                if (now != null) {
                    return work.apply(now);
                }
            } finally {
                lock.readLock().unlock();
            }
            open();
        }
    }

    /// Opens the engine if that can be done; if not, whoever needs it is told.
    void prepare() {
        try {
            open();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "The data were not read ahead", e);
        }
    }

    private void open() {
        lock.writeLock().lock();
        try {
            if (engine == null) {
                engine = session.engine(session.marketplace(Progress.SILENT), TorchDevice.Wish.AUTO);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// The marketplace has changed, or the end has come: the next use opens a fresh engine.
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            DealEngine now = engine;
            engine = null;
            if (now != null) {
                now.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
