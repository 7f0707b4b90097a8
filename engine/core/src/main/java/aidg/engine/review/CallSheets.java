package aidg.engine.review;

import aidg.engine.DealEngine;
import aidg.engine.Explanation;
import aidg.engine.ScoreTrace.Saying;
import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.CallSheet.Bearing;
import aidg.engine.review.CallSheet.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes call sheets from what an engine says of a proposal and what the marketplace's record shows.
public final class CallSheets {

    /// Chance from which the model recommends a deal.
    public static final double USUAL_TARGET = 0.5;

    private static final int REASONS = 3;
    private static final int COMPARABLES = 3;
    private static final int STEPS = 4;
    private static final double LIKE_POINTS = 0.05;

    private final DealEngine engine;
    private final Marketplace market;
    private final LocalDate today;

    public CallSheets(DealEngine engine) {
        this.engine = engine;
        market = engine.marketplace();
        today = market.asOf();
    }

    /// The sheet of one proposal. Seconds.
    ///
    /// @param target chance from which a fallback is acceptable, 0..1
    /// @param now    printed on the sheet; prototypes of similar merchants older than a day are chosen anew
    /// @throws IllegalArgumentException if its merchant is unknown
    public CallSheet of(Proposal proposal, double target, Instant now, Progress progress) {
        Merchant merchant = market.knownMerchant(proposal.merchantId());
        progress.at("Writing the call sheet, reasons", 0, STEPS);
        Explanation explanation = engine.explainFully(proposal);
        ScoredDeal scored = explanation.scored();
        progress.at("Writing the call sheet, comparables", 1, STEPS);
        CallSheet.Comparables comparables =
                comparables(engine.similar(merchant.id(), null, proposal.terms(), now, Progress.SILENT));
        progress.at("Writing the call sheet, objections", 2, STEPS);
        CallSheet.Objections objections = new LikelyObjections(engine).of(scored, merchant);
        progress.at("Writing the call sheet, fallback", 3, STEPS);
        CallSheet.Fallback fallback = new FallbackSearch(engine, scored, target).answering(objections.all());
        progress.at("Writing the call sheet, fallback", STEPS, STEPS);
        return new CallSheet(
                scored,
                merchant,
                market.cityOf(merchant),
                SafetyWords.of(scored),
                lately(merchant),
                reasons(explanation, merchant),
                comparables,
                objections,
                fallback,
                now,
                today,
                market.dataHash(),
                target);
    }

    private String lately(Merchant merchant) {
        return PastDeals.of("its", market.dealsOf(merchant.id()), today).told("") + ".";
    }

    private CallSheet.Reasons reasons(Explanation explanation, Merchant merchant) {
        Honesty.Badge badge = explanation.honesty().badge();
        List<Reason> told = badge == Honesty.Badge.RED
                ? List.of()
                : told(
                        explanation.trace().sayings(),
                        explanation.scored().score() < explanation.trace().baseScore());
        List<Reason> all = new ArrayList<>(told);
        for (String fact : facts(explanation.scored(), merchant)) {
            if (all.size() < REASONS) {
                all.add(new Reason(fact, Bearing.FACT, null, null));
            }
        }
        String notice = switch (badge) {
            case RED ->
                "No reasons are given: the checks on the explanation failed. Plain facts from the record instead.";
            case AMBER -> "One check on the explanation fails: take these as hints.";
            case LITTLE -> "Little sets this deal apart from others of its kind.";
            case GREEN ->
                told.size() < REASONS && !told.isEmpty()
                        ? "Where the explanation gives fewer than three, plain facts stand in."
                        : "";
        };
        return new CallSheet.Reasons(badge, all, notice);
    }

    /// The strongest that speak for the deal; the strongest against it takes the last place if it is stronger than
    /// all of them or the deal is worse than others, and what speaks against fills places that are left.
    private static List<Reason> told(List<Saying> sayings, boolean worse) {
        List<Reason> pro = new ArrayList<>();
        List<Reason> contra = new ArrayList<>();
        for (Saying saying : sayings) {
            Optional<String> sentence = saying.contrary() ? Optional.empty() : PlainReason.of(saying);
            sentence.ifPresent(words -> (saying.points() > 0 ? pro : contra)
                    .add(new Reason(
                            words,
                            saying.points() > 0 ? Bearing.FOR : Bearing.AGAINST,
                            saying.points(),
                            saying.gp30())));
        }
        boolean outweighed =
                !contra.isEmpty() && (worse || pro.isEmpty() || size(contra.getFirst()) > size(pro.getFirst()));
        int most = outweighed ? REASONS - 1 : REASONS;
        List<Reason> told = new ArrayList<>(pro.subList(0, Math.min(most, pro.size())));
        told.addAll(contra.subList(0, Math.min(REASONS - told.size(), contra.size())));
        return told;
    }

    private static double size(Reason reason) {
        Double points = reason.points();
        return points == null ? 0 : Math.abs(points);
    }

    /// What the record shows without any model, the nearest to the proposal first.
    private List<String> facts(ScoredDeal scored, Merchant merchant) {
        DealTerms terms = scored.proposal().terms();
        List<String> facts = new ArrayList<>();
        PastDeals own = PastDeals.of("its", market.dealsOf(merchant.id()), today);
        PastDeals like = own.termsThat(one -> isLike(one, terms));
        if (!like.isEmpty()) {
            facts.add(like.told("with about this discount") + ".");
        }
        if (!own.isEmpty()) {
            Deal last = own.all().getLast();
            DealOutcome outcome = last.outcomeOn(today);
            if (outcome != null) {
                facts.add("Its last measured deal, %s from %s, earned %s, %s."
                        .formatted(
                                Plain.terms(last.terms()),
                                Plain.day(last.startsOn()),
                                Plain.dollars(outcome.gp30()),
                                Plain.against(outcome.gp30(), last.baselineGp30())));
            }
        } else {
            facts.add("It has no measured deal yet.");
            facts.add(PastDeals.of(terms.category().words(), market.deals(), today)
                            .termsThat(one -> one.category().equals(terms.category()) && isLike(one, terms))
                            .told("with about this discount")
                    + ".");
        }
        facts.add("%s of %s work.".formatted(Plain.percent(scored.baseRate()), scored.baseRateOf()));
        return facts;
    }

    private static boolean isLike(DealTerms one, DealTerms terms) {
        return Math.abs(one.discount().fraction() - terms.discount().fraction()) <= LIKE_POINTS + 1e-9;
    }

    private CallSheet.Comparables comparables(SimilarMerchants found) {
        List<CallSheet.Comparable> all = new ArrayList<>();
        for (SimilarMerchant one : found.neighbours()) {
            Deal latest = one.latest();
            DealOutcome outcome = latest == null ? null : latest.outcomeOn(today);
            if (latest != null && outcome != null && all.size() < COMPARABLES) {
                all.add(new CallSheet.Comparable(
                        one.merchant(),
                        one.city(),
                        latest,
                        outcome.gp30(),
                        one.matured(),
                        one.reached(),
                        one.differs().stream().map(CallSheets::plain).toList()));
            }
        }
        return new CallSheet.Comparables(all, found.notice());
    }

    private static String plain(String differs) {
        return differs.replace(" pt ", " points ").replaceFirst("^baseline ", "usual 30 days ");
    }
}
