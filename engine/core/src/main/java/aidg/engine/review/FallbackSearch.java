package aidg.engine.review;

import aidg.engine.DealEngine;
import aidg.engine.EditLimits;
import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Proposal;
import aidg.engine.review.CallSheet.Fallback;
import aidg.engine.review.CallSheet.Objection;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Edit;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Offers;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds what to offer if the merchant says no: the smallest edit that gives way to the likeliest objection
/// while the safety guard lets it out and the chance stays at the target. Where no objection names a term, or none can
/// be answered so, it is the smallest discount that does, or the smallest edit that makes the proposal acceptable at
/// all. Terms that are no better than the proposal are not offered.
final class FallbackSearch {

    private static final double POINT = 0.01;

    private final DealEngine engine;
    private final ScoredDeal scored;
    private final Proposal proposal;
    private final double target;

    FallbackSearch(DealEngine engine, ScoredDeal scored, double target) {
        this.engine = engine;
        this.scored = scored;
        this.target = target;
        proposal = scored.proposal();
    }

    Fallback answering(List<Objection> objections) {
        String never = neverOut();
        if (!never.isEmpty()) {
            return new Fallback.None(never);
        }
        Limits limits = EditLimits.of(engine.marketplace(), proposal).limits();
        List<Objection> answerable =
                objections.stream().filter(one -> one.conceded() != null).toList();
        if (answerable.isEmpty()) {
            return isAcceptable(scored) ? shallower(limits) : acceptable(limits);
        }
        List<Fallback> found =
                answerable.stream().map(one -> conceding(one, limits)).toList();
        if (found.getFirst() instanceof Fallback.NearestMiss
                && found.getLast() instanceof Fallback.Offer(ScoredDeal offered, String changes, String why)) {
            return new Fallback.Offer(
                    offered,
                    changes,
                    "%s Nothing tried that answers \u201c%s\u201d is acceptable."
                            .formatted(why, answerable.getFirst().claim()));
        }
        return found.getFirst() instanceof Fallback.NearestMiss miss
                ? unanswered(answerable.getFirst().claim(), miss, limits)
                : found.getFirst();
    }

    /// No terms that answer the objection are acceptable; others may be.
    private Fallback unanswered(String claim, Fallback.NearestMiss miss, Limits limits) {
        if (isAcceptable(scored)) {
            return new Fallback.None(
                    "Nothing tried that answers \u201c%s\u201d keeps the chance at %s: hold these terms."
                            .formatted(claim, Plain.percent(target)));
        }
        if (acceptable(limits) instanceof Fallback.Offer(ScoredDeal offered, String changes, String why)) {
            return new Fallback.Offer(
                    offered, changes, "%s Nothing tried that answers \u201c%s\u201d does.".formatted(why, claim));
        }
        double chance = miss.scored().score();
        return chance > scored.score()
                ? miss
                : new Fallback.None(
                        "No terms tried reach a chance of %s; the nearest that answers \u201c%s\u201d has %s, the"
                                        .formatted(Plain.percent(target), claim, Plain.percent(chance))
                                + " proposal %s.".formatted(Plain.percent(scored.score())));
    }

    /// Why no terms help; empty if some may.
    private String neverOut() {
        return scored.guard().checks().stream()
                .filter(check -> check.outcome() == GuardVerdict.Outcome.FAILED)
                .filter(check -> check.name().equals("Category")
                        || !proposal.baselineGp30().isPositive())
                .findFirst()
                .map(check -> "No other terms help: %s".formatted(Plain.calm(SafetyWords.of(scored))))
                .orElse("");
    }

    /// Whether the guard holds back the merchant, whatever is offered.
    private boolean holdsBackMerchant() {
        return scored.guard().checks().stream()
                .anyMatch(check ->
                        check.name().equals("Override rate") && check.outcome() == GuardVerdict.Outcome.FAILED);
    }

    private boolean isAcceptable(ScoredDeal one) {
        return one.guard().allowed() && one.score() >= target;
    }

