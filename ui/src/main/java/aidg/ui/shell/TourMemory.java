package aidg.ui.shell;

/// Whether the person has been shown around. Called on a background thread.
public interface TourMemory {

    boolean seen() throws Exception;

    /// From now on it has been seen.
    void remember() throws Exception;
}
