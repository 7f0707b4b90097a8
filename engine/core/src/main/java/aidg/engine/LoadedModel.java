package aidg.engine;

import aidg.engine.ReadyDeals.Facts;
import aidg.engine.ReadyDeals.Ready;
import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.encoder.MerchantProfiles;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelPart;
import aidg.engine.rules.RuleBook;
import aidg.engine.rules.RuleSet;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.ScorerFit;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.similar.PrototypicalMemory;
import aidg.engine.torch.ContextualScorer;
import aidg.engine.torch.TorchDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The networks of a model over a marketplace, loaded. Safe for use by several threads.
final class LoadedModel implements AutoCloseable {

    private static final int BACKGROUND = 16;
    private static final int FEWEST_BACKGROUND = 3;

    /// Proposals whose merchants' memories are held together.
    private static final int AT_ONCE = 64;

    private final Marketplace marketplace;
    private final ModelFile model;
    private final ReadyDeals ready;
    private final TorchDevice device;
    private final LiveFeatures features;
    private final TokenLayout layout;
    private final Scorer scorer;
    private final ScoreTracer tracer;
    private final Explainer explainer;
    private final MerchantMemories memories;
    private final Map<Category, Map<String, ScoreTracer.Typical>> typical = new ConcurrentHashMap<>();
    private @Nullable PrototypicalMemory prototypes;

    /// Loads the networks.
    ///
    /// @throws IllegalArgumentException if the weights are damaged or not of the model's dimensions
    LoadedModel(
            Marketplace marketplace,
            ModelFile model,
            TorchDevice device,
            Keep keep,
            String identity,
            ReadyDeals ready) {
        this.marketplace = marketplace;
        this.model = model;
        this.ready = ready;
        this.device = device;
        scorer = ContextualScorer.load(
                model.weights(ModelPart.CONTEXTUAL_SCORER), model.provenance().dimensions(), device);
        features = new LiveFeatures(marketplace, model.learned().fit());
        memories = new MerchantMemories(marketplace, model, features, device, keep, identity);
        layout = model.layout();
        tracer = new ScoreTracer(model, scorer, marketplace.asOf());
        explainer = new Explainer(model, scorer);
    }

    /// Facts and raw outputs of proposals, in their order.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    List<Ready> compute(List<Proposal> proposals, Progress progress) {
        List<Ready> computed = new ArrayList<>(proposals.size());
        for (int from = 0; from < proposals.size(); from += AT_ONCE) {
            progress.at("Scoring proposals", from, proposals.size());
            List<Proposal> some = proposals.subList(from, Math.min(proposals.size(), from + AT_ONCE));
            List<Facts> facts = some.stream().map(this::facts).toList();
            List<Scorer.Output> outputs = scorer.score(questions(facts, some));
            for (int i = 0; i < some.size(); i++) {
                computed.add(new Ready(facts.get(i), outputs.get(i), scorer.device()));
            }
        }
        return computed;
    }

    /// What the model says of terms that were really offered, put to the same merchants today.
    ///
    /// @param most         how many deals
    /// @param withForecast whether rules may speak of what the sales forecast expects
    RuleBook ruleBook(int most, boolean withForecast, Progress progress) {
        List<Proposal> deals = RuleExamples.deals(marketplace, most);
        RuleExamples reading = new RuleExamples(layout.schema(), withForecast);
        Calibration calibration = model.provenance().calibration();
        List<RuleSet.Example> examples = new ArrayList<>(deals.size());
        List<Ready> computed = compute(deals, progress);
        for (int i = 0; i < deals.size(); i++) {
            Scorer.Output output = computed.get(i).output();
            examples.add(new RuleSet.Example(
                    deals.get(i).merchantId(),
                    reading.of(computed.get(i).facts().row()),
                    calibration.success().probability(output.adjusted()),
                    calibration.approval().probability(output.approval()),
                    calibration.reach().probability(output.reach())));
        }
        return new RuleBook(reading.facts(), examples);
    }

    /// The facts of a deal, as rules read them.
    double[] ruleFacts(Proposal proposal, boolean withForecast) {
        return new RuleExamples(layout.schema(), withForecast)
                .of(facts(proposal).row());
    }

    /// Prototypes to compare merchants with; chosen anew when they are a day old.
    synchronized PrototypicalMemory prototypes(Instant now, Progress progress) {
        PrototypicalMemory known = prototypes;
        if (known == null || known.isStale(now)) {
            known = PrototypicalMemory.of(memories.profiles(progress), marketplace.merchants(), now);
            prototypes = known;
        }
        return known;
    }

    /// The profiles of all merchants.
    MerchantProfiles profiles(Progress progress) {
        return memories.profiles(progress);
    }

    /// Which past deals and overrides a merchant's memory was made from.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    List<PastAttention> pastAttention(String merchantId) {
        return memories.pastAttention(merchantId);
    }

    /// Keeps the memories of these merchants for the next start.
    void keepMemories(List<String> merchantIds) {
        memories.keep(merchantIds);
    }

    /// How the score of a proposal came about.
    ///
    /// @param computed what `compute` made of it
    /// @param plain    the same for people, without a trace
    ScoreTrace trace(Proposal proposal, Ready computed, ScoredDeal plain) {
        Question question =
                questions(List.of(computed.facts()), List.of(proposal)).getFirst();
        return tracer.trace(computed.facts().row(), question, computed.output(), plain, background(proposal));
    }

    /// All that can be said of a score, and how far to trust it.
    ///
    /// @param scored with its trace
    Explanation explanation(Proposal proposal, Ready computed, ScoredDeal scored) {
        Question question =
                questions(List.of(computed.facts()), List.of(proposal)).getFirst();
        return explainer.explain(question, scored, background(proposal));
    }

    /// Prepares a proposal for being tried on other terms.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    WhatIf whatIf(Proposal proposal) {
        Question base = questions(List.of(facts(proposal)), List.of(proposal)).getFirst();
        return new WhatIf(
                proposal,
                base,
                features.otherTerms(proposal),
                layout,
                scorer,
                model.provenance().calibration());
    }

    private Facts facts(Proposal proposal) {
        return ready.of(proposal).map(Ready::facts).orElseGet(() -> {
            Merchant merchant = marketplace
                    .merchant(proposal.merchantId())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no merchant has the id '%s'".formatted(proposal.merchantId())));
            float[] row = features.row(proposal);
            return new Facts(
                    row,
                    ScorerFit.doubt(layout, row),
                    features.risk(proposal),
                    features.baseRate(merchant.cityId(), proposal.terms().category()));
        });
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
        List<Facts> facts = some.stream().map(this::facts).toList();
        List<Question> questions = questions(facts, some);
        Map<String, ScoreTracer.Typical> deals = new LinkedHashMap<>();
        for (int i = 0; i < some.size(); i++) {
            deals.put(some.get(i).id(), new ScoreTracer.Typical(facts.get(i).row(), questions.get(i)));
        }
        return deals;
    }

    private List<Question> questions(List<Facts> facts, List<Proposal> proposals) {
        Map<String, MerchantMemory> known =
                memories.of(proposals.stream().map(Proposal::merchantId).toList());
        List<Question> questions = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            Proposal proposal = proposals.get(i);
            questions.add(new Question(
                    Objects.requireNonNull(known.get(proposal.merchantId())),
                    layout.values(Side.DEAL, facts.get(i).row()),
                    layout.values(Side.JOINT, facts.get(i).row()),
                    (float) facts.get(i).risk()));
        }
        return questions;
    }

    TorchDevice device() {
        return device;
    }

    @Override
    public void close() {
        scorer.close();
        memories.close();
    }
}
