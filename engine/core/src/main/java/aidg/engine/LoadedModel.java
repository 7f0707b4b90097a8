package aidg.engine;

import aidg.engine.ReadyDeals.Facts;
import aidg.engine.ReadyDeals.Ready;
import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.encoder.MerchantProfiles;
import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures;
import aidg.engine.forecast.Circumstances;
import aidg.engine.forecast.SalesForecastFit;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The networks of a model over a marketplace, loaded. Safe for use by several threads.
final class LoadedModel implements AutoCloseable {

    private static final int BACKGROUND = 16;
    private static final int FEWEST_BACKGROUND = 3;

    /// Deals that one is explained against: with fewer, their chance ends up in the parts; each costs a pass.
    private static final int REFERENCES = 4;

    /// Proposals whose merchants' memories are held together.
    private static final int AT_ONCE = 64;

    private final Marketplace marketplace;
    private final ModelFile model;
    private final ReadyDeals ready;
    private final TorchDevice device;
    private final LiveFeatures features;
    private final TokenLayout layout;
    private final Scorer scorer;
    private final Players players;
    private final ScoreTracer tracer;
    private final Explainer explainer;
    private final MerchantMemories memories;
    private final Map<Category, List<Seen>> typical = new ConcurrentHashMap<>();
    private final Prototypes prototypes;
    private final PastMisses misses;

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
        prototypes = new Prototypes(marketplace, memories, keep, identity);
        misses = new PastMisses(marketplace, model.learned().fit().inference());
        layout = model.layout();
        players = new Players(layout);
        tracer = new ScoreTracer(model, players, scorer, marketplace.asOf());
        explainer = new Explainer(model, players);
    }

    /// Facts and raw outputs of proposals, in their order.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    List<Ready> compute(List<Proposal> proposals, Progress progress) {
        List<Ready> computed = new ArrayList<>(proposals.size());
        for (int from = 0; from < proposals.size(); from += AT_ONCE) {
            progress.at("Scoring proposals", from, proposals.size());
            List<Proposal> some = proposals.subList(from, Math.min(proposals.size(), from + AT_ONCE));
            computed.addAll(scored(some, some.stream().map(this::facts).toList()));
        }
        return computed;
    }

    /// The same if other deals ran as well; few at a time.
    ///
    /// @param beside per proposal its rivals among them
    List<Ready> compute(List<Proposal> proposals, List<List<Proposal>> beside) {
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            facts.add(facts(proposals.get(i), beside.get(i)));
        }
        return proposals.isEmpty() ? List.of() : scored(proposals, facts);
    }

    private List<Ready> scored(List<Proposal> some, List<Facts> facts) {
        List<Scorer.Output> outputs = scorer.score(questions(facts, some));
        return IntStream.range(0, some.size())
                .mapToObj(i -> new Ready(facts.get(i), outputs.get(i), scorer.device()))
                .toList();
    }

    /// For each proposal its rivals among others, were all to run.
    List<List<Proposal>> rivals(List<Proposal> proposals, List<Proposal> among) {
        return features.rivals(proposals, among);
    }

    /// What the sales forecast learned.
    SalesForecastFit sales() {
        return model.learned().fit().inference().sales();
    }

    /// How far its past forecasts were off.
    PastMisses misses() {
        return misses;
    }

    /// Names of the features, as rows hold them.
    FeatureSchema schema() {
        return layout.schema();
    }

    /// Prototypes to compare merchants with.
    Prototypes prototypes() {
        return prototypes;
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
        return tracer.trace(contrast(proposal, computed), computed.output(), plain);
    }

    /// All that can be said of a score, and how far to trust it.
    ///
    /// @param explained gives a scored deal its trace
    Explanation explanation(
            Proposal proposal, Ready computed, ScoredDeal plain, Function<ScoreTrace, ScoredDeal> explained) {
        Contrast contrast = contrast(proposal, computed);
        CompletableFuture<Scorer.Gradients> gradients =
                CompletableFuture.supplyAsync(() -> contrast.gradients(Explainer.STEPS));
        ScoreTrace trace = tracer.trace(contrast, computed.output(), plain);
        return explainer.explain(explained.apply(trace), contrast, gradients);
    }

    private Contrast contrast(Proposal proposal, Ready computed) {
        Seen own = seen(List.of(proposal), List.of(computed)).getFirst();
        return new Contrast(players, model, scorer, own, against(proposal));
    }

    /// What the forecasts of proposals are made from, in their order.
    List<Circumstances> circumstances(List<Proposal> proposals) {
        return proposals.stream()
                .map(proposal -> ready.circumstances(proposal).orElseGet(() -> features.circumstances(proposal)))
                .toList();
    }

    /// Prepares a proposal for being tried on other terms.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    WhatIf whatIf(Proposal proposal) {
        return new WhatIf(proposal, marketplace, model, scorer, this::prepared);
    }

    private WhatIf.Prepared prepared(Proposal proposal) {
        LiveFeatures.OtherTerms terms = features.otherTerms(proposal);
        return new WhatIf.Prepared(
                questions(List.of(facts(proposal)), List.of(proposal)).getFirst(),
                terms,
                new DealTokens(layout, terms));
    }

    private Facts facts(Proposal proposal) {
        return facts(proposal, List.of());
    }

    private Facts facts(Proposal proposal, List<Proposal> beside) {
        Optional<Facts> known = beside.isEmpty() ? ready.of(proposal).map(Ready::facts) : Optional.empty();
        return known.orElseGet(() -> {
            Merchant merchant = marketplace.knownMerchant(proposal.merchantId());
            float[] row = features.row(proposal, beside);
            return new Facts(
                    row,
                    ScorerFit.doubt(layout, row),
                    features.risk(proposal),
                    features.baseRate(merchant.cityId(), proposal.terms().category()));
        });
    }

    /// Open proposals of other merchants that a deal is explained against, one of each quarter by score; none
    /// where nothing else is open.
    private List<Seen> against(Proposal explained) {
        List<Seen> deals = typical.computeIfAbsent(explained.terms().category(), this::typical).stream()
                .filter(deal -> !deal.merchantId().equals(explained.merchantId()))
                .toList();
        int count = Math.min(REFERENCES, deals.size());
        return IntStream.range(0, count)
                .mapToObj(part -> middle(deals.subList(part * deals.size() / count, (part + 1) * deals.size() / count)))
                .toList();
    }

    private static Seen middle(List<Seen> deals) {
        double mean = deals.stream().mapToDouble(Seen::score).average().orElseThrow();
        return deals.stream()
                .min(Comparator.comparingDouble(deal -> Math.abs(deal.score() - mean)))
                .orElseThrow();
    }

    /// Deals to compare with, by score: open ones of the category, of all categories where there are fewer than
    /// three.
    private List<Seen> typical(Category category) {
        List<Proposal> same = marketplace.proposals().stream()
                .filter(proposal -> proposal.terms().category().equals(category))
                .limit(BACKGROUND + 1)
                .toList();
        List<Proposal> some = same.size() > FEWEST_BACKGROUND
                ? same
                : marketplace.proposals().stream().limit(BACKGROUND + 1).toList();
        return seen(some, computed(some)).stream()
                .sorted(Comparator.comparingDouble(Seen::score))
                .toList();
    }

    private List<Seen> seen(List<Proposal> proposals, List<Ready> computed) {
        List<Question> questions = questions(computed.stream().map(Ready::facts).toList(), proposals);
        List<Circumstances> circumstances = circumstances(proposals);
        Calibration.Line line = model.provenance().calibration().success();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            seen.add(new Seen(
                    proposals.get(i).id(),
                    proposals.get(i).merchantId(),
                    computed.get(i).facts().row(),
                    questions.get(i),
                    circumstances.get(i),
                    line.probability(computed.get(i).output().joint())));
        }
        return seen;
    }

    /// As kept where it is.
    private List<Ready> computed(List<Proposal> proposals) {
        List<Ready> known =
                proposals.stream().map(ready::of).flatMap(Optional::stream).toList();
        return known.size() == proposals.size() ? known : compute(proposals, Progress.SILENT);
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
