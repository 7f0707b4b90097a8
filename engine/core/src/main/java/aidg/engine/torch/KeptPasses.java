package aidg.engine.torch;

import aidg.engine.scorer.Scorer;
import aidg.engine.torch.packed.DealBasis;
import aidg.engine.torch.packed.FoldedMerchant;
import aidg.engine.torch.packed.PackedScorer;
import aidg.engine.torch.packed.PassedAxis;
import aidg.engine.torch.packed.SweepAxis;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The last deals and axes whose tokens passed the network: whoever drags one term sweeps the same others again and
/// again. Safe for use by several threads.
final class KeptPasses {

    /// About 70 KB each.
    private static final int KEPT = 16;

    private final PackedScorer packed;
    private final Map<Key, Object> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Object> eldest) {
            return size() > KEPT;
        }
    };

    KeptPasses(PackedScorer packed) {
        this.packed = packed;
    }

    /// What passed: tokens of a merchant, by number, and their numbers. The arrays are not copied.
    private record Key(FoldedMerchant merchant, int[] tokens, float[] inputs) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.merchant == merchant
                    && Arrays.equals(key.tokens, tokens)
                    && Arrays.equals(key.inputs, inputs);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(tokens) + Arrays.hashCode(inputs);
        }
    }

    DealBasis basis(FoldedMerchant merchant, float[] deal) {
        return kept(DealBasis.class, new Key(merchant, new int[0], deal), () -> packed.basis(merchant, deal));
    }

    PassedAxis axis(FoldedMerchant merchant, Scorer.Axis axis) {
        return kept(
                PassedAxis.class,
                new Key(merchant, axis.tokens(), axis.inputs()),
                () -> packed.pass(merchant, new SweepAxis(axis.tokens(), axis.inputs())));
    }

    private <T> T kept(Class<T> kind, Key key, Supplier<T> passing) {
        synchronized (kept) {
            Object known = kept.get(key);
            if (known != null) {
                return kind.cast(known);
            }
        }
        T fresh = passing.get();
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }
}
