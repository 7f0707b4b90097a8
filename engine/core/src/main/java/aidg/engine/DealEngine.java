package aidg.engine;

import aidg.engine.ReadyDeals.Ready;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.encoder.MerchantProfiles;
import aidg.engine.features.LiveFeatures;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.rules.Example;
import aidg.engine.rules.RuleBook;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.similar.PrototypicalMemory;
import aidg.engine.torch.TorchDevice;
import aidg.engine.whatif.Dependence;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.PortfolioRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Scores deals of one marketplace with one model. What was kept is at hand at once; the networks are loaded when
/// they are first needed. Safe for use by several threads.
public final class DealEngine implements AutoCloseable {

    /// Part of what kept results are named by. To be raised with every change of how features, memories or outputs
    /// are computed: the model's hash does not tell of the program.
    private static final String KEPT = "2";

    private final Marketplace marketplace;
    private final String modelHash;
    private final Calibration calibration;
    private final SafetyGuard guard = new SafetyGuard();
    private final ReadyDeals ready;
    private final Supplier<LoadedModel> loading;
    private final Aside aside = new Aside();
    private @Nullable LoadedModel loaded;

    private DealEngine(
            Marketplace marketplace,
            String modelHash,
            Calibration calibration,
            ReadyDeals ready,
            Supplier<LoadedModel> loading) {
        this.marketplace = marketplace;
        this.modelHash = modelHash;
        this.calibration = calibration;
        this.ready = ready;
        this.loading = loading;
    }

    /// An engine over a marketplace. Of the model it only reads what identifies and calibrates it; whatever needs
    /// the networks loads them first, in seconds.
    ///
    /// @param keep what earlier engines of the same model and data worked out
    public static DealEngine open(Marketplace marketplace, ModelSource model, TorchDevice.Wish wish, Keep keep) {
        String hash = model.record().hash();
        String identity = String.join(
                "/", KEPT, hash, marketplace.dataHash(), marketplace.asOf().toString());
        ReadyDeals ready = new ReadyDeals(keep, identity, marketplace.proposals());
        return new DealEngine(
                marketplace,
                hash,
                model.record().calibration(),
                ready,
                () -> load(marketplace, model, wish, keep, identity, ready));
    }

    /// Loads PyTorch and the model side by side.
    private static LoadedModel load(
            Marketplace marketplace,
            ModelSource model,
            TorchDevice.Wish wish,
            Keep keep,
            String identity,
            ReadyDeals ready) {
        CompletableFuture<TorchDevice> device = CompletableFuture.supplyAsync(() -> TorchDevice.choose(wish));
        ModelFile whole = model.whole();
        try {
            return new LoadedModel(marketplace, whole, device.join(), keep, identity, ready);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private synchronized LoadedModel loaded() {
        LoadedModel now = loaded;
        if (now == null) {
            try {
                now = loading.get();
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "the model %s cannot be used: %s; train one with `workbench train`"
                                .formatted(modelHash, e.getMessage()),
                        e);
            }
            loaded = now;
        }
        return now;
    }

    /// Scores one proposal and says how the score came about.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    public ScoredDeal explain(Proposal proposal) {
        Ready computed = computed(proposal);
        ScoredDeal plain = scored(proposal, computed, null);
        return scored(proposal, computed, loaded().trace(proposal, computed, plain));
    }

    private Ready computed(Proposal proposal) {
        return loaded().compute(List.of(proposal), Progress.SILENT).getFirst();
    }

