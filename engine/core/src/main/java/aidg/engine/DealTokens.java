package aidg.engine;

import aidg.engine.domain.DealTerms;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures.OtherTerms;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.whatif.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The deal tokens of one proposal on other terms of its category. What an axis makes of them is kept for the
/// last axes: each token depends on one term at most, so the terms that are not swept make no difference. Safe
/// for use by several threads.
final class DealTokens {

    private static final int AXES_KEPT = 16;

    private final TokenLayout layout;
    private final OtherTerms terms;
    private final Map<Key, Scorer.Axis> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Scorer.Axis> eldest) {
            return size() > AXES_KEPT;
        }
    };

    DealTokens(TokenLayout layout, OtherTerms terms) {
        this.layout = layout;
        this.terms = terms;
    }

    /// `TokenLayout.size(DEAL)` numbers.
    float[] of(DealTerms offer) {
        return layout.values(Side.DEAL, terms.dealRow(offer));
    }

    /// @param now what the axis's term is where it is not swept
    private record Key(Axis axis, double now) {}

    /// The tokens that an axis changes anywhere, at each of its points.
    ///
    /// @param base     the other terms
    /// @param asOfBase tokens of `base`
    /// @throws IllegalArgumentException if a point is out of the term's range
    Scorer.Axis along(Axis axis, DealTerms base, float[] asOfBase) {
        Key key = new Key(axis, axis.term().of(base));
        synchronized (kept) {
            Scorer.Axis known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Scorer.Axis fresh = worked(axis, base, asOfBase);
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }

    private Scorer.Axis worked(Axis axis, DealTerms base, float[] asOfBase) {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < axis.values().size(); i++) {
            points.add(of(axis.apply(base, i)));
        }
        int width = layout.width(Side.DEAL);
        List<Integer> changed = new ArrayList<>();
        for (int token = 0; token < layout.tokens(Side.DEAL).size(); token++) {
            int from = token * width;
            int to = from + width;
            boolean own = layout.tokens(Side.DEAL)
                    .get(token)
                    .name()
                    .equals(axis.term().word());
            if (own || points.stream().anyMatch(point -> !Arrays.equals(point, from, to, asOfBase, from, to))) {
                changed.add(token);
            }
        }
        float[] inputs = new float[points.size() * changed.size() * width];
        for (int i = 0; i < points.size(); i++) {
            for (int k = 0; k < changed.size(); k++) {
                System.arraycopy(
                        points.get(i), changed.get(k) * width, inputs, (i * changed.size() + k) * width, width);
            }
        }
        return new Scorer.Axis(changed.stream().mapToInt(Integer::intValue).toArray(), inputs);
    }
}
