package aidg.engine.review;

import aidg.engine.DealEngine;
import aidg.engine.EditLimits;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.RefusalRecord.Fit;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Term;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What will be said against a proposal: reasons for which the merchant's proposals, or else those of others of its
/// line of business, were changed or refused before, if they fit these terms. Each with what past deals brought
/// and what giving way costs.
final class LikelyObjections {

    private static final int MOST = 2;
    private static final int OWN_DAYS = 730;
    private static final int OTHERS_DAYS = 365;

    /// A reason that others' proposals were given less often than this is none to expect.
    private static final int FEWEST_OF_OTHERS = 5;

    private static final int NOTE_DAYS = 180;
    private static final double LIKE_POINTS = 0.05;
    private static final double LIKE_PRICE = 0.1;
    private static final double LIKE_DAYS = 0.35;
    private static final double DEAR = 20;

    private final DealEngine engine;
    private final Marketplace market;
    private final LocalDate today;

    LikelyObjections(DealEngine engine) {
        this.engine = engine;
        market = engine.marketplace();
        today = market.asOf();
    }

    /// @param scored the proposal as it stands
    CallSheet.Objections of(ScoredDeal scored, Merchant merchant) {
        Proposal proposal = scored.proposal();
        RefusalRecord own =
                record(market.dealsOf(merchant.id()), market.overridesOf(merchant.id()), today.minusDays(OWN_DAYS));
        List<CallSheet.Objection> found = new ArrayList<>();
        Set<OverrideReason> said = new HashSet<>();
        for (Fit fit : own.fitting(proposal, merchant.category(), 1)) {
            if (found.size() < MOST && said.add(fit.ground().reason())) {
                add(found, objection(fit, own, evidence(fit, own, proposal), scored, merchant), proposal.terms());
            }
        }
        int ofOwn = found.size();
        Category category = proposal.terms().category();
        RefusalRecord others = others(category, merchant);
        if (ofOwn < MOST) {
            for (Fit fit : others.fitting(proposal, merchant.category(), FEWEST_OF_OTHERS)) {
                if (found.size() < MOST && said.add(fit.ground().reason())) {
                    add(
                            found,
                            objection(fit, others, evidenceOfOthers(fit, others, category), scored, merchant),
                            proposal.terms());
                }
            }
        }
        return new CallSheet.Objections(found, lookedAt(own, others, category, ofOwn, found.size()), note(merchant));
    }

    /// Adds one unless it wants a term moved the other way than one before: nobody says both.
    private static void add(List<CallSheet.Objection> found, CallSheet.Objection another, DealTerms terms) {
        for (Term term : Term.values()) {
            double way = way(term, terms, another);
            if (found.stream().anyMatch(before -> way * way(term, terms, before) < 0)) {
                return;
            }
        }
        found.add(another);
    }

    /// Under 0 if it wants less of a term, over 0 if more.
    private static double way(Term term, DealTerms from, CallSheet.Objection objection) {
        DealTerms to = objection.conceded();
        return to == null ? 0 : Math.signum(term.of(to) - term.of(from));
    }

    private RefusalRecord record(List<Deal> deals, List<DealOverride> overrides, LocalDate since) {
        return new RefusalRecord(
                deals.stream()
                        .filter(deal -> !deal.proposedOn().isBefore(since))
                        .toList(),
                overrides.stream().filter(one -> !one.madeOn().isBefore(since)).toList(),
                today);
    }

    private RefusalRecord others(Category category, Merchant merchant) {
        List<Deal> deals = market.deals().stream()
                .filter(deal -> deal.terms().category().equals(category))
                .filter(deal -> !deal.merchantId().equals(merchant.id()))
                .toList();
        Set<String> ids = new HashSet<>();
        deals.forEach(deal -> ids.add(deal.id()));
        return record(
                deals,
                market.overrides().stream()
                        .filter(one -> ids.contains(one.dealId()))
                        .toList(),
                today.minusDays(OTHERS_DAYS));
    }

