package aidg.engine.torch.packed;

import java.util.ArrayList;
import java.util.List;

/// Folds merchants. What does not depend on the merchant, `lift·Wq` per deal token, is multiplied once at load.
final class Folding {

    private final ScorerShape shape;
    private final Arithmetic arithmetic;
    private final Layer key;
    private final Layer value;
    private final List<Layer> outOfHead;
    private final float[] outBias;
    private final int stride;

    /// Queries as a matrix of the stem: D x S rows, then D rows of their biases.
    private final float[] stemQueries;

    Folding(ScorerWeights weights, Arithmetic arithmetic) {
        shape = weights.shape();
        this.arithmetic = arithmetic;
        int e = shape.model();
        key = square(weights, "key");
        value = square(weights, "value");
        outBias = weights.array("out.bias");
        outOfHead = new ArrayList<>();
        for (int head = 0; head < shape.heads(); head++) {
            int from = head * shape.headWidth() * e;
            outOfHead.add(
                    arithmetic.layer(weights.array("out.weight"), from, e, shape.headWidth(), e, new float[e], 0));
        }
        stride = arithmetic.stride(e);
        stemQueries = stemQueries(weights);
    }

    private Layer square(ScorerWeights weights, String name) {
        int e = shape.model();
        return arithmetic.layer(weights.array(name + ".weight"), 0, e, e, e, weights.array(name + ".bias"), 0);
    }

    private float[] stemQueries(ScorerWeights weights) {
        int e = shape.model();
        int rows = shape.dealTokens() * shape.stem();
        float[] query = weights.array("query.weight");
        float[] queries = new float[(rows + shape.dealTokens()) * stride];
        Layer unbiased = arithmetic.layer(query, 0, e, e, e, new float[e], 0);
        Layer biased = arithmetic.layer(query, 0, e, e, e, weights.array("query.bias"), 0);
        arithmetic.multiply(weights.array("lift.weight"), 0, e, rows, unbiased, queries, 0, stride);
        arithmetic.multiply(
                weights.array("lift.bias"), 0, e, shape.dealTokens(), biased, queries, rows * stride, stride);
        return queries;
    }

    /// @param memory (M, E), checked by the caller
    FoldedMerchant fold(float[] memory) {
        float[] projected = new float[shape.memoryTokens() * stride];
        arithmetic.multiply(memory, 0, shape.model(), shape.memoryTokens(), key, projected, 0, stride);
        List<Layer> asks = asks(projected);
        arithmetic.multiply(memory, 0, shape.model(), shape.memoryTokens(), value, projected, 0, stride);
        return new FoldedMerchant(asks, answer(projected));
    }

    private List<Layer> asks(float[] keys) {
        int m = shape.memoryTokens();
        int rows = shape.dealTokens() * (shape.stem() + 1);
        // A product fills its rows up; the next head writes over that, and the last needs room for it.
        int scoreStride = shape.keys() + arithmetic.padded(m);
        float[] scores = new float[rows * scoreStride];
        float[] transposed = new float[shape.headWidth() * m];
        for (int head = 0; head < shape.heads(); head++) {
            int column = head * shape.headWidth();
            transpose(keys, column, transposed);
            Layer layer = arithmetic.layer(transposed, 0, m, shape.headWidth(), m, new float[m], 0);
            arithmetic.multiply(stemQueries, column, stride, rows, layer, scores, head * m, scoreStride);
        }
        List<Layer> asks = new ArrayList<>(shape.dealTokens());
        for (int token = 0; token < shape.dealTokens(); token++) {
            int from = token * shape.stem() * scoreStride;
            int bias = (shape.dealTokens() * shape.stem() + token) * scoreStride;
            asks.add(arithmetic.layer(scores, from, scoreStride, shape.stem(), shape.keys(), scores, bias));
        }
        return asks;
    }

    /// One head's keys, scaled, with a column per memory token.
    private void transpose(float[] keys, int column, float[] transposed) {
        int m = shape.memoryTokens();
        float scale = (float) (1 / Math.sqrt(shape.headWidth()));
        for (int token = 0; token < m; token++) {
            for (int i = 0; i < shape.headWidth(); i++) {
                transposed[i * m + token] = scale * keys[token * stride + column + i];
            }
        }
    }

    private Layer answer(float[] values) {
        float[] answers = new float[shape.keys() * stride];
        for (int head = 0; head < shape.heads(); head++) {
            arithmetic.multiply(
                    values,
                    head * shape.headWidth(),
                    stride,
                    shape.memoryTokens(),
                    outOfHead.get(head),
                    answers,
                    head * shape.memoryTokens() * stride,
                    stride);
        }
        return arithmetic.layer(answers, 0, stride, shape.keys(), shape.model(), outBias, 0);
    }
}
