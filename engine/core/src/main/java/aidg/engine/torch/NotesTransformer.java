package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.WordPieces;

/// A small transformer encoder over word pieces: embeddings of piece and place, layers that normalise before
/// each step, the mean of what comes out. [PER-8]
///
/// @param weights of the whole network; this part's names start with `text.`
record NotesTransformer(Weights weights, TextOptions options) {

    /// Added to the attention's logits where a text has ended.
    private static final float NOWHERE = -1e4f;

    static void plan(Weights.Plan plan, TextOptions options, int pieces) {
        plan.table("text.pieces", 0.3, pieces, options.width());
        plan.table("text.places", 0.1, options.longest(), options.width());
        for (int i = 0; i < options.layers(); i++) {
            EncoderLayer.plan(plan, layer(i), options.width(), options.feedForward());
        }
        plan.norm("text.norm", options.width());
    }

    private static String layer(int i) {
        return "text.layer" + i;
    }

    /// @return (N, width)
    NDArray forward(WordPieces.Padded texts, NDManager scope) {
        int n = texts.counts().length;
        int tokens = texts.width();
        NDArray ids = scope.create(texts.ids(), new Shape(n, tokens));
        NDArray places = scope.arange(tokens);
        NDArray x = lookUp(ids, "text.pieces").add(lookUp(places, "text.places"));
        NDArray there = there(texts, scope);
        NDArray bias = there.sub(1).neg().mul(Factor.of(NOWHERE, scope)).reshape(n, 1, 1, tokens);
        for (int i = 0; i < options.layers(); i++) {
            x = new EncoderLayer(weights, layer(i), options.heads(), EncoderLayer.Act.GELU, EncoderLayer.Norm.BEFORE)
                    .forward(x, bias);
        }
        return mean(Layers.norm(x, weights, "text.norm"), there);
    }

    private NDArray lookUp(NDArray ids, String name) {
        return ids.getNDArrayInternal()
                .embedding(ids, weights.get(name + ".table"), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    /// 1 where a text has a piece, 0 after its end.
    ///
    /// @return (N, T)
    static NDArray there(WordPieces.Padded texts, NDManager scope) {
        int width = texts.width();
        float[] there = new float[texts.counts().length * width];
        for (int i = 0; i < texts.counts().length; i++) {
            for (int j = 0; j < texts.counts()[i]; j++) {
                there[i * width + j] = 1;
            }
        }
        return scope.create(there, new Shape(texts.counts().length, width));
    }

    /// Mean over the pieces that are there.
    ///
    /// @param x (N, T, width)
    static NDArray mean(NDArray x, NDArray there) {
        NDArray sum = x.mul(there.expandDims(2)).sum(new int[] {1});
        return sum.div(there.sum(new int[] {1}, true));
    }
}
