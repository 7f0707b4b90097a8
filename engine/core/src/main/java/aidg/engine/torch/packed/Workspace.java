package aidg.engine.torch.packed;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Room for what is in between: one call at a time uses one, and they are used again. About 4 MB at the standard
/// shape.
final class Workspace {

    /// Deals that go through the network together: enough that weights are read seldom, few enough that a
    /// step's rows stay in the processor's second cache, and a multiple of the six rows of a tile.
    static final int DEALS = 30;

    final int rows;
    final int stemStride;
    final int modelStride;
    final int scoreStride;
    final int wideStride;
    final int poolStride;
    final int resultStride;

    final float[] stem;
    final float[] lifted;
    final float[] scores;
    final float[] attended;
    final float[] wide;
    final float[] passed;
    final float[] parts;
    final float[] hidden;
    final float[] results;

    /// The merchant of each deal in work.
    final @Nullable FoldedMerchant[] merchants;

    Workspace(ScorerShape shape, Arithmetic arithmetic) {
        rows = DEALS * shape.dealTokens();
        stemStride = arithmetic.stride(shape.stem());
        modelStride = arithmetic.stride(shape.model());
        scoreStride = arithmetic.stride(shape.keys());
        wideStride = arithmetic.stride(shape.feedForward());
        poolStride = arithmetic.stride(shape.pool());
        resultStride = arithmetic.padded(shape.outputs());
        stem = new float[rows * stemStride];
        lifted = new float[rows * modelStride];
        scores = new float[rows * scoreStride];
        attended = new float[rows * modelStride];
        wide = new float[rows * wideStride];
        passed = new float[rows * modelStride];
        parts = new float[rows * poolStride];
        hidden = new float[rows * poolStride];
        results = new float[rows * resultStride];
        merchants = new FoldedMerchant[rows];
    }

    /// Lends workspaces out; one more is made only when all are in use.
    static final class Shelf {

        private final ScorerShape shape;
        private final Arithmetic arithmetic;
        private final AtomicReferenceArray<@Nullable Workspace> places;

        Shelf(ScorerShape shape, Arithmetic arithmetic) {
            this.shape = shape;
            this.arithmetic = arithmetic;
            places = new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());
        }

        Workspace take() {
            for (int i = 0; i < places.length(); i++) {
                Workspace workspace = places.getAndSet(i, null);
                if (workspace != null) {
                    return workspace;
                }
            }
            return new Workspace(shape, arithmetic);
        }

        void giveBack(Workspace workspace) {
            Arrays.fill(workspace.merchants, null);
            for (int i = 0; i < places.length(); i++) {
                if (places.compareAndSet(i, null, workspace)) {
                    return;
                }
            }
        }
    }
}
