package aidg.app.desktop;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Clearance;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.Standing;
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.ReviewQueue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The review queue over the engine and the workspace's decision log.
final class SessionReviewDesk implements ReviewDesk {

    private final Session session;
    private final LiveEngine live;
    private final Explanations explanations;
    private final Clock clock;

    SessionReviewDesk(Session session, LiveEngine live, Explanations explanations, Clock clock) {
        this.session = session;
        this.live = live;
        this.explanations = explanations;
        this.clock = clock;
    }

    @Override
    public ReviewQueue queue(Progress progress) {
        return live.with(engine -> queue(engine, progress));
    }

    private ReviewQueue queue(DealEngine engine, Progress progress) {
        Standing standing = Standing.of(session.workspace().decisions());
        List<ScoredDeal> open = engine.scoreOpen(progress).stream()
                .filter(scored -> standing.awaits(scored.proposal().id()))
                .toList();
        List<ReviewItem> ranked = new aidg.engine.review.ReviewQueue(engine.marketplace()).rank(open);
        LocalDate today = LocalDate.now(clock);
        long reviewed = standing.inForce().values().stream()
                .filter(decision ->
                        LocalDate.ofInstant(decision.at(), clock.getZone()).equals(today))
                .count();
        return new ReviewQueue(ranked, (int) reviewed, clock.instant());
    }

    @Override
    public ScoredDeal explain(ReviewItem item) {
        return live.with(engine -> engine.explain(item.scored().proposal()));
    }

    @Override
    public Honesty check(ReviewItem item) {
        return explanations.of(item.scored().proposal()).explanation().honesty();
    }

    @Override
    public ScoredDeal rescore(Proposal proposal, DealTerms terms) {
        return live.with(
                engine -> engine.score(List.of(proposal.withTerms(terms))).getFirst());
    }

    @Override
    public Decision approve(ReviewItem item) {
        return append(item, new Decision.Approved());
    }

    @Override
    public Decision override(ReviewItem item, OverrideReason reason, @Nullable DealTerms newTerms, String comment) {
        String kept = newTerms == null ? comment : cleared(rescore(item.scored().proposal(), newTerms), comment);
        return append(item, new Decision.Overridden(reason, newTerms, kept));
    }

    /// The comment for the log. To confirm terms that the guard refuses is to overrule it, which needs a why.
    private static String cleared(ScoredDeal changed, String comment) {
        return switch (Clearance.of(changed)) {
            case Clearance.Clear ignored -> comment;
            case Clearance.Overrulable guarded -> {
                if (comment.isBlank()) {
                    throw Failure.badInput(
                            "The safety guard refuses these terms: %s.".formatted(guarded.refusal()),
                            "",
                            "Say in the comment why they go out all the same.");
                }
                yield guarded.comment(comment);
            }
            case Clearance.Never never ->
                throw Failure.badInput(
                        "These terms never go out: %s.".formatted(never.refusal()),
                        "",
                        "Give it another category, or override it without new terms.");
        };
    }

    private Decision append(ReviewItem item, Decision.Verdict verdict) {
        ScoredDeal scored = item.scored();
        return session.workspace().append(scored.proposal().id(), verdict, scored.score(), scored.modelHash());
    }

    @Override
    public Decision withdraw(Decision decision) {
        return session.workspace()
                .append(
                        decision.dealId(),
                        new Decision.Withdrawn(decision.sequence()),
                        decision.score(),
                        decision.modelHash());
    }
}
