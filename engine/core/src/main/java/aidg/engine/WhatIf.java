package aidg.engine;

import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures;
import aidg.engine.features.LiveFeatures.OtherTerms;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Offers;
import aidg.engine.whatif.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A proposal on other terms, over a grid of them: the tokens that a point of an axis changes pass the network
/// once, a pair is a sum and a small head. Joint facts and forecast are computed for every pair. Made by
/// `DealEngine.whatIf`; safe for use by several threads.
public final class WhatIf implements Offers {

    private final Proposal proposal;
    private final TokenLayout layout;
    private final Calibration calibration;
    private final Scorer scorer;
    private final int doubt;
    private final Function<Proposal, Prepared> preparing;
    private final Map<Category, Prepared> prepared = new ConcurrentHashMap<>();
    private final LiveFeatures.OverrideRecord overrides;

    /// A proposal in one category, ready for other terms.
    record Prepared(Question base, OtherTerms terms) {}

    /// @param preparing for the proposal in another category
    WhatIf(
            Proposal proposal,
            Marketplace marketplace,
            ModelFile model,
            Scorer scorer,
            Function<Proposal, Prepared> preparing) {
        this.proposal = proposal;
        this.scorer = scorer;
        this.preparing = preparing;
        layout = model.layout();
        calibration = model.provenance().calibration();
        doubt = layout.schema().names().indexOf(FeatureFit.DOUBT);
        overrides = LiveFeatures.overrides(marketplace, proposal.merchantId());
        in(proposal.terms().category());
    }

    private Prepared in(Category category) {
        return prepared.computeIfAbsent(category, wanted -> {
            DealTerms terms = proposal.terms();
            return preparing.apply(
                    proposal.withTerms(new DealTerms(terms.discount(), terms.price(), terms.durationDays(), wanted)));
        });
    }

    @Override
    public Surface sweep(DealTerms base, Axis x, Axis y) {
        if (x.term() == y.term()) {
            throw new IllegalArgumentException("both axes sweep the %s".formatted(x.term()));
        }
        Prepared offer = in(base.category());
        int nx = x.values().size();
        int ny = y.values().size();
        int width = layout.size(Side.JOINT);
        float[] joints = new float[nx * ny * width];
        double[] doubts = new double[nx * ny];
        for (int pair = 0; pair < nx * ny; pair++) {
            float[] row = offer.terms().jointRow(y.apply(x.apply(base, pair / ny), pair % ny));
            layout.write(Side.JOINT, row, joints, pair * width);
            doubts[pair] = row[doubt];
        }
        Question question = new Question(
                offer.base().memory(),
                layout.values(Side.DEAL, offer.terms().row(base)),
                offer.base().joint(),
                offer.base().risk());
        List<Scorer.Output> outputs =
                scorer.sweep(question, tokens(question, offer, base, x), tokens(question, offer, base, y), joints);
        return surface(base, x, y, outputs, doubts);
    }

    private Surface surface(DealTerms base, Axis x, Axis y, List<Scorer.Output> outputs, double[] doubts) {
        Surface surface = Surface.empty(x, y);
        double baseline = Math.max(0, proposal.baselineGp30().amount());
        SafetyGuard guard = new SafetyGuard();
        int ny = y.values().size();
        for (int pair = 0; pair < outputs.size(); pair++) {
            int i = pair / ny;
            int j = pair % ny;
            Scorer.Output output = outputs.get(pair);
            Interval interval = calibration.interval(output.adjusted(), doubts[pair]);
            surface.score()[i][j] = calibration.success().probability(output.adjusted());
            surface.low()[i][j] = interval.low();
            surface.high()[i][j] = interval.high();
            surface.gp30()[i][j] = baseline * output.ratio();
            surface.allowed()[i][j] = guard.allows(new SafetyGuard.Facts(
                    Money.of(surface.gp30()[i][j]),
                    proposal.baselineGp30(),
                    overrides.overridden(),
                    overrides.decided(),
                    base.category()));
        }
        return surface;
    }

    /// The deal tokens that an axis changes anywhere, at each of its points.
    private Scorer.Axis tokens(Question question, Prepared offer, DealTerms base, Axis axis) {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < axis.values().size(); i++) {
            points.add(layout.values(Side.DEAL, offer.terms().row(axis.apply(base, i))));
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
            if (own || points.stream().anyMatch(point -> !Arrays.equals(point, from, to, question.deal(), from, to))) {
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