    private Fallback conceding(Objection objection, Limits limits) {
        DealTerms conceded = Objects.requireNonNull(objection.conceded());
        Limits beyond = new Limits(limits.ranges(), List.of(), limits.mostChanges());
        for (Term term : Term.values()) {
            beyond = beyond.with(term, range(term, limits, conceded));
        }
        String why = "It answers \u201c%s\u201d".formatted(objection.claim());
        return found(SmallestEdit.find(offers(), conceded, beyond, target), conceded, why);
    }

    /// A term's range, up to where it gave way.
    private @Nullable Range range(Term term, Limits limits, DealTerms conceded) {
        Range range = limits.ranges().get(term);
        double before = term.of(proposal.terms());
        double after = term.of(conceded);
        if (range == null) {
            return null;
        }
        double low = after > before ? after : Math.min(range.low(), after);
        double high = after < before ? after : Math.max(range.high(), after);
        return new Range(low, Math.max(low, high), range.step(), range.offset());
    }

    private Fallback acceptable(Limits limits) {
        return found(
                SmallestEdit.find(offers(), proposal.terms(), limits, target),
                proposal.terms(),
                "It is the smallest change that makes the deal acceptable");
    }

    private Fallback found(SmallestEdit.Answer answer, DealTerms conceded, String why) {
        Edit edit = answer.isFine()
                ? answer.before()
                : answer.edits().isEmpty() ? answer.nearest() : answer.edits().getFirst();
        ScoredDeal offered = scored(edit == null ? conceded : edit.terms());
        String changes = changes(offered.proposal().terms());
        return isAcceptable(offered)
                ? new Fallback.Offer(offered, changes, why + ".")
                : new Fallback.NearestMiss(offered, changes, misses(offered), why + ".");
    }

    /// As little discount as the target allows, at the same list price.
    private Fallback shallower(Limits limits) {
        double now = proposal.terms().discount().fraction();
        Range range = limits.ranges().get(Term.DISCOUNT);
        List<Proposal> tried = new ArrayList<>();
        for (double discount = range == null ? now : Math.rint(range.low() / POINT) * POINT;
                discount < now - POINT / 2;
                discount += POINT) {
            tried.add(proposal.withTerms(proposal.terms().withDiscount(new Discount(Math.rint(100 * discount) / 100))));
        }
        if (tried.isEmpty()) {
            return new Fallback.None("The discount is as small as goes out here already: hold these terms.");
        }
        return engine.score(tried).stream()
                .filter(this::isAcceptable)
                .findFirst()
                .<Fallback>map(one -> new Fallback.Offer(
                        one,
                        changes(one.proposal().terms()),
                        "It gives away least: the smallest discount at this list price that stays acceptable."))
                .orElseGet(() -> new Fallback.None("No smaller discount keeps the chance at %s: hold these terms."
                        .formatted(Plain.percent(target))));
    }

    private ScoredDeal scored(DealTerms terms) {
        return engine.score(List.of(proposal.withTerms(terms))).getFirst();
    }

    private String changes(DealTerms terms) {
        return new Edit(proposal.terms(), terms, 0, 0, true).words();
    }

    private String misses(ScoredDeal offered) {
        List<String> misses = new ArrayList<>();
        if (offered.score() < target) {
            misses.add("its chance is %s, not %s".formatted(Plain.percent(offered.score()), Plain.percent(target)));
        }
        if (!offered.guard().allowed()) {
            misses.add("it " + Plain.calm(SafetyWords.of(offered)).replaceAll("\\.$", ""));
        }
        return "No terms tried meet everything; this is nearest: " + String.join("; ", misses) + ".";
    }

    /// What would come of other terms; where the guard holds back the merchant whatever is offered, its word is
    /// left out, so that the smallest edit of chance is found.
    private Offers offers() {
        Offers all = engine.whatIf(proposal);
        return holdsBackMerchant() ? (base, x, y) -> letOut(all, base, x, y) : all;
    }

    private static Surface letOut(Offers all, DealTerms base, Axis x, Axis y) {
        Surface surface = all.sweep(base, x, y);
        for (boolean[] row : surface.allowed()) {
            Arrays.fill(row, true);
        }
        return surface;
    }
}
