package aidg.engine.torch.packed;

import java.util.stream.IntStream;

/// Shares work out among the processors.
final class Slices {

    private Slices() {}

    /// Work on the pieces from one number to another, the last not included.
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }

    /// Runs work on all of `count` pieces, side by side where there is enough of it.
    ///
    /// @param least pieces that are worth a slice of their own
    static void run(int count, int least, Work work) {
        int slices = Math.min(2 * Runtime.getRuntime().availableProcessors(), count / least);
        if (slices < 2) {
            work.on(0, count);
        } else {
            IntStream.range(0, slices)
                    .parallel()
                    .forEach(slice -> work.on(count * slice / slices, count * (slice + 1) / slices));
        }
    }
}
