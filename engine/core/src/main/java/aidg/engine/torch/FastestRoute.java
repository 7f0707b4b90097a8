package aidg.engine.torch;

import aidg.engine.torch.packed.FoldedMerchant;
import aidg.engine.torch.packed.PackedScorer;
import aidg.engine.torch.packed.ScorerShape;
import java.util.ArrayList;
import java.util.List;

/// Scores a batch by whichever way is faster on this machine: the packed kernel or PyTorch. Until it is
/// measured, and
/// where both are equal, that is the packed kernel. Both give the same to 1e-5 of the final probability.
///
/// Measuring takes about a second, most of it for Java to compile the kernel, which scoring then finds done.
/// Call it
/// in the background, never from a thread that draws.
public final class FastestRoute {

    /// The two ways.
    public enum Route {
        PACKED,
        TORCH
    }

    /// @param deals    in the batch
    /// @param packedMs best of some runs, milliseconds
    /// @param torchMs  best of some runs, milliseconds
    public record Timing(int deals, double packedMs, double torchMs) {
        Route faster() {
            return torchMs < packedMs ? Route.TORCH : Route.PACKED;
        }
    }

    private static final List<Integer> SIZES = List.of(1, 10, 100, 1000);
    private static final long WARM_NANOS = 400_000_000;
    private static final long PATIENCE_NANOS = 30_000_000;

    private final PackedScorer packed;
    private final TorchContextual torch;
    private volatile List<Timing> timings = List.of();

    public FastestRoute(PackedScorer packed, TorchContextual torch) {
        this.packed = packed;
        this.torch = torch;
    }

    /// Times both ways, the first time it is called.
    public synchronized List<Timing> measure() {
        if (timings.isEmpty()) {
            ScorerShape shape = packed.shape();
            float[] memory = new float[shape.memory()];
            FoldedMerchant merchant = packed.fold(memory);
            time(WARM_NANOS, () -> packedRun(merchant, 10));
            List<Timing> measured = new ArrayList<>();
            for (int deals : SIZES) {
                double packedMs = time(PATIENCE_NANOS, () -> packedRun(merchant, deals));
                double torchMs = time(PATIENCE_NANOS, () -> torchRun(memory, deals));
                measured.add(new Timing(deals, packedMs, torchMs));
            }
            timings = List.copyOf(measured);
        }
        return timings;
    }

    private void packedRun(FoldedMerchant merchant, int deals) {
        ScorerShape shape = packed.shape();
        packed.score(
                merchant,
                new float[deals * shape.dealInputs()],
                new float[deals * shape.jointInputs()],
                deals,
                new float[deals * shape.outputs()]);
    }

    private void torchRun(float[] memory, int deals) {
        ScorerShape shape = packed.shape();
        torch.folded(memory, new float[deals * shape.dealInputs()], new float[deals * shape.jointInputs()]);
    }

    /// Milliseconds of the best of at least two runs.
    private static double time(long patience, Runnable run) {
        double best = Double.MAX_VALUE;
        long begin = System.nanoTime();
        for (int i = 0; i < 2 || System.nanoTime() - begin < patience; i++) {
            long start = System.nanoTime();
            run.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    /// The way for a batch of that many deals: that of the nearest size that was measured, by ratio.
    public Route route(int deals) {
        Route route = Route.PACKED;
        double nearest = Double.MAX_VALUE;
        for (Timing timing : timings) {
            double distance = Math.abs(Math.log((double) Math.max(1, deals) / timing.deals()));
            if (distance < nearest) {
                nearest = distance;
                route = timing.faster();
            }
        }
        return route;
    }

    /// Scores deals of one merchant.
    ///
    /// @param merchant `memory`, folded by the packed scorer
    /// @param memory   (M, E)
    /// @param tokens   (deals, D, W)
    /// @param joints   (deals, J)
    /// @param outputs  filled with (deals, K)
    public void score(
            FoldedMerchant merchant, float[] memory, float[] tokens, float[] joints, int deals, float[] outputs) {
        if (route(deals) == Route.PACKED) {
            packed.score(merchant, tokens, joints, deals, outputs);
        } else {
            System.arraycopy(torch.folded(memory, tokens, joints), 0, outputs, 0, outputs.length);
        }
    }
}
