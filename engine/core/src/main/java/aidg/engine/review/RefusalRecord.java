package aidg.engine.review;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which proposals of one merchant, or of a category's others, were changed or refused, and what went out.
final class RefusalRecord {

    /// Days over which a refusal loses half its weight.
    private static final double HALF_LIFE = 180;

    private static final int SETTLED_OVER = 10;
    private static final int FEWEST_TERMS = 3;
    private static final int SEASON_DAYS = 45;
    private static final int PASSING_DAYS = 365;

    /// Terms that lie closer to the settled ones than this are no reason to refuse: points of discount, shares of
    /// price and duration.
    private static final double NOTABLE_POINTS = 0.01;

    private static final double NOTABLE_PRICE = 0.05;
    private static final double NOTABLE_DAYS = 0.15;

    private final LocalDate today;
    private final List<Deal> deals;
    private final List<DealOverride> overrides;
    private final Map<String, Deal> byId;

    /// @param deals     decided, in the order of their day
    /// @param overrides of those deals, in the order of their day
    RefusalRecord(List<Deal> deals, List<DealOverride> overrides, LocalDate today) {
        this.deals = deals;
        this.overrides = overrides;
        this.today = today;
        byId = deals.stream().collect(Collectors.toMap(Deal::id, Function.identity(), (one, other) -> one));
    }

    /// A reason that was given before and that fits a proposal.
    ///
    /// @param given   when it was, the latest last
    /// @param settled value of the ground's term that went out instead, in the term's unit; NaN without a term
    record Fit(Ground ground, List<DealOverride> given, double settled) {

        DealOverride latest() {
            return given.getLast();
        }
    }

    int refused() {
        return overrides.size();
    }

    int decided() {
        return deals.size();
    }

    /// Reasons that fit the proposal, the most often and most recently given first.
    ///
    /// @param fewest times a reason must have been given
    List<Fit> fitting(Proposal proposal, Category own, int fewest) {
        Map<OverrideReason, List<DealOverride>> byReason =
                overrides.stream().collect(Collectors.groupingBy(DealOverride::reason));
        List<Fit> fits = new ArrayList<>();
        byReason.forEach((reason, all) -> {
            Ground ground = Ground.of(reason);
            List<DealOverride> given =
                    all.stream().filter(one -> isStillTrue(one, proposal)).toList();
            Fit fit = new Fit(ground, given, settled(ground, given, proposal));
            if (given.size() >= fewest && fits(fit, proposal, own)) {
                fits.add(fit);
            }
        });
        fits.sort(Comparator.comparingDouble((Fit fit) -> -weight(fit.given()))
                .thenComparing(fit -> fit.ground().reason()));
        return fits;
    }

    private double weight(Collection<DealOverride> given) {
        return given.stream()
                .mapToDouble(one -> Math.pow(0.5, ChronoUnit.DAYS.between(one.madeOn(), today) / HALF_LIFE))
                .sum();
    }

    private boolean fits(Fit fit, Proposal proposal, Category own) {
        DealTerms terms = proposal.terms();
        Term term = fit.ground().term();
        return switch (fit.ground().reason()) {
            case OTHER -> false;
            case WRONG_CATEGORY -> !terms.category().equals(own);
            case MERCHANT_DECLINED, NO_CAPACITY, BAD_TIMING -> true;
            default ->
                term != null
                        && isBeyond(
                                term,
                                term.of(terms),
                                fit.settled(),
                                fit.ground().direction());
        };
    }

    /// Bad timing speaks of a time of the year; capacity and unwillingness pass.
    private boolean isStillTrue(DealOverride override, Proposal proposal) {
        return switch (override.reason()) {
            case BAD_TIMING -> isInSeason(override, proposal.startsOn());
            case MERCHANT_DECLINED, NO_CAPACITY -> !override.madeOn().isBefore(today.minusDays(PASSING_DAYS));
            default -> true;
        };
    }

    private boolean isInSeason(DealOverride override, LocalDate start) {
        Deal deal = byId.get(override.dealId());
        if (deal == null) {
            return false;
        }
        int apart = Math.abs(deal.startsOn().getDayOfYear() - start.getDayOfYear());
        return Math.min(apart, 365 - apart) <= SEASON_DAYS;
    }

    /// @param direction where the term would have to move
    private static boolean isBeyond(Term term, double value, double settled, int direction) {
        double over = -direction * (term == Term.DISCOUNT ? value - settled : Math.log(value / settled));
        double notable = switch (term) {
            case DISCOUNT -> NOTABLE_POINTS;
            case PRICE -> NOTABLE_PRICE;
            case DURATION -> NOTABLE_DAYS;
        };
        return over > notable;
    }

    /// Where a term settles: in the middle of what went out lately; of timing and capacity as far as the term was
    /// moved for that reason.
    private double settled(Ground ground, List<DealOverride> given, Proposal proposal) {
        Term term = ground.term();
        if (term == null) {
            return Double.NaN;
        }
        double now = term.of(proposal.terms());
        if (ground.reason() == OverrideReason.BAD_TIMING || ground.reason() == OverrideReason.NO_CAPACITY) {
            return moved(term, given, now);
        }
        List<DealTerms> out = wentOut(proposal.terms().category());
        return out.size() < FEWEST_TERMS
                ? Double.NaN
                : median(lately(out).stream().map(term::of).toList());
    }

    private double moved(Term term, List<DealOverride> given, double now) {
        List<Double> moves = new ArrayList<>();
        for (DealOverride one : given) {
            Deal deal = byId.get(one.dealId());
            DealTerms instead = one.newTerms();
            if (deal != null && instead != null) {
                double before = term.of(deal.terms());
                moves.add(term == Term.DISCOUNT ? term.of(instead) - before : term.of(instead) / before);
            }
        }
        if (moves.isEmpty()) {
            return Double.NaN;
        }
        double usual = median(moves);
        return term == Term.DISCOUNT ? Math.max(0, now + usual) : Math.max(1, now * usual);
    }

    /// The range of a term in what went out lately.
    List<Double> range(Term term, Category category) {
        return lately(wentOut(category)).stream().map(term::of).sorted().toList();
    }

    /// As proposed or as corrected, in the order of their day.
    List<DealTerms> wentOut(Category category) {
        record Dated(LocalDate day, DealTerms terms) {}
        return Stream.concat(
                        deals.stream().filter(Deal::approved).map(deal -> new Dated(deal.proposedOn(), deal.terms())),
                        overrides.stream()
                                .filter(one -> one.newTerms() != null)
                                .map(one -> new Dated(one.madeOn(), Objects.requireNonNull(one.newTerms()))))
                .filter(dated -> dated.terms().category().equals(category))
                .sorted(Comparator.comparing(Dated::day))
                .map(Dated::terms)
                .toList();
    }

    private static List<DealTerms> lately(List<DealTerms> terms) {
        return terms.subList(Math.max(0, terms.size() - SETTLED_OVER), terms.size());
    }

    /// What was proposed in a refusal's place before; null if that is not known.
    @Nullable
    Deal dealOf(DealOverride override) {
        return byId.get(override.dealId());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
