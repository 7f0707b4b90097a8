package aidg.engine.domain;

/// Where long work stands, told by the worker to whoever watches. Called on the worker's thread, at most a few
/// hundred times; must return at once.
@FunctionalInterface
public interface Progress {

    /// Nobody watches.
    Progress SILENT = (step, done, total) -> {};

    /// Says how far the work is.
    ///
    /// @param step  what is being done, in words: `Reading deals`
    /// @param done  units finished, `0..total`
    /// @param total units in all, 0 while unknown
    /// @throws java.util.concurrent.CancellationException if the watcher asked to stop; the worker lets it through
    ///     and leaves nothing half done
    void at(String step, long done, long total);

    /// Tells something that the watcher should know although the work goes on: one sentence, rarely.
    default void note(String sentence) {}
}
