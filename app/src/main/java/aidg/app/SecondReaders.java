package aidg.app;

import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.Decision;
import aidg.engine.review.ReaderNames;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SecondReview;
import aidg.engine.review.Standing;
import aidg.engine.workspace.SessionBook;
import aidg.engine.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Second readings in a session: what its reader is offered, their answers, and what became of disagreements.
public final class SecondReaders {

    /// Longest comment, in characters.
    public static final int LONGEST_COMMENT = 2000;

    private final Session session;
    private final Workspace workspace;

    public SecondReaders(Session session) {
        this.session = session;
        workspace = session.workspace();
    }

    /// Reads and decides under a name from now on, in later sessions of this workspace too. A review session that
    /// another reader left open ends: what this one does is not part of it.
    ///
    /// @throws Failure if it is no name
    public void readAs(String name) {
        String checked = Session.checkedReader(name);
        SessionBook sessions = workspace.sessions();
        if (sessions.open()
                .filter(open -> !ReaderNames.same(open.reader(), checked))
                .isPresent()) {
            sessions.end();
        }
        session.keepReader(checked);
    }

    /// What the reader can be asked, in the order drawn by lot.
    ///
    /// @param toRead  scored as they stand; nothing in them tells what was decided
    /// @param decided decisions in force of anybody
    /// @param own     of these, the reader's own
    /// @param refused left out because the safety guard refuses them: the first reader could only override them
    /// @param gone    left out because the data in use has no such proposal any more
    public record Offer(List<ScoredDeal> toRead, int decided, int own, int refused, int gone) {
        public Offer {
            toRead = List.copyOf(toRead);
        }
    }

    /// Everything read and decided so far.
    public SecondReview review() {
        return SecondReview.of(
                workspace.decisions(),
                workspace.audit(),
                workspace.secondReadings().all());
    }

    /// Works out what the reader can be asked. The figures are those of the queue, to the bit.
    ///
    /// @param progress throws if nobody waits any more
    public Offer offer(DealEngine engine, Progress progress) {
        SecondReview review = review();
        List<String> asked = review.toRead(session.reader());
        Map<String, ScoredDeal> known = new HashMap<>();
        if (!asked.isEmpty()) {
            engine.scoreOpen(progress)
                    .forEach(scored -> known.put(scored.proposal().id(), scored));
        }
        List<ScoredDeal> present =
                asked.stream().map(known::get).filter(Objects::nonNull).toList();
        List<ScoredDeal> allowed =
                present.stream().filter(one -> one.guard().allowed()).toList();
        return new Offer(
                allowed,
                review.decided(),
                review.own(session.reader()),
                present.size() - allowed.size(),
                asked.size() - present.size());
    }

    /// Refuses what the reader cannot be asked about.
    ///
    /// @throws Failure saying why
    public void check(ScoredDeal scored) {
        String dealId = scored.proposal().id();
        String refusal = review().refusal(dealId, session.reader());
        if (!refusal.isEmpty()) {
            throw Failure.badInput(refusal + ".", "", "Read another one, or read under your own name.");
        }
        if (!scored.guard().allowed()) {
            throw Failure.badInput(
                    "The safety guard refuses %s: whoever read it first could only override it.".formatted(dealId),
                    "",
                    "Read another one.");
        }
    }

    /// Writes the reader's answer down; it stands.
    ///
    /// @param reason why it should not have gone out as proposed, null if it should have
    /// @throws Failure if the reader cannot be asked about this deal, or the comment is too long
    public SecondReading answer(ScoredDeal scored, @Nullable OverrideReason reason, String comment) {
        check(scored);
        if (comment.length() > LONGEST_COMMENT) {
            throw Failure.badInput(
                    "The comment has %,d characters, at most %,d are kept."
                            .formatted(comment.length(), LONGEST_COMMENT),
                    "comment",
                    "Make it shorter.");
        }
        return workspace.secondReadings().add(scored.proposal().id(), reason, comment.strip());
    }

    /// Takes the decision of a disagreement back, so that the proposal awaits review again. Nothing happens if it does
    /// already.
    public void reopen(SecondReview.Pair pair) {
        Optional.ofNullable(Standing.of(workspace.decisions()).inForce().get(pair.dealId()))
                .filter(now -> now.sequence() == pair.first().sequence())
                .ifPresent(now -> workspace.append(
                        now.dealId(), new Decision.Withdrawn(now.sequence()), now.score(), now.modelHash()));
    }
}
