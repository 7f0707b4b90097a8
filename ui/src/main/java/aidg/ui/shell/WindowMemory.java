package aidg.ui.shell;

import java.util.Optional;

/// Where it is kept how the window stood, apart from any workspace: the window stands before one is opened.
public interface WindowMemory {

    /// Remembers nothing.
    WindowMemory NONE = new WindowMemory() {
        @Override
        public Optional<WindowState> last() {
            return Optional.empty();
        }

        @Override
        public void keep(WindowState state) {}
    };

    /// How the window last stood, if that is known; a file of some lines is read for it. Called before the window is
    /// shown, on no particular thread.
    Optional<WindowState> last();

    /// Keeps how it stands now. Called on a background thread.
    void keep(WindowState state) throws Exception;
}
