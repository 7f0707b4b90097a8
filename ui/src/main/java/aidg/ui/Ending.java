package aidg.ui;

import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import java.time.Duration;
import java.util.concurrent.Executor;

/// The end of a window: what a person did is written before the program goes, but a disk that hangs does not keep it.
/// To be used on the window's thread.
final class Ending {

    /// The longest that what is still to be written is waited for.
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(Ending.class.getName());

    private final Background background;
    private final Runnable closing;
    private boolean over;

    private Ending(Background background, Runnable closing) {
        this.background = background;
        this.closing = closing;
    }

    /// Ends work that only the window wanted, writes what is in lines, closes the background and calls `closing`:
    /// half a minute later at the latest.
    static void of(Background background, Runnable closing) {
        of(background, closing, FrontThread.later(MOST));
    }

    /// @param late runs what it is given on the window's thread when the waiting is over
    static void of(Background background, Runnable closing, Executor late) {
        Ending ending = new Ending(background, closing);
        background.abandonSlots();
        background.settle(ending::end);
        if (!ending.over) {
            late.execute(ending::giveUp);
        }
    }

    private void giveUp() {
        if (!over) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The window was closed before everything was written; what was still waiting is lost");
            end();
        }
    }

    private void end() {
        if (!over) {
            over = true;
            background.close();
            closing.run();
        }
    }
}
