package aidg.engine.torch.packed;

/// A deal from which what-ifs start: what each of its tokens gives to the pooled head. Immutable, for any thread.
public final class DealBasis {

    private final FoldedMerchant merchant;
    private final float[] parts;

    DealBasis(FoldedMerchant merchant, float[] parts) {
        this.merchant = merchant;
        this.parts = parts;
    }

    FoldedMerchant merchant() {
        return merchant;
    }

    /// One row per deal token; not a copy.
    float[] parts() {
        return parts;
    }
}
