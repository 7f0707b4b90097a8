package aidg.app;

import aidg.app.cli.Command.Surroundings;
import aidg.app.cli.WorkbenchLine;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program's entry. On Ctrl-C the worker is asked to stop and given ten seconds to leave everything whole.
public final class Main {

    private static final long SECONDS_TO_STOP = 10;

    /// Kept, because loggers without a strong reference forget their level.
    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    public static void main(String[] arguments) {
        quiet();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, done), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        WorkbenchLine line = new WorkbenchLine(Surroundings.ofProcess(stop))
                .printingTo(
                        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        int exit = line.run(arguments);
        done.countDown();
        if (exit >= 0 && !stop.get()) {
            System.exit(exit);
        }
    }

    private static void stopAndWait(AtomicBoolean stop, CountDownLatch done) {
        stop.set(true);
        if (done.getCount() > 0) {
            System.err.println("Stopping…");
        }
        try {
            done.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Libraries report their start-up at INFO; a person wants warnings at most. `-Djava.util.logging.config.file`
    /// brings everything back.
    private static void quiet() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            ROOT.setLevel(Level.SEVERE);
        }
    }
}
