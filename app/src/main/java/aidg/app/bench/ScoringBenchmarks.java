package aidg.app.bench;

import aidg.engine.torch.ContextualWeights;
import aidg.engine.torch.TorchContextual;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.packed.DealBasis;
import aidg.engine.torch.packed.FoldedMerchant;
import aidg.engine.torch.packed.PackedScorer;
import aidg.engine.torch.packed.ScorerShape;
import aidg.engine.torch.packed.ScorerWeights;
import aidg.engine.torch.packed.SweepAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What `ScoringBench` lets JMH time: the ways to a score, on one thread, with inputs from a fixed seed.
public class ScoringBenchmarks {

    static final ScorerShape SHAPE = ScorerShape.STANDARD;

    /// Points per axis of the surface.
    static final int GRID = 64;

    /// Weights of a file; without one random ones from a fixed seed, rounded to bfloat16 as trained ones are.
    static ScorerWeights weights(String file) throws IOException {
        return file.isEmpty()
                ? ScorerWeights.random(SHAPE, new SplittableRandom(20)).rounded()
                : ContextualWeights.read(Files.readAllBytes(Path.of(file)), SHAPE);
    }

    private static float[] floats(int count, RandomGenerator random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /// Scorers and a merchant.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls `load` first
    public static class Loaded {

        /// A safetensors file of the standard shape; empty stands for weights from a fixed seed.
        @Param("")
        public String weights;

        final RandomGenerator random = new SplittableRandom(21);
        PackedScorer packed;
        TorchContextual torch;
        float[] memory;
        FoldedMerchant merchant;

        /// Gets the weights and folds a merchant.
        @Setup
        public void load() throws IOException {
            ScorerWeights trained = weights(weights);
            packed = PackedScorer.of(trained);
            torch = TorchContextual.of(trained, TorchDevice.choose(TorchDevice.Wish.CPU));
            memory = floats(SHAPE.memory(), random);
            merchant = packed.fold(memory);
        }

        /// Frees what PyTorch holds.
        @TearDown
        public void close() {
            torch.close();
        }
    }

    /// Deals of one merchant.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls `draw` first
    public static class Deals {

        /// Deals in the batch.
        @Param({"1", "10", "100", "1000"})
        public int deals;

        float[] tokens;
        float[] joints;
        float[] outputs;

        /// Draws the deals.
        @Setup
        public void draw(Loaded loaded) {
            tokens = floats(deals * SHAPE.dealInputs(), loaded.random);
            joints = floats(deals * SHAPE.jointInputs(), loaded.random);
            outputs = new float[deals * SHAPE.outputs()];
        }
    }

    /// A deal, a slider on one of its tokens, and a surface over two of them.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls `draw` first
    public static class WhatIf {

        final int[] changed = {0};
        final float[] outputs = new float[SHAPE.outputs()];
        DealBasis basis;
        float[] inputs;
        float[] joint;
        SweepAxis x;
        SweepAxis y;
        float[] joints;

        /// Draws the deal and its variants.
        @Setup
        public void draw(Loaded loaded) {
            int w = SHAPE.tokenInputs();
            basis = loaded.packed.basis(loaded.merchant, floats(SHAPE.dealInputs(), loaded.random));
            inputs = floats(w, loaded.random);
            joint = floats(SHAPE.jointInputs(), loaded.random);
            x = new SweepAxis(new int[] {0}, floats(GRID * w, loaded.random));
            y = new SweepAxis(new int[] {1}, floats(GRID * w, loaded.random));
            joints = floats(GRID * GRID * SHAPE.jointInputs(), loaded.random);
        }
    }

    /// The packed kernel, merchant cached.
    @Benchmark
    public float[] packed(Loaded loaded, Deals deals) {
        loaded.packed.score(loaded.merchant, deals.tokens, deals.joints, deals.deals, deals.outputs);
        return deals.outputs;
    }

    /// PyTorch, operation by operation.
    @Benchmark
    public float[] plain(Loaded loaded, Deals deals) {
        return loaded.torch.plain(loaded.memory, deals.tokens, deals.joints);
    }

    /// PyTorch with the memory folded in.
    @Benchmark
    public float[] folded(Loaded loaded, Deals deals) {
        return loaded.torch.folded(loaded.memory, deals.tokens, deals.joints);
    }

    /// Folding a merchant.
    @Benchmark
    public FoldedMerchant fold(Loaded loaded) {
        return loaded.packed.fold(loaded.memory);
    }

    /// One step of a slider that changes one token.
    @Benchmark
    public float[] step(Loaded loaded, WhatIf whatIf) {
        loaded.packed.step(whatIf.basis, whatIf.changed, whatIf.inputs, whatIf.joint, whatIf.outputs);
        return whatIf.outputs;
    }

    /// A surface of 64 x 64 points.
    @Benchmark
    public float[] surface(Loaded loaded, WhatIf whatIf) {
        return loaded.packed.sweep(whatIf.basis, whatIf.x, whatIf.y, whatIf.joints);
    }
}
