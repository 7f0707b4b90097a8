package aidg.engine;

import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.JointFacts;
import aidg.engine.features.LiveFeatures;
import aidg.engine.features.LiveFeatures.OtherTerms;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.SideInputs;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Offers;
import aidg.engine.whatif.Surface;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A proposal on other terms, over a grid of them: the tokens that a point of an axis changes pass the network
/// once, a pair is a sum and a small head. Joint facts and forecast are computed for every pair. Made by
/// `DealEngine.whatIf`; safe for use by several threads.
public final class WhatIf implements Offers {

    /// Pairs that are worth a processor of their own.
    private static final int LEAST_PAIRS = 128;

    private final SafetyGuard guard = new SafetyGuard();
    private final Proposal proposal;
    private final Calibration calibration;
    private final Scorer scorer;
    private final SideInputs inputs;
    private final int doubt;
    private final Function<Proposal, Prepared> preparing;
    private final Map<Category, Prepared> prepared = new ConcurrentHashMap<>();
    private final LiveFeatures.OverrideRecord overrides;

    /// A proposal in one category, ready for other terms.
    record Prepared(Question base, OtherTerms terms, DealTokens tokens) {}

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
        TokenLayout layout = model.layout();
        calibration = model.provenance().calibration();
        inputs = layout.inputs(Side.JOINT);
        doubt = new FeatureSchema(layout.tokens(Side.JOINT)).names().indexOf(FeatureFit.DOUBT);
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
        float[] deal = offer.tokens().of(base);
        Scorer.Axis alongX = offer.tokens().along(x, base, deal);
        Scorer.Axis alongY = offer.tokens().along(y, base, deal);
        float[] joints = new float[nx * ny * inputs.size()];
        double[] doubts = new double[nx * ny];
        inSlices(nx, ny, (from, to) -> {
            JointFacts facts = offer.terms().joints();
            for (int pair = from * ny; pair < to * ny; pair++) {
                float[] row = facts.row(y.apply(x.apply(base, pair / ny), pair % ny));
                inputs.write(row, joints, pair * inputs.size());
                doubts[pair] = row[doubt];
            }
        });
        Question question = new Question(
                offer.base().memory(), deal, offer.base().joint(), offer.base().risk());
        return surface(base, x, y, scorer.sweep(question, alongX, alongY, joints), doubts);
    }

    /// Work on some points of x, each with all of y.
    @FunctionalInterface
    private interface Slice {
        void on(int from, int to);
    }

    /// Shares a surface out among the processors, if it is large enough.
    private static void inSlices(int nx, int ny, Slice work) {
        int slices = Math.min(2 * Runtime.getRuntime().availableProcessors(), Math.min(nx, nx * ny / LEAST_PAIRS));
        if (slices < 2) {
            work.on(0, nx);
        } else {
            IntStream.range(0, slices)
                    .parallel()
                    .forEach(slice -> work.on(nx * slice / slices, nx * (slice + 1) / slices));
        }
    }

    private Surface surface(DealTerms base, Axis x, Axis y, List<Scorer.Output> outputs, double[] doubts) {
        Surface surface = Surface.empty(x, y);
        int ny = y.values().size();
        inSlices(x.values().size(), ny, (from, to) -> {
            for (int pair = from * ny; pair < to * ny; pair++) {
                put(surface, pair / ny, pair % ny, outputs.get(pair), doubts[pair], base.category());
            }
        });
        return surface;
    }

    private void put(Surface surface, int i, int j, Scorer.Output output, double spread, Category category) {
        double baseline = Math.max(0, proposal.baselineGp30().amount());
        Interval interval = calibration.interval(output.adjusted(), spread);
        surface.score()[i][j] = calibration.success().probability(output.adjusted());
        surface.low()[i][j] = interval.low();
        surface.high()[i][j] = interval.high();
        surface.gp30()[i][j] = baseline * output.ratio();
        surface.allowed()[i][j] = guard.allows(new SafetyGuard.Facts(
                Money.of(surface.gp30()[i][j]),
                proposal.baselineGp30(),
                overrides.overridden(),
                overrides.decided(),
                category));
    }
}