    /// Explains one proposal in full, and says how far to trust that.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    public Explanation explainFully(Proposal proposal) {
        Ready computed = computed(proposal);
        ScoredDeal plain = scored(proposal, computed, null);
        return loaded().explanation(proposal, computed, plain, trace -> scored(proposal, computed, trace));
    }

    /// The deals and overrides of the past that a merchant's memory was made from, with what each attention head
    /// gave them: first of the deals (`PastAttention.Kind.DEALS`), then of the overrides. Some 50 ms, once the
    /// networks are loaded; changes no score.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public List<PastAttention> pastAttention(String merchantId) {
        return loaded().pastAttention(merchantId);
    }

    /// Scores proposals, in their order.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    public List<ScoredDeal> score(List<Proposal> proposals) {
        return scored(proposals, loaded().compute(proposals, Progress.SILENT));
    }

    /// Scores the marketplace's open proposals, in their order. Seconds the first time; what was worked out is
    /// kept.
    public List<ScoredDeal> scoreOpen(Progress progress) {
        return aside.run("Scoring proposals", progress, this::openScored);
    }

    private List<ScoredDeal> openScored(Progress progress) {
        List<Proposal> open = marketplace.proposals();
        List<Ready> known =
                open.stream().map(ready::of).flatMap(Optional::stream).toList();
        if (known.size() < open.size()) {
            known = loaded().compute(open, progress);
            ready.put(open, known, loaded().circumstances(open));
            loaded().keepMemories(open.stream().map(Proposal::merchantId).toList());
        }
        return scored(open, known);
    }

    private List<ScoredDeal> scored(List<Proposal> proposals, List<Ready> computed) {
        List<ScoredDeal> scored = new ArrayList<>(proposals.size());
        for (int i = 0; i < proposals.size(); i++) {
            scored.add(scored(proposals.get(i), computed.get(i), null));
        }
        return scored;
    }

    /// Merchants like one, with what they offered and what came of it. Some 10 ms per merchant of the
    /// marketplace the first time.
    ///
    /// @param category whose prototypes are searched, null for the merchant's own
    /// @param terms    what is to be offered, to say what differs; null to compare with what is usual
    /// @param now      prototypes older than a day are chosen anew
    /// @throws IllegalArgumentException if the merchant is unknown
    public SimilarMerchants similar(
            String merchantId, @Nullable Category category, @Nullable DealTerms terms, Instant now, Progress progress) {
        Merchant merchant = marketplace.knownMerchant(merchantId);
        return new Comparables(marketplace, loaded().prototypes().at(now, progress))
                .of(merchantId, category == null ? merchant.category() : category, terms);
    }

    /// Chooses the prototypes that `similar` searches anew, however young they are.
    ///
    /// @param now from which they are fresh for a day
    public PrototypicalMemory.Choice refreshPrototypes(Instant now, Progress progress) {
        return loaded().prototypes().anew(now, progress).choice();
    }

    /// What the model says of deals of the past, put to the same merchants today, and of the open proposals: what
    /// rules are learned from and held against. Some milliseconds per deal.
    ///
    /// @param most         how many deals of the past, each merchant's latest first; 0 or more
    /// @param withForecast whether rules may speak of what the sales forecast expects, beside plain facts
    public RuleStudy ruleStudy(int most, boolean withForecast, Progress progress) {
        RuleExamples reading = new RuleExamples(marketplace, loaded().schema(), withForecast);
        List<Proposal> past = RuleExamples.deals(marketplace, most);
        List<Example> examples = examples(past, loaded().compute(past, progress), reading);
        List<ScoredDeal> open = scoreOpen(progress);
        List<Example> awaiting = new ArrayList<>();
        for (ScoredDeal scored : open) {
            ready.of(scored.proposal())
                    .ifPresent(computed ->
                            awaiting.add(reading.of(scored, computed.facts().row())));
        }
        return new RuleStudy(marketplace, new RuleBook(reading.facts(), examples, awaiting), modelHash);
    }

    private List<Example> examples(List<Proposal> deals, List<Ready> computed, RuleExamples reading) {
        List<Example> examples = new ArrayList<>(deals.size());
        for (int i = 0; i < deals.size(); i++) {
            ScoredDeal scored = scored(deals.get(i), computed.get(i), null);
            examples.add(reading.of(scored, computed.get(i).facts().row()));
        }
        return examples;
    }

    /// The profiles of all merchants. Some 10 ms per merchant the first time; then they are kept.
    public MerchantProfiles profiles(Progress progress) {
        return loaded().profiles(progress);
    }

    /// Prepares a proposal for being tried on other terms.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    public WhatIf whatIf(Proposal proposal) {
        return loaded().whatIf(proposal);
    }

    /// What a policy would do to many proposals at once. Some milliseconds per proposal once the open ones are
    /// scored, and seconds to learn how much alike errors were in the past.
    ///
    /// @param chosen   whom it is put on
    /// @param others   proposals that are open beside them
    /// @param progress may stop it at any time
    /// @throws IllegalArgumentException if a merchant is unknown
    public Portfolio portfolio(Policy policy, List<Proposal> chosen, List<Proposal> others, Progress progress) {
        return aside.run("Loading the model", progress, relay -> forecast(policy, chosen, others, relay));
    }

    private Portfolio forecast(Policy policy, List<Proposal> chosen, List<Proposal> others, Progress progress) {
        openScored(progress);
        LoadedModel now = loaded();
        Dependence dependence = now.misses().dependence(progress);
        PortfolioScoring scoring =
                new PortfolioScoring(marketplace, now, ready, (one, computed) -> scored(one, computed, null));
        return PortfolioRun.of(policy, chosen, others, scoring, dependence, progress);
    }

    private ScoredDeal scored(Proposal proposal, Ready computed, @Nullable ScoreTrace trace) {
        Scorer.Output output = computed.output();
        Merchant merchant = marketplace.knownMerchant(proposal.merchantId());
        City city = marketplace.cityOf(merchant);
        Money expected = gp30(proposal, output.ratio());
        double halfWidth = calibration.ratioWidth() * output.deviation();
        return new ScoredDeal(
                proposal,
                calibration.success().probability(output.adjusted()),
                calibration.interval(output.adjusted(), computed.facts().doubt()),
                calibration.approval().probability(output.approval()),
                calibration.reach().probability(output.reach()),
                expected,
                new MoneyRange(gp30(proposal, output.ratio() - halfWidth), gp30(proposal, output.ratio() + halfWidth)),
                computed.facts().risk(),
                computed.facts().baseRate(),
                "%s deals in %s".formatted(proposal.terms().category().words(), city.name()),
                verdict(proposal, expected),
                modelHash,
                computed.device(),
                trace);
    }

    /// The network speaks in multiples of the baseline; without a positive one there is no figure to give. [B9]
    private static Money gp30(Proposal proposal, double ratio) {
        return proposal.baselineGp30().isPositive()
                ? Money.of(proposal.baselineGp30().amount() * ratio)
                : Money.ZERO;
    }

    private GuardVerdict verdict(Proposal proposal, Money expected) {
        return guard.check(guardFacts(proposal, expected));
    }

    /// What the guard looks at before a proposal goes out.
    ///
    /// @param expected its expected gross profit of 30 days
    public SafetyGuard.Facts guardFacts(Proposal proposal, Money expected) {
        LiveFeatures.OverrideRecord overrides = LiveFeatures.overrides(marketplace, proposal.merchantId());
        return new SafetyGuard.Facts(
                expected,
                proposal.baselineGp30(),
                overrides.overridden(),
                overrides.decided(),
                proposal.terms().category());
    }

    public Marketplace marketplace() {
        return marketplace;
    }

    public String modelHash() {
        return modelHash;
    }

    /// What computes the scores: `CPU`, `CUDA GPU 0`.
    public String device() {
        return loaded().device().name();
    }

    /// Why that device, in one sentence.
    public String deviceMessage() {
        return loaded().device().message();
    }

    /// Closes the networks. If work that somebody no longer waited for still uses them, they are closed when it ends.
    @Override
    public void close() {
        aside.close(this::closeNetworks);
    }

    private synchronized void closeNetworks() {
        LoadedModel now = loaded;
        if (now != null) {
            now.close();
        }
    }
}
