package aidg.ui.sample;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Interval;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import aidg.engine.review.ReviewItem;
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.ReviewQueue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps decisions in a list, as the workspace keeps them in its log. Can be told to break.
public final class SampleReviewDesk implements ReviewDesk {

    public static final Instant NOW = Instant.parse("2026-11-19T20:32:00Z");

    private final List<ReviewItem> items;
    private final List<Decision> log = new ArrayList<>();
    private boolean diskFull;
    private boolean unreadable;

    public SampleReviewDesk() {
        this(SampleProposals.all());
    }

    public SampleReviewDesk(List<ReviewItem> items) {
        this.items = items;
    }

    /// Whether writing fails from now on.
    public void setDiskFull(boolean full) {
        diskFull = full;
    }

    /// Whether reading fails from now on.
    public void setUnreadable(boolean broken) {
        unreadable = broken;
    }

    /// Everything written, oldest first.
    public List<Decision> log() {
        return List.copyOf(log);
    }

    @Override
    public ReviewQueue queue(Progress progress) throws IOException {
        failIf(unreadable, "the workspace is open in another window");
        return new ReviewQueue(items, 33, NOW.minusSeconds(60));
    }

    @Override
    public ScoredDeal explain(ReviewItem item) throws IOException {
        failIf(unreadable, "the model file cannot be read");
        return SampleTraces.explained(item.scored());
    }

    @Override
    public Honesty check(ReviewItem item) {
        return SampleWhyDesk.honesty(item);
    }

    @Override
    public ScoredDeal rescore(Proposal proposal, DealTerms terms) {
        ScoredDeal before = items.stream()
                .map(ReviewItem::scored)
                .filter(scored -> scored.proposal().equals(proposal))
                .findFirst()
                .orElseThrow();
        double score = SampleProposals.rescored(proposal.terms(), terms, before.score());
        double gp30 = before.expectedGp30().amount()
                * (1
                        + (proposal.terms().discount().fraction()
                                        - terms.discount().fraction())
                                * 0.3)
                * Math.pow(terms.price().amount() / proposal.terms().price().amount(), 0.3);
        Interval interval = new Interval(
                Math.max(0, score - before.interval().width() / 2),
                Math.min(1, score + before.interval().width() / 2));
        return SampleProposals.scored(proposal.withTerms(terms), score, interval, gp30, 1 - before.approval());
    }

    @Override
    public Decision approve(ReviewItem item) throws IOException {
        return write(item, new Approved());
    }

    @Override
    public Decision override(ReviewItem item, OverrideReason reason, @Nullable DealTerms newTerms, String comment)
            throws IOException {
        return write(item, new Overridden(reason, newTerms, comment));
    }

    @Override
    public Decision withdraw(Decision decision) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        Decision withdrawn = new Decision(
                log.size() + 1L,
                decision.dealId(),
                new Withdrawn(decision.sequence()),
                NOW,
                decision.score(),
                decision.modelHash());
        log.add(withdrawn);
        return withdrawn;
    }

    private Decision write(ReviewItem item, Verdict verdict) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        ScoredDeal scored = item.scored();
        Decision decision =
                new Decision(log.size() + 1L, scored.proposal().id(), verdict, NOW, scored.score(), scored.modelHash());
        log.add(decision);
        return decision;
    }

    private static void failIf(boolean broken, String words) throws IOException {
        if (broken) {
            throw new IOException(words);
        }
    }
}
