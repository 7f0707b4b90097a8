package aidg.engine;

import aidg.engine.bandit.GuardVerdict;
import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Proposal;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelPart;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.ScorerFit;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.torch.ContextualScorer;
import aidg.engine.torch.TorchDevice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Scores deals of one marketplace with one model. Safe for use by several threads.
public final class DealEngine implements AutoCloseable {

    private static final int BACKGROUND = 16;
    private static final int FEWEST_BACKGROUND = 3;

    private final Marketplace marketplace;
    private final LiveFeatures features;
    private final TokenLayout layout;
    private final Scorer scorer;
    private final Calibration calibration;
    private final SafetyGuard guard = new SafetyGuard();
    private final ScoreTracer tracer;
    private final MerchantMemories memories;
    private final Map<Category, Map<String, ScoreTracer.Typical>> typical = new ConcurrentHashMap<>();
    private final String modelHash;
    private final String deviceMessage;

    private DealEngine(Marketplace marketplace, ModelFile model, Scorer scorer, TorchDevice device) {
        this.marketplace = marketplace;
        this.scorer = scorer;
        deviceMessage = device.message();
        features = new LiveFeatures(marketplace, model.learned().fit());
        memories = new MerchantMemories(marketplace, model, features, device);
        layout = model.layout();
        calibration = model.provenance().calibration();
        modelHash = model.provenance().hash();
        tracer = new ScoreTracer(model, scorer, marketplace.asOf());
    }

    /// Loads the model and reads the marketplace's history.
    ///
    /// @throws IllegalArgumentException if the weights are damaged or not of the model's dimensions
    public static DealEngine open(Marketplace marketplace, ModelFile model, TorchDevice.Wish wish) {
        TorchDevice device = TorchDevice.choose(wish);
        Scorer scorer = ContextualScorer.load(
                model.weights(ModelPart.CONTEXTUAL_SCORER), model.provenance().dimensions(), device);
        return new DealEngine(marketplace, model, scorer, device);
    }

    /// Scores one proposal and says how the score came about.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    public ScoredDeal explain(Proposal proposal) {
        float[] row = features.row(proposal);
        Question question = questions(List.of(row), List.of(proposal)).getFirst();
        Scorer.Output output = scorer.score(List.of(question)).getFirst();
        ScoredDeal plain = scored(proposal, row, output, null);
        return scored(proposal, row, output, tracer.trace(row, question, output, plain, background(proposal)));
    }

    /// Scores proposals, in their order.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    public List<ScoredDeal> score(List<Proposal> proposals) {
        List<float[]> rows = proposals.stream().map(features::row).toList();
        List<Scorer.Output> outputs = scorer.score(questions(rows, proposals));
        List<ScoredDeal> scored = new ArrayList<>(proposals.size());
        for (int i = 0; i < proposals.size(); i++) {
            scored.add(scored(proposals.get(i), rows.get(i), outputs.get(i), null));
        }
        return scored;
    }

    /// Prepares a proposal for being tried on other terms.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    public WhatIf whatIf(Proposal proposal) {
        Question base =
                questions(List.of(features.row(proposal)), List.of(proposal)).getFirst();
        return new WhatIf(proposal, base, features.otherTerms(proposal), layout, scorer, calibration);
    }

    /// Other open proposals of its category, at most 16 in the order of the marketplace, to explain against; of
    /// all categories where there are fewer than three, and none where nothing is open.
    private List<ScoreTracer.Typical> background(Proposal explained) {
        Map<String, ScoreTracer.Typical> deals =
                typical.computeIfAbsent(explained.terms().category(), this::typical);
        return deals.entrySet().stream()
                .filter(deal -> !deal.getKey().equals(explained.id()))
                .limit(BACKGROUND)
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Deals to compare with by proposal, one more than are needed.
    private Map<String, ScoreTracer.Typical> typical(Category category) {
        List<Proposal> same = marketplace.proposals().stream()
                .filter(proposal -> proposal.terms().category().equals(category))
                .limit(BACKGROUND + 1)
                .toList();
        List<Proposal> some = same.size() > FEWEST_BACKGROUND
                ? same
                : marketplace.proposals().stream().limit(BACKGROUND + 1).toList();
        List<float[]> rows = some.stream().map(features::row).toList();
        List<Question> questions = questions(rows, some);
        Map<String, ScoreTracer.Typical> deals = new LinkedHashMap<>();
        for (int i = 0; i < some.size(); i++) {
            deals.put(some.get(i).id(), new ScoreTracer.Typical(rows.get(i), questions.get(i)));
        }
        return deals;
    }

    private List<Question> questions(List<float[]> rows, List<Proposal> proposals) {
        Map<String, MerchantMemory> known =
                memories.of(proposals.stream().map(Proposal::merchantId).toList());
        List<Question> questions = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Proposal proposal = proposals.get(i);
            questions.add(new Question(
                    Objects.requireNonNull(known.get(proposal.merchantId())),
                    layout.values(Side.DEAL, rows.get(i)),
                    layout.values(Side.JOINT, rows.get(i)),
                    (float) features.risk(proposal)));
        }
        return questions;
    }

    private ScoredDeal scored(Proposal proposal, float[] row, Scorer.Output output, @Nullable ScoreTrace trace) {
        Merchant merchant = marketplace.merchant(proposal.merchantId()).orElseThrow();
        City city = marketplace.cityOf(merchant);
        Money expected = gp30(proposal, output.ratio());
        double halfWidth = calibration.ratioWidth() * output.deviation();
        return new ScoredDeal(
                proposal,
                calibration.success().probability(output.adjusted()),
                calibration.interval(output.adjusted(), ScorerFit.doubt(layout, row)),
                calibration.approval().probability(output.approval()),
                calibration.reach().probability(output.reach()),
                expected,
                new MoneyRange(gp30(proposal, output.ratio() - halfWidth), gp30(proposal, output.ratio() + halfWidth)),
                features.risk(proposal),
                features.baseRate(city.id(), proposal.terms().category()),
                "%s deals in %s".formatted(proposal.terms().category().words(), city.name()),
                verdict(proposal, expected),
                modelHash,
                scorer.device(),
                trace);
    }

    /// The network speaks in multiples of the baseline; without a positive one there is no figure to give. [B9]
    private static Money gp30(Proposal proposal, double ratio) {
        return proposal.baselineGp30().isPositive()
                ? Money.of(proposal.baselineGp30().amount() * ratio)
                : Money.ZERO;
    }

    private GuardVerdict verdict(Proposal proposal, Money expected) {
        LiveFeatures.OverrideRecord overrides = features.overrides(proposal.merchantId());
        return guard.check(new SafetyGuard.Facts(
                expected,
                proposal.baselineGp30(),
                overrides.overridden(),
                overrides.decided(),
                proposal.terms().category()));
    }

    public Marketplace marketplace() {
        return marketplace;
    }

    public String modelHash() {
        return modelHash;
    }

    /// What computes the scores: `CPU`, `CUDA GPU 0`.
    public String device() {
        return scorer.device();
    }

    /// Why that device, in one sentence.
    public String deviceMessage() {
        return deviceMessage;
    }

    @Override
    public void close() {
        scorer.close();
        memories.close();
    }
}
