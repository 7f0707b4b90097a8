package aidg.app.bench;

import java.util.Arrays;

/// Times a piece of work over and over.
final class Stopwatch {

    private Stopwatch() {}

    /// Milliseconds of a single run, without warming up.
    static double[] once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return new double[] {(System.nanoTime() - start) / 1e6};
    }

    /// Milliseconds of the run in the middle.
    static double median(int times, Runnable work) {
        double[] millis = time(times, work);
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    /// Milliseconds of each run, after a fifth as many to warm up, at least five.
    static double[] time(int times, Runnable work) {
        for (int i = 0; i < Math.max(5, times / 5); i++) {
            work.run();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }
}
