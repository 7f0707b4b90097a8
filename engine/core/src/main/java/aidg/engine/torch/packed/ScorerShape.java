package aidg.engine.torch.packed;

import java.util.LinkedHashMap;
import java.util.Map;

/// Sizes of the contextual scorer's network.
///
/// @param dealTokens   D, tokens that ask
/// @param memoryTokens M, tokens of a merchant's memory, which answer
/// @param tokenInputs  W, numbers per deal token
/// @param jointInputs  J, numbers about the deal as a whole
/// @param stem         S, width in which a token's numbers first meet
/// @param model        E, width of a token in the network
/// @param heads        H, attention heads; divides `model`
/// @param feedForward  F, width of the per-token feed-forward step
/// @param pool         P, width of the head in which tokens meet
/// @param outputs      K, numbers per deal that come out
public record ScorerShape(
        int dealTokens,
        int memoryTokens,
        int tokenInputs,
        int jointInputs,
        int stem,
        int model,
        int heads,
        int feedForward,
        int pool,
        int outputs) {

    /// The sizes of the 512-d scorer.
    public static final ScorerShape STANDARD = new ScorerShape(9, 32, 24, 16, 64, 512, 8, 1024, 256, 8);

    public ScorerShape {
        int[] sizes = {
            dealTokens, memoryTokens, tokenInputs, jointInputs, stem, model, heads, feedForward, pool, outputs
        };
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("a size of the scorer is %d, expected 1 or more".formatted(size));
            }
        }
        if (model % heads != 0) {
            throw new IllegalArgumentException("%d heads do not divide a width of %d".formatted(heads, model));
        }
    }

    /// Numbers per head.
    public int headWidth() {
        return model / heads;
    }

    /// Attention weights per deal token: heads x memory tokens, head by head.
    public int keys() {
        return heads * memoryTokens;
    }

    /// Numbers that describe one deal's tokens, D x W.
    public int dealInputs() {
        return dealTokens * tokenInputs;
    }

    /// Numbers of one merchant's memory, M x E.
    public int memory() {
        return memoryTokens * model;
    }

    /// Multiply-adds of one deal when its merchant is folded.
    public long multiplyAdds() {
        return dealTokens * tokenMultiplyAdds() + headMultiplyAdds();
    }

    /// Multiply-adds of one token, from its numbers to its part of the pooled head.
    public long tokenMultiplyAdds() {
        long e = model;
        long lift = (long) tokenInputs * stem + stem * e;
        long attend = (long) stem * keys() + keys() * e;
        return lift + attend + 2 * e * feedForward + e * pool;
    }

    /// Multiply-adds of the head, once the tokens' parts are there.
    public long headMultiplyAdds() {
        return (long) jointInputs * pool + (long) pool * outputs;
    }

    /// Multiply-adds of folding one merchant.
    public long foldMultiplyAdds() {
        long e = model;
        return 3L * memoryTokens * e * e + ((long) dealTokens * (stem + 1)) * e * memoryTokens;
    }

    /// Numbers of weights that a deal passes through, with those of its folded merchant.
    public long weightsPerDeal() {
        return dealTokens * weightsOfTokensOwn() + weightsShared() + headMultiplyAdds();
    }

    /// Numbers of weights that only one token passes through, S x H x M of them the merchant's.
    public long weightsOfTokensOwn() {
        return (long) stem * (tokenInputs + model + keys()) + (long) model * pool;
    }

    /// Numbers of weights that all tokens share, H x M x E of them the merchant's.
    public long weightsShared() {
        return (long) keys() * model + 2L * model * feedForward;
    }

    /// Of the weights that so many tokens of a deal pass through, those of the folded merchant.
    public long merchantWeights(int tokens) {
        return (long) keys() * (tokens * stem + model);
    }

    /// Name and sizes of every array of the network, in file order; each row-major, `[in, out]` last.
    public Map<String, int[]> arrays() {
        int d = dealTokens;
        int e = model;
        Map<String, int[]> arrays = new LinkedHashMap<>();
        arrays.put("embed.weight", new int[] {d, tokenInputs, stem});
        arrays.put("embed.bias", new int[] {d, stem});
        arrays.put("lift.weight", new int[] {d, stem, e});
        arrays.put("lift.bias", new int[] {d, e});
        for (String part : new String[] {"query", "key", "value", "out"}) {
            arrays.put(part + ".weight", new int[] {e, e});
            arrays.put(part + ".bias", new int[] {e});
        }
        arrays.put("norm1.gain", new int[] {e});
        arrays.put("norm1.bias", new int[] {e});
        arrays.put("widen.weight", new int[] {e, feedForward});
        arrays.put("widen.bias", new int[] {feedForward});
        arrays.put("narrow.weight", new int[] {feedForward, e});
        arrays.put("narrow.bias", new int[] {e});
        arrays.put("norm2.gain", new int[] {e});
        arrays.put("norm2.bias", new int[] {e});
        arrays.put("pool.weight", new int[] {d * e, pool});
        arrays.put("joint.weight", new int[] {jointInputs, pool});
        arrays.put("pool.bias", new int[] {pool});
        arrays.put("result.weight", new int[] {pool, outputs});
        arrays.put("result.bias", new int[] {outputs});
        return arrays;
    }
}
