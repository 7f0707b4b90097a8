package aidg.app.desktop;

import aidg.app.SecondReaders;
import aidg.app.Session;
import aidg.app.export.DisagreementTable;
import aidg.app.export.OutFile;
import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewQueue;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SecondReview;
import aidg.engine.review.SecondReview.Pair;
import aidg.ui.second.SecondReadingDesk;
import aidg.ui.second.SecondResult;
import aidg.ui.second.SecondRound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Second readings over the engine and the workspace.
final class SessionSecondReadingDesk implements SecondReadingDesk {

    private final Session session;
    private final SecondReaders readers;
    private final LiveEngine live;
    private final Clock clock;

    SessionSecondReadingDesk(Session session, LiveEngine live, Clock clock) {
        this.session = session;
        readers = new SecondReaders(session);
        this.live = live;
        this.clock = clock;
    }

    @Override
    public SecondRound round(Progress progress) {
        return live.with(engine -> {
            SecondReaders.Offer offer = readers.offer(engine, progress);
            ReviewQueue queue = new ReviewQueue(engine.marketplace());
            return new SecondRound(
                    session.reader(),
                    offer.toRead().stream().map(queue::item).toList(),
                    offer.decided(),
                    offer.own(),
                    offer.refused() + offer.gone(),
                    clock.instant());
        });
    }

    @Override
    public ScoredDeal explain(ReviewItem item) {
        return live.with(engine -> engine.explain(item.scored().proposal()));
    }

    @Override
    public SimilarMerchants similar(ReviewItem item) {
        Proposal proposal = item.scored().proposal();
        return live.with(engine ->
                engine.similar(proposal.merchantId(), null, proposal.terms(), clock.instant(), Progress.SILENT));
    }

    @Override
    public SecondReading answer(ReviewItem item, @Nullable OverrideReason reason, String comment) {
        return readers.answer(item.scored(), reason, comment);
    }

    @Override
    public SecondResult result() {
        SecondReview review = readers.review();
        Marketplace marketplace = live.with(engine -> engine.marketplace());
        Map<String, Proposal> proposals = new HashMap<>();
        marketplace.proposals().forEach(proposal -> proposals.put(proposal.id(), proposal));
        List<SecondResult.Differing> differing = review.disagreements(session.reader()).stream()
                .map(pair -> named(pair, Optional.ofNullable(proposals.get(pair.dealId())), marketplace))
                .toList();
        return new SecondResult(session.reader(), review.agreements(session.reader()), differing);
    }

    /// A deal that the data has no more goes by its id.
    private static SecondResult.Differing named(Pair pair, Optional<Proposal> proposal, Marketplace marketplace) {
        String merchant = proposal.flatMap(one -> marketplace.merchant(one.merchantId()))
                .map(Merchant::name)
                .orElse(pair.dealId());
        return new SecondResult.Differing(
                pair, merchant, proposal.map(Proposal::title).orElse("not in the data any more"));
    }

    @Override
    public void readAs(String name) {
        readers.readAs(name);
    }

    @Override
    public void reopen(Pair pair) {
        readers.reopen(pair);
    }

    @Override
    public void export(List<Pair> pairs, Path file) throws IOException {
        OutFile.of(file).write(DisagreementTable.csv(pairs));
    }
}
