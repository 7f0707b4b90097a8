package aidg.app.desktop;

/// What a person does in the window, timed.
///
/// @param what   what follows from it
/// @param how    what is done
/// @param millis of each time
public record Gesture(String what, String how, double[] millis) {

    /// A person looks before the next one.
    static final long LOOKING_MS = 300;

    /// Between two positions of a drag lies a frame.
    static final long FRAME_MS = 16;

    private static final int WARMING = 8;

    public Gesture {
        millis = millis.clone();
    }

    @Override
    public double[] millis() {
        return millis.clone();
    }

    /// One time.
    @FunctionalInterface
    interface Timing {
        double run(int time) throws Exception;
    }

    /// Times a gesture over and over, with a pause before each and some more to warm up.
    ///
    /// @param pauseMs milliseconds
    static Gesture timed(String what, String how, int times, long pauseMs, Timing timing) throws Exception {
        for (int i = 0; i < WARMING; i++) {
            timing.run(times + i);
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            Thread.sleep(pauseMs);
            millis[i] = timing.run(i);
        }
        return new Gesture(what, how, millis);
    }
}
