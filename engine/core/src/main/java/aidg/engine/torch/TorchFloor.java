package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.scorer.ScorerDimensions;

/// What this machine cannot do faster: the arithmetic of a score, and the rate at which one thread multiplies large
/// matrices. Benchmarks divide by it.
public final class TorchFloor {

    private static final int SIDE = 512;
    private static final int TIMES = 30;

    private TorchFloor() {}

    /// Multiply-adds of one forward pass for one deal.
    public static long multiplyAdds(ScorerDimensions d) {
        long e = d.model();
        long own = (long) d.tokenInputs() * d.stem() + d.stem() * e;
        long project = 2 * d.dealTokens() * e * e + 2L * d.memoryTokens() * d.memory() * e;
        long attend = 2L * d.dealTokens() * d.memoryTokens() * e;
        long step = d.dealTokens() * 2 * e * d.feedForward();
        long head = (d.dealTokens() * e + d.jointInputs() + ScorerDimensions.OUTPUTS) * d.pool();
        return d.dealTokens() * own + project + attend + step + head;
    }

    /// Multiply-adds of encoding one merchant.
    ///
    /// @param events    in its window
    /// @param overrides among them
    public static long multiplyAdds(EncoderDimensions d, int events, int overrides) {
        long t = events + 1L;
        long o = overrides + 1L;
        long w = d.history();
        long layer = 8 * w * w + 2 * t * w;
        long transformers = t * ((d.deal() + d.event()) * w + 9 * layer);
        long lstm = 4 * w * (d.event() + w) + 4 * w * 2 * w;
        long recurrent = o * (lstm + 4 * w * w + 2 * o * w + w * d.override());
        long branches =
                d.fused() + 4L * d.history() + d.override() + 3L * d.text() + d.place() + d.graph() + 3L * d.sequence();
        long facts = (long) d.groups() * 64 * (d.group() + d.profile());
        return transformers + recurrent + branches * d.profile() + facts;
    }

    /// Multiply-adds of reading one note.
    ///
    /// @param pieces of its text
    public static long multiplyAdds(TextOptions options, int pieces) {
        long w = options.width();
        return pieces * options.layers() * (4 * w * w + 2 * w * options.feedForward() + 2L * pieces * w);
    }

    /// The best of many products of two 512 x 512 matrices, one thread, float32.
    public static double multiplyAddsPerSecond() {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        double best = 0;
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            NDArray a = manager.ones(new Shape(SIDE, SIDE));
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                try (NDArray product = a.matMul(a)) {
                    product.getFloat(0, 0);
                }
                best = Math.max(best, (double) SIDE * SIDE * SIDE / (System.nanoTime() - start) * 1e9);
            }
        }
        return best;
    }
}
