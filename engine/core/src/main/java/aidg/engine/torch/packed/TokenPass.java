package aidg.engine.torch.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What happens to deal tokens on their own: from their numbers through attention and feed-forward step to
/// their part of the pooled head's input. Rows of a workspace lie deal by deal, in a deal token by token.
final class TokenPass {

    private final ScorerShape shape;
    private final Arithmetic arithmetic;
    private final List<Layer> embed = new ArrayList<>();
    private final List<Layer> lift = new ArrayList<>();
    private final List<Layer> pool = new ArrayList<>();
    private final Layer widen;
    private final Layer narrow;
    private final Norm norm1;
    private final Norm norm2;

    TokenPass(ScorerWeights weights, Arithmetic arithmetic) {
        shape = weights.shape();
        this.arithmetic = arithmetic;
        int e = shape.model();
        int s = shape.stem();
        int w = shape.tokenInputs();
        int p = shape.pool();
        float[] none = new float[p];
        for (int t = 0; t < shape.dealTokens(); t++) {
            embed.add(arithmetic.layer(
                    weights.array("embed.weight"), t * w * s, s, w, s, weights.array("embed.bias"), t * s));
            lift.add(arithmetic.layer(
                    weights.array("lift.weight"), t * s * e, e, s, e, weights.array("lift.bias"), t * e));
            pool.add(arithmetic.layer(weights.array("pool.weight"), t * e * p, p, e, p, none, 0));
        }
        int f = shape.feedForward();
        widen = arithmetic.layer(weights.array("widen.weight"), 0, f, e, f, weights.array("widen.bias"), 0);
        narrow = arithmetic.layer(weights.array("narrow.weight"), 0, e, f, e, weights.array("narrow.bias"), 0);
        norm1 = new Norm(weights.array("norm1.gain"), weights.array("norm1.bias"));
        norm2 = new Norm(weights.array("norm2.gain"), weights.array("norm2.bias"));
    }

    /// Fills `parts` (deals x tokens rows of P numbers, `room.poolStride` apart) and leaves the attention in
    /// `room.scores`.
    ///
    /// @param room   its first `deals` merchants are set; it has rows for deals x tokens
    /// @param tokens which tokens of the deal, by number
    /// @param inputs (deals, tokens, W) from `from` on
    void run(Workspace room, int[] tokens, float[] inputs, int from, int deals, float[] parts, int partsFrom) {
        int count = tokens.length;
        int rows = deals * count;
        for (int i = 0; i < count; i++) {
            enter(room, tokens[i], i, count, inputs, from, deals);
        }
        arithmetic.softmax(room.scores, 0, room.scoreStride, rows, shape.heads(), shape.memoryTokens());
        attend(room, deals, count);
        feed(room, rows);
        for (int i = 0; i < count; i++) {
            arithmetic.multiply(
                    room.passed,
                    i * room.modelStride,
                    count * room.modelStride,
                    deals,
                    pool.get(tokens[i]),
                    parts,
                    partsFrom + i * room.poolStride,
                    count * room.poolStride);
        }
    }

    /// The tokens of one deal up to their scores against the first merchant's memory: a row each in
    /// `room.lifted` and `room.scores`.
    ///
    /// @param inputs (D, W)
    void enter(Workspace room, float[] inputs) {
        for (int token = 0; token < shape.dealTokens(); token++) {
            enter(room, token, token, shape.dealTokens(), inputs, 0, 1);
        }
    }

    /// From what the attention took, in `room.attended`, through the feed-forward step to `room.passed`.
    void feed(Workspace room, int rows) {
        arithmetic.normalise(room.attended, 0, room.lifted, 0, room.modelStride, rows, norm1);
        arithmetic.multiply(room.attended, 0, room.modelStride, rows, widen, room.wide, 0, room.wideStride);
        arithmetic.gelu(room.wide, 0, rows * room.wideStride);
        arithmetic.multiply(room.wide, 0, room.wideStride, rows, narrow, room.passed, 0, room.modelStride);
        arithmetic.normalise(room.passed, 0, room.attended, 0, room.modelStride, rows, norm2);
    }

    /// The parts of neighbouring rows of one token, as many rows of `parts`.
    void pool(Workspace room, int token, int from, int rows, float[] parts) {
        Layer layer = pool.get(token);
        int stride = room.modelStride;
        arithmetic.multiply(
                room.passed, from * stride, stride, rows, layer, parts, from * room.poolStride, room.poolStride);
    }

    /// One token of every deal, up to its attention scores.
    private void enter(Workspace room, int token, int place, int count, float[] inputs, int from, int deals) {
        int w = shape.tokenInputs();
        int stemAt = place * room.stemStride;
        int stemStep = count * room.stemStride;
        arithmetic.multiply(inputs, from + place * w, count * w, deals, embed.get(token), room.stem, stemAt, stemStep);
        for (int deal = 0; deal < deals; deal++) {
            arithmetic.gelu(room.stem, stemAt + deal * stemStep, shape.stem());
        }
        arithmetic.multiply(
                room.stem,
                stemAt,
                stemStep,
                deals,
                lift.get(token),
                room.lifted,
                place * room.modelStride,
                count * room.modelStride);
        int scoreStep = count * room.scoreStride;
        for (int deal = 0; deal < deals; ) {
            int end = sameMerchant(room, deal, deals);
            int at = place * room.scoreStride + deal * scoreStep;
            Layer ask = merchant(room, deal).ask(token);
            arithmetic.multiply(
                    room.stem, stemAt + deal * stemStep, stemStep, end - deal, ask, room.scores, at, scoreStep);
            deal = end;
        }
    }

    private void attend(Workspace room, int deals, int count) {
        for (int deal = 0; deal < deals; ) {
            int end = sameMerchant(room, deal, deals);
            arithmetic.multiply(
                    room.scores,
                    deal * count * room.scoreStride,
                    room.scoreStride,
                    (end - deal) * count,
                    merchant(room, deal).answer(),
                    room.attended,
                    deal * count * room.modelStride,
                    room.modelStride);
            deal = end;
        }
    }

    /// The first deal after `deal` that is of another merchant.
    private static int sameMerchant(Workspace room, int deal, int deals) {
        int end = deal + 1;
        while (end < deals && room.merchants[end] == room.merchants[deal]) {
            end++;
        }
        return end;
    }

    private static FoldedMerchant merchant(Workspace room, int deal) {
        return Objects.requireNonNull(room.merchants[deal], "a deal without a merchant");
    }
}
