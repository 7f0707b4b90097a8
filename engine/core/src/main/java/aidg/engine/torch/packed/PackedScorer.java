package aidg.engine.torch.packed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The contextual scorer on the CPU, without PyTorch: weights repacked at load, one thread per call (a sweep
/// takes several), any number of calls at a time, nothing allocated once it is warm (folding, a basis and a
/// surface make their results).
///
/// Tokens of a deal pass on their own and meet in the pooled head, so a what-if repeats only the tokens it changes.
/// All outputs are raw, (K) per deal. Numbers that are no numbers come out as no numbers.
public final class PackedScorer {

    /// Variants of an axis that are worth a processor of their own, and cells of a surface.
    private static final int LEAST_VARIANTS = 12;

    private static final int LEAST_CELLS = 256;

    private final ScorerShape shape;
    private final Arithmetic arithmetic;
    private final Folding folding;
    private final TokenPass pass;
    private final PooledHead head;
    private final Workspace.Shelf shelf;
    private final int[] allTokens;

    PackedScorer(ScorerWeights weights, Arithmetic arithmetic) {
        shape = weights.shape();
        this.arithmetic = arithmetic;
        folding = new Folding(weights, arithmetic);
        pass = new TokenPass(weights, arithmetic);
        head = new PooledHead(weights, arithmetic);
        shelf = new Workspace.Shelf(shape, arithmetic);
        allTokens = IntStream.range(0, shape.dealTokens()).toArray();
    }

    /// Repacks the weights for the fastest arithmetic of this Java: vector instructions if the module
    /// `jdk.incubator.vector` is there, else plain loops.
    public static PackedScorer of(ScorerWeights weights) {
        return new PackedScorer(weights, Arithmetic.best());
    }

    public ScorerShape shape() {
        return shape;
    }

    /// How it computes: `vector, 512 bits` or `plain`.
    public String arithmetic() {
        return arithmetic.name();
    }

    /// Folds a merchant's memory; keep the result as long as the memory holds.
    ///
    /// @param memory (M, E)
    public FoldedMerchant fold(float[] memory) {
        requireLength("memory", memory, shape.memory());
        return folding.fold(memory);
    }

    /// Scores deals of one merchant.
    ///
    /// @param tokens  (deals, D, W)
    /// @param joints  (deals, J)
    /// @param outputs filled with (deals, K)
    public void score(FoldedMerchant merchant, float[] tokens, float[] joints, int deals, float[] outputs) {
        requireBatch(tokens, joints, deals, outputs);
        Workspace room = shelf.take();
        Arrays.fill(room.merchants, merchant);
        for (int from = 0; from < deals; from += Workspace.DEALS) {
            chunk(room, tokens, joints, from, Math.min(Workspace.DEALS, deals - from), outputs);
        }
        shelf.giveBack(room);
    }

    /// Scores deals of several merchants; fastest when deals of a merchant lie side by side.
    ///
    /// @param merchants one per deal
    /// @param tokens    (deals, D, W)
    /// @param joints    (deals, J)
    /// @param outputs   filled with (deals, K)
    public void score(FoldedMerchant[] merchants, float[] tokens, float[] joints, float[] outputs) {
        int deals = merchants.length;
        requireBatch(tokens, joints, deals, outputs);
        Workspace room = shelf.take();
        for (int from = 0; from < deals; from += Workspace.DEALS) {
            int count = Math.min(Workspace.DEALS, deals - from);
            System.arraycopy(merchants, from, room.merchants, 0, count);
            chunk(room, tokens, joints, from, count, outputs);
        }
        shelf.giveBack(room);
    }

    private void chunk(Workspace room, float[] tokens, float[] joints, int from, int deals, float[] outputs) {
        pass.run(room, allTokens, tokens, from * shape.dealInputs(), deals, room.parts, 0);
        head.begin(room, joints, from * shape.jointInputs(), deals);
        for (int deal = 0; deal < deals; deal++) {
            for (int token = 0; token < shape.dealTokens(); token++) {
                head.add(room, deal, room.parts, (deal * shape.dealTokens() + token) * room.poolStride);
            }
        }
        head.finish(room, deals, outputs, from * shape.outputs());
    }

    /// Prepares a deal for being mixed with others.
    ///
    /// @param merchants the own one, then the others, at least one
    /// @param deals     theirs, (D, W) each
    public PackedMixture mixture(List<FoldedMerchant> merchants, List<float[]> deals) {
        deals.forEach(deal -> requireLength("tokens", deal, shape.dealInputs()));
        Workspace room = shelf.take();
        MixedTokens tokens = new MixedTokens(shape, arithmetic, pass, room, merchants, deals);
        shelf.giveBack(room);
        return new PackedMixture(shape, head, shelf, tokens);
    }

    /// Scores one deal and tells where its tokens looked: the same path, whose attention is copied out.
    ///
    /// @param tokens    (D, W)
    /// @param joint     (J)
    /// @param outputs   filled with (K)
    /// @param attention filled with (H, D, M); each of the H x D rows has the sum 1
    public void explain(FoldedMerchant merchant, float[] tokens, float[] joint, float[] outputs, float[] attention) {
        requireBatch(tokens, joint, 1, outputs);
        int m = shape.memoryTokens();
        requireLength("attention", attention, shape.dealTokens() * shape.keys());
        Workspace room = shelf.take();
        room.merchants[0] = merchant;
        chunk(room, tokens, joint, 0, 1, outputs);
        for (int h = 0; h < shape.heads(); h++) {
            for (int token = 0; token < shape.dealTokens(); token++) {
                int to = (h * shape.dealTokens() + token) * m;
                System.arraycopy(room.scores, token * room.scoreStride + h * m, attention, to, m);
            }
        }
        shelf.giveBack(room);
    }

    /// Passes a deal's tokens once, for the what-ifs that start from it.
    ///
    /// @param tokens (D, W)
    public DealBasis basis(FoldedMerchant merchant, float[] tokens) {
        requireLength("tokens", tokens, shape.dealInputs());
        Workspace room = shelf.take();
        room.merchants[0] = merchant;
        float[] parts = new float[shape.dealTokens() * room.poolStride];
        pass.run(room, allTokens, tokens, 0, 1, parts, 0);
        shelf.giveBack(room);
        return new DealBasis(merchant, parts);
    }

    /// Scores a deal of which some tokens changed: one step of a slider. The basis stays as it is.
    ///
    /// @param changed which tokens, by number; none twice
    /// @param inputs  their numbers, (changed, W)
    /// @param joint   the changed deal's, (J)
    /// @param outputs filled with (K)
    public void step(DealBasis basis, int[] changed, float[] inputs, float[] joint, float[] outputs) {
        requireLength("inputs", inputs, changed.length * shape.tokenInputs());
        requireLength("joint", joint, shape.jointInputs());
        requireLength("outputs", outputs, shape.outputs());
        Workspace room = shelf.take();
        room.merchants[0] = basis.merchant();
        if (changed.length > 0) {
            pass.run(room, changed, inputs, 0, 1, room.parts, 0);
        }
        head.begin(room, joint, 0, 1);
        for (int token = 0; token < shape.dealTokens(); token++) {
            int place = indexOf(changed, token);
            if (place < 0) {
                head.add(room, 0, basis.parts(), token * room.poolStride);
            } else {
                head.add(room, 0, room.parts, place * room.poolStride);
            }
        }
        head.finish(room, 1, outputs, 0);
        shelf.giveBack(room);
    }

    /// Passes the tokens of an axis, for the sweeps along it; on several processors.
    public PassedAxis pass(FoldedMerchant merchant, SweepAxis axis) {
        int variants = axis.variants(shape);
        float[] sums = new float[variants * arithmetic.stride(shape.pool())];
        Slices.run(variants, LEAST_VARIANTS, (from, to) -> along(merchant, axis, from, to, sums));
        return new PassedAxis(axis.tokens(), variants, sums);
    }

    /// Scores a surface: every pair of a point on `x` and one on `y`, the other tokens as in the basis. Passes
    /// nx + ny variants of tokens and nx · ny cheap heads, on several processors.
    ///
    /// @param x      changes other tokens than `y`
    /// @param joints (nx, ny, J)
    /// @return (nx, ny, K)
    public float[] sweep(DealBasis basis, SweepAxis x, SweepAxis y, float[] joints) {
        requireApart(x.tokens(), y.tokens());
        requireLength("joints", joints, x.variants(shape) * y.variants(shape) * shape.jointInputs());
        return sweep(basis, pass(basis.merchant(), x), pass(basis.merchant(), y), joints);
    }

    /// The same along axes that have passed already.
    ///
    /// @param x of the basis's merchant, as is `y`
    public float[] sweep(DealBasis basis, PassedAxis x, PassedAxis y, float[] joints) {
        requireApart(x.tokens(), y.tokens());
        int nx = x.points();
        int ny = y.points();
        requireLength("joints", joints, nx * ny * shape.jointInputs());
        float[] rest = rest(basis, x, y);
        float[] outputs = new float[nx * ny * shape.outputs()];
        Slices.run(nx, Math.max(1, LEAST_CELLS / ny), (from, to) -> cells(rest, x, y, from, to, joints, outputs));
        return outputs;
    }

    private void cells(float[] rest, PassedAxis x, PassedAxis y, int begin, int end, float[] joints, float[] outputs) {
        Workspace room = shelf.take();
        float[] row = new float[room.poolStride];
        int ny = y.points();
        for (int i = begin; i < end; i++) {
            System.arraycopy(x.sums(), i * room.poolStride, row, 0, shape.pool());
            arithmetic.add(rest, 0, row, 0, shape.pool());
            for (int from = 0; from < ny; from += room.rows) {
                int cells = Math.min(room.rows, ny - from);
                head.begin(room, joints, (i * ny + from) * shape.jointInputs(), cells);
                for (int cell = 0; cell < cells; cell++) {
                    head.add(room, cell, row, 0);
                    head.add(room, cell, y.sums(), (from + cell) * room.poolStride);
                }
                head.finish(room, cells, outputs, (i * ny + from) * shape.outputs());
            }
        }
        shelf.giveBack(room);
    }

    private static void requireApart(int[] x, int[] y) {
        for (int token : x) {
            if (indexOf(y, token) >= 0) {
                throw new IllegalArgumentException("both axes change token %d".formatted(token));
            }
        }
    }

    /// The sum of the parts that no axis changes.
    private float[] rest(DealBasis basis, PassedAxis x, PassedAxis y) {
        int stride = arithmetic.stride(shape.pool());
        float[] rest = new float[stride];
        for (int token = 0; token < shape.dealTokens(); token++) {
            if (indexOf(x.tokens(), token) < 0 && indexOf(y.tokens(), token) < 0) {
                arithmetic.add(basis.parts(), token * stride, rest, 0, shape.pool());
            }
        }
        return rest;
    }

    /// Per variant of an axis, the sum of its tokens' parts.
    private void along(FoldedMerchant merchant, SweepAxis axis, int begin, int end, float[] sums) {
        Workspace room = shelf.take();
        int count = axis.tokens().length;
        int most = room.rows / count;
        Arrays.fill(room.merchants, merchant);
        for (int from = begin; from < end; from += most) {
            int some = Math.min(most, end - from);
            int at = from * count * shape.tokenInputs();
            pass.run(room, axis.tokens(), axis.inputs(), at, some, room.parts, 0);
            for (int row = 0; row < some * count; row++) {
                int to = (from + row / count) * room.poolStride;
                arithmetic.add(room.parts, row * room.poolStride, sums, to, shape.pool());
            }
        }
        shelf.giveBack(room);
    }

    private static int indexOf(int[] tokens, int token) {
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] == token) {
                return i;
            }
        }
        return -1;
    }

    private void requireBatch(float[] tokens, float[] joints, int deals, float[] outputs) {
        requireLength("tokens", tokens, deals * shape.dealInputs());
        requireLength("joints", joints, deals * shape.jointInputs());
        requireLength("outputs", outputs, deals * shape.outputs());
    }

    private static void requireLength(String name, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    "%s holds %d numbers, expected %d".formatted(name, values.length, length));
        }
    }
}
