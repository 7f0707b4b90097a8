package aidg.ui.task;

import aidg.engine.domain.Progress;

/// Something that takes time. Runs away from the window's thread.
@FunctionalInterface
public interface Work<T> {

    /// Does it.
    ///
    /// @param progress where to tell how far it is; throws `CancellationException` once nobody waits any more
    T run(Progress progress) throws Exception;
}
