package aidg.engine.torch.packed;

import java.util.List;

/// A merchant's memory multiplied into the attention weights, so that a deal token reaches it in two products.
/// Exact: the scores are `(g·lift + c)·Wq·kᵀ / √d`, of which all but `g`, the token's stem, is known for a
/// merchant, and the answer is `softmax · v·Wo`. About 1.1 MB at the standard shape; immutable, for any thread.
public final class FoldedMerchant {

    private final List<Layer> asks;
    private final Layer answer;

    /// @param asks   per deal token, stem (S) to attention scores (H x M)
    /// @param answer attention weights (H x M) to what the token takes from the memory (E)
    FoldedMerchant(List<Layer> asks, Layer answer) {
        this.asks = List.copyOf(asks);
        this.answer = answer;
    }

    Layer ask(int token) {
        return asks.get(token);
    }

    Layer answer() {
        return answer;
    }
}
