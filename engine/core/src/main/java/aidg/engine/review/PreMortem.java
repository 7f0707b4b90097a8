package aidg.engine.review;

import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.CallSheet.Objection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The override foreseen: how likely a manager changes or refuses a proposal, which past overrides speak for
/// it, and the edit that takes the reason away.
///
/// @param chance probability of an override, 0..1: one minus the model's probability of approval
/// @param cause  the reason past overrides suggest, null where none of them fits these terms; the first that an edit
///               takes away, if one does
/// @param edit   what giving way to it would do; null where no term can give way, or giving way would not make an
///               override less likely
public record PreMortem(
        double chance, @Nullable Cause cause, @Nullable Edit edit) {

    /// Under this chance there is nothing to foresee.
    public static final double LEAST = 0.1;

    /// An edit that takes off less is none.
    private static final double NOTEWORTHY = 0.01;

    /// Why it would be overridden.
    ///
    /// @param claim    as it will be said: `The discount is too deep`
    /// @param evidence how often it was said before, when last, and what went out instead
    public record Cause(OverrideReason reason, String claim, String evidence) {}

    /// The terms that give way, and what the model says of them.
    ///
    /// @param chance probability of an override then, 0..1
    public record Edit(DealTerms terms, double chance, ScoredDeal scored) {}

    /// Looks at one proposal; empty where an override is unlikely. Some milliseconds.
    public static Optional<PreMortem> of(DealEngine engine, ScoredDeal scored) {
        double chance = 1 - scored.approval();
        if (chance < LEAST) {
            return Optional.empty();
        }
        Merchant merchant = engine.marketplace().knownMerchant(scored.proposal().merchantId());
        List<Objection> objections =
                new LikelyObjections(engine).of(scored, merchant).all();
        if (objections.isEmpty()) {
            return Optional.of(new PreMortem(chance, null, null));
        }
        for (Objection objection : objections) {
            Edit edit = edit(engine, scored, objection.conceded());
            if (edit != null && edit.chance() <= chance - NOTEWORTHY) {
                return Optional.of(new PreMortem(chance, cause(objection), edit));
            }
        }
        return Optional.of(new PreMortem(chance, cause(objections.getFirst()), null));
    }

    private static Cause cause(Objection objection) {
        return new Cause(objection.reason(), objection.claim(), objection.evidence());
    }

    private static @Nullable Edit edit(DealEngine engine, ScoredDeal scored, @Nullable DealTerms conceded) {
        if (conceded == null) {
            return null;
        }
        ScoredDeal changed =
                engine.score(List.of(scored.proposal().withTerms(conceded))).getFirst();
        return new Edit(conceded, 1 - changed.approval(), changed);
    }
}