    private static String lookedAt(RefusalRecord own, RefusalRecord others, Category category, int ofOwn, int all) {
        String record = own.decided() == 0
                ? "it had no proposal in the last two years"
                : "%d of its %s in the last two years %s changed or refused"
                        .formatted(
                                own.refused(),
                                Plain.counted(own.decided(), "proposal"),
                                own.refused() == 1 ? "was" : "were");
        String further = ofOwn == MOST
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", and %,d of %,d of other %s merchants in the last year",
                        others.refused(),
                        others.decided(),
                        category.words());
        String more = switch (all) {
            case 0 -> " None of the reasons given fits these terms.";
            case 1 -> " No second reason given fits these terms.";
            default -> "";
        };
        return "Looked at: %s%s.%s".formatted(record, further, more);
    }

    private String note(Merchant merchant) {
        List<Note> notes = market.notesOf(merchant.id()).stream()
                .filter(note -> !note.writtenOn().isBefore(today.minusDays(NOTE_DAYS)))
                .filter(note -> !note.writtenOn().isAfter(today))
                .toList();
        return notes.isEmpty()
                ? ""
                : "Latest note, %s: \u201c%s\u201d"
                        .formatted(
                                Plain.day(notes.getLast().writtenOn()),
                                notes.getLast().text().strip());
    }

    private static String evidence(Fit fit, RefusalRecord own, Proposal proposal) {
        int times = fit.given().size();
        DealOverride latest = fit.latest();
        String day = Plain.day(latest.madeOn());
        String change = change(fit.ground(), own, latest);
        String because = fit.ground().because();
        String often = times == 1
                ? "once, on %s, %s".formatted(day, because)
                : "%s %s, last on %s".formatted(times == 2 ? "twice" : times + " times", because, day);
        return "Changed or refused %s%s%s.".formatted(often, change, range(fit.ground(), own, proposal));
    }

    /// What the latest one changed: ` (35% became 28%)`.
    private static String change(Ground ground, RefusalRecord own, DealOverride latest) {
        Deal deal = own.dealOf(latest);
        Term term = ground.term();
        if (deal == null || term == null) {
            return latest.newTerms() == null ? " (nothing went out)" : "";
        }
        String before = term.said(term.of(deal.terms()));
        DealTerms instead = latest.newTerms();
        return instead == null
                ? " (%s did not go out)".formatted(before)
                : " (%s became %s)".formatted(before, term.said(term.of(instead)));
    }

    private static String range(Ground ground, RefusalRecord own, Proposal proposal) {
        Term term = ground.term();
        List<Double> values =
                term == null ? List.of() : own.range(term, proposal.terms().category());
        boolean usual = ground.reason() != OverrideReason.BAD_TIMING && ground.reason() != OverrideReason.NO_CAPACITY;
        if (term == null || !usual || values.size() < 2) {
            return "";
        }
        String low = term.said(values.getFirst());
        String high = term.said(values.getLast());
        return "; its last %d deals went out at %s"
                .formatted(values.size(), low.equals(high) ? low : low + " to " + high);
    }

    private static String evidenceOfOthers(Fit fit, RefusalRecord others, Category category) {
        return String.format(
                Locale.ROOT,
                "Of %,d proposals of other %s merchants in the last year %,d were changed or refused %s.",
                others.decided(),
                category.words(),
                fit.given().size(),
                fit.ground().because());
    }

    private CallSheet.Objection objection(
            Fit fit, RefusalRecord record, String evidence, ScoredDeal scored, Merchant merchant) {
        Limits limits = EditLimits.of(market, scored.proposal()).limits();
        DealTerms conceded = conceded(fit, scored.proposal().terms(), merchant, limits);
        return new CallSheet.Objection(
                fit.ground().reason(),
                fit.ground().said(),
                evidence,
                past(fit.ground(), scored.proposal(), merchant) + ". " + givingWay(scored, conceded),
                conceded);
    }

    /// The terms that give way to it, inside what can be asked for; null where none does, or where they would be
    /// the same.
    private static @Nullable DealTerms conceded(Fit fit, DealTerms terms, Merchant merchant, Limits limits) {
        Term term = fit.ground().term();
        DealTerms conceded = terms;
        if (fit.ground().reason() == OverrideReason.WRONG_CATEGORY) {
            conceded = new DealTerms(terms.discount(), terms.price(), terms.durationDays(), merchant.category());
        } else if (term != null && Double.isFinite(fit.settled())) {
            Limits.Range range = limits.ranges().get(term);
            double value = range == null ? term.of(terms) : Math.clamp(fit.settled(), range.low(), range.high());
            conceded = switch (term) {
                case DISCOUNT ->
                    terms.withDiscount(new Discount(Math.min(0.95, Math.max(0, Math.rint(100 * value) / 100))));
                case PRICE ->
                    term.with(terms, value < DEAR ? Math.max(0.5, Math.rint(2 * value) / 2) : Math.rint(value));
                case DURATION -> term.with(terms, Math.max(1, Math.rint(value)));
            };
        }
        return conceded.equals(terms) ? null : conceded;
    }

    private String past(Ground ground, Proposal proposal, Merchant merchant) {
        DealTerms terms = proposal.terms();
        Term term = ground.term();
        boolean byTerm = term != null
                && ground.reason() != OverrideReason.BAD_TIMING
                && ground.reason() != OverrideReason.NO_CAPACITY;
        PastDeals own = PastDeals.of("its", market.dealsOf(merchant.id()), today);
        if (ground.reason() == OverrideReason.WRONG_CATEGORY) {
            return own.termsThat(one -> one.category().equals(terms.category()))
                    .told("sold as " + terms.category().words());
        }
        if (ground.reason() == OverrideReason.BAD_TIMING) {
            return own.that(deal ->
                            deal.startsOn().getMonth() == proposal.startsOn().getMonth())
                    .told("that started in "
                            + proposal.startsOn().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        PastDeals category = PastDeals.of(terms.category().words(), market.deals(), today)
                .termsThat(one -> one.category().equals(terms.category()));
        if (!byTerm || term == null) {
            return (own.isEmpty() ? category : own).told("");
        }
        PastDeals like = own.termsThat(one -> isLike(term, one, terms));
        if (like.isEmpty()) {
            like = category.termsThat(one -> isLike(term, one, terms));
        }
        return like.told(about(term, terms));
    }

    private static boolean isLike(Term term, DealTerms one, DealTerms terms) {
        double there = term.of(one);
        double here = term.of(terms);
        return switch (term) {
            case DISCOUNT -> Math.abs(there - here) <= LIKE_POINTS + 1e-9;
            case PRICE -> Math.abs(Math.log(there / here)) <= LIKE_PRICE;
            case DURATION -> Math.abs(Math.log(there / here)) <= LIKE_DAYS;
        };
    }

    private static String about(Term term, DealTerms terms) {
        double here = term.of(terms);
        return switch (term) {
            case DISCOUNT ->
                "at %s to %s off".formatted(term.said(Math.max(0, here - LIKE_POINTS)), term.said(here + LIKE_POINTS));
            case PRICE ->
                "at %s to %s".formatted(whole(here * Math.exp(-LIKE_PRICE)), whole(here * Math.exp(LIKE_PRICE)));
            case DURATION ->
                String.format(
                        Locale.ROOT,
                        "that ran %.0f to %.0f days",
                        Math.ceil(here * Math.exp(-LIKE_DAYS)),
                        Math.floor(here * Math.exp(LIKE_DAYS)));
        };
    }

    private static String whole(double amount) {
        return amount < DEAR ? String.format(Locale.ROOT, "$%.2f", amount) : Plain.dollars(amount);
    }

    private String givingWay(ScoredDeal scored, @Nullable DealTerms conceded) {
        Proposal proposal = scored.proposal();
        if (conceded == null) {
            return "Without the deal its usual 30 days earn %s; with it we expect %s."
                    .formatted(Plain.dollars(proposal.baselineGp30()), Plain.dollars(scored.expectedGp30()));
        }
        ScoredDeal other = engine.score(List.of(proposal.withTerms(Objects.requireNonNull(conceded))))
                .getFirst();
        return "Giving way (%s) we expect %s instead of %s and a chance of %s instead of %s%s."
                .formatted(
                        moved(proposal.terms(), conceded),
                        Plain.dollars(other.expectedGp30()),
                        Plain.dollars(scored.expectedGp30()),
                        Plain.percent(other.score()),
                        Plain.percent(scored.score()),
                        other.guard().allowed() || !scored.guard().allowed() ? "" : "; the safety check refuses that");
    }

    private static String moved(DealTerms from, DealTerms to) {
        if (!from.category().equals(to.category())) {
            return "sold as " + to.category().words();
        }
        List<String> parts = new ArrayList<>();
        if (!from.discount().equals(to.discount())) {
            parts.add(Term.DISCOUNT.said(Term.DISCOUNT.of(to)) + " off");
        }
        if (!from.price().equals(to.price())) {
            parts.add(Term.PRICE.said(Term.PRICE.of(to)) + " to pay");
        }
        if (from.durationDays() != to.durationDays()) {
            parts.add(Term.DURATION.said(Term.DURATION.of(to)));
        }
        return String.join(", ", parts);
    }
}
