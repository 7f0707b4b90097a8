package aidg.engine.whatif;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The smallest edits that make an offer acceptable: nearest counterfactuals (Wachter, Mittelstadt and Russell 2018)
/// over the terms, inside limits that every answer keeps to. First lines, then coarse planes, then coarse
/// planes at other values of the third term; then each find is refined at full resolution. So an answer is the
/// smallest of those tried, a few thousand offers, not proven to be the smallest of all.
public final class SmallestEdit {

    private static final int ON_A_LINE = 96;
    private static final int ON_A_PLANE = 18;
    private static final int IN_A_BLOCK = 11;
    private static final int PLANES = 5;
    private static final int NEAR = 7;
    private static final int REFINEMENTS = 3;
    private static final int TOLD = 4;

    private final Offers offers;
    private final DealTerms original;
    private final Limits limits;
    private final double leastScore;
    private final Map<Set<Object>, Edit> found = new HashMap<>();
    private @Nullable Edit nearest;

    /// What was found.
    ///
    /// @param before     the offer as it stands
    /// @param edits      acceptable ones, the smallest first, no two of the same terms; at most four
    /// @param nearest    where there is none, the one inside the limits that comes nearest; null if there is none
    /// @param isFine     whether the offer is acceptable as it stands
    public record Answer(
            Edit before, List<Edit> edits, @Nullable Edit nearest, boolean isFine) {

        public Answer {
            edits = List.copyOf(edits);
        }
    }

    private SmallestEdit(Offers offers, DealTerms original, Limits limits, double leastScore) {
        this.offers = offers;
        this.original = original;
        this.limits = limits;
        this.leastScore = leastScore;
    }

    /// Looks for edits.
    ///
    /// @param leastScore an offer is acceptable from this score on, 0..1, if the guard lets it out
    public static Answer find(Offers offers, DealTerms original, Limits limits, double leastScore) {
        return new SmallestEdit(offers, original, limits, leastScore).find();
    }

    private Answer find() {
        Edit before = at(original);
        if (isAcceptable(before)) {
            return new Answer(before, List.of(), null, true);
        }
        search(original);
        for (Category category : limits.categories()) {
            if (!category.equals(original.category())) {
                search(new DealTerms(original.discount(), original.price(), original.durationDays(), category));
            }
        }
        List<Edit> sorted = found.values().stream()
                .sorted(Comparator.comparingDouble(Edit::size).thenComparing(Edit::words))
                .toList();
        List<Edit> told = new ArrayList<>();
        for (Edit one : sorted) {
            if (told.size() < TOLD && told.stream().noneMatch(other -> what(one).containsAll(what(other)))) {
                told.add(one);
            }
        }
        return new Answer(before, told, told.isEmpty() ? nearest : null, false);
    }

    private Edit at(DealTerms terms) {
        Surface one = offers.sweep(
                terms,
                new Axis(Term.DISCOUNT, List.of(Term.DISCOUNT.of(terms))),
                new Axis(Term.PRICE, List.of(Term.PRICE.of(terms))));
        return new Edit(original, terms, one.score()[0][0], one.gp30()[0][0], one.allowed()[0][0]);
    }

    /// Tries terms in one category.
    private void search(DealTerms base) {
        Map<Term, List<Double>> values = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            values.put(term, limits.values(term, base));
        }
        if (values.values().stream().noneMatch(List::isEmpty)) {
            search(base, values, closest(base, values));
        }
    }

    /// @param anchor as near to the original as the ranges let it be
    private void search(DealTerms base, Map<Term, List<Double>> values, DealTerms anchor) {
        for (Term term : Term.values()) {
            Term other = term == Term.DISCOUNT ? Term.PRICE : Term.DISCOUNT;
            tryAll(anchor, thinned(values, term, anchor, ON_A_LINE), only(other, anchor));
        }
        for (int third = Term.values().length - 1; third >= 0; third--) {
            Term x = Term.values()[third == 0 ? 1 : 0];
            Term y = Term.values()[third == 2 ? 1 : 2];
            tryAll(anchor, thinned(values, x, anchor, ON_A_PLANE), thinned(values, y, anchor, ON_A_PLANE));
        }
        if (limits.mostChanges() > 2) {
            for (double days : thinned(values, Term.DURATION, anchor, PLANES).values()) {
                DealTerms plane = Term.DURATION.with(anchor, days);
                tryAll(
                        plane,
                        thinned(values, Term.DISCOUNT, anchor, IN_A_BLOCK),
                        thinned(values, Term.PRICE, anchor, IN_A_BLOCK));
            }
        }
        for (int i = 0; i < REFINEMENTS; i++) {
            List<Edit> coarse = found.values().stream()
                    .filter(edit -> edit.terms().category().equals(base.category()))
                    .toList();
            coarse.forEach(edit -> refine(edit, values, anchor));
        }
    }

    /// Tries what lies between a find and the anchor, at ever finer steps.
    private void refine(Edit edit, Map<Term, List<Double>> values, DealTerms anchor) {
        for (int third = 0; third < Term.values().length; third++) {
            Term x = Term.values()[third == 0 ? 1 : 0];
            Term y = Term.values()[third == 2 ? 1 : 2];
            tryAll(edit.terms(), between(values, x, edit, anchor), between(values, y, edit, anchor));
        }
    }

    private Axis between(Map<Term, List<Double>> values, Term term, Edit edit, DealTerms anchor) {
        double here = term.of(edit.terms());
        double home = term.of(anchor);
        List<Double> all = values.getOrDefault(term, List.of(here));
        List<Double> some = all.stream()
                .filter(value -> value >= Math.min(here, home) && value <= Math.max(here, home))
                .sorted(Comparator.comparingDouble(value -> term.distance(value, here)))
                .toList();
        Set<Double> tried = new HashSet<>(some.subList(0, Math.min(NEAR, some.size())));
        tried.addAll(pick(some, NEAR));
        return new Axis(term, List.copyOf(tried));
    }

    private static Axis only(Term term, DealTerms at) {
        return new Axis(term, List.of(term.of(at)));
    }

    private static Axis thinned(Map<Term, List<Double>> values, Term term, DealTerms anchor, int most) {
        List<Double> all = values.getOrDefault(term, List.of());
        Set<Double> some = new HashSet<>(pick(all, most));
        some.add(term.of(anchor));
        return new Axis(term, some.stream().sorted().toList());
    }

    /// So many, evenly, with both ends.
    private static List<Double> pick(List<Double> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (most - 1))))
                        .toList();
    }

    private static DealTerms closest(DealTerms base, Map<Term, List<Double>> values) {
        DealTerms anchor = base;
        for (Map.Entry<Term, List<Double>> one : values.entrySet()) {
            double to = one.getKey().of(base);
            anchor = one.getKey()
                    .with(
                            anchor,
                            one.getValue().stream()
                                    .min(Comparator.comparingDouble((Double value) -> Math.abs(value - to))
                                            .thenComparing(Comparator.naturalOrder()))
                                    .orElseThrow());
        }
        return anchor;
    }

    private void tryAll(DealTerms base, Axis x, Axis y) {
        Surface swept = offers.sweep(base, x, y);
        for (int i = 0; i < x.values().size(); i++) {
            DealTerms row = x.apply(base, i);
            for (int j = 0; j < y.values().size(); j++) {
                DealTerms terms = y.apply(row, j);
                if (limits.allow(original, terms)) {
                    take(new Edit(original, terms, swept.score()[i][j], swept.gp30()[i][j], swept.allowed()[i][j]));
                }
            }
        }
    }

    private void take(Edit edit) {
        if (isAcceptable(edit)) {
            found.merge(what(edit), edit, (one, other) -> one.size() <= other.size() ? one : other);
        } else if (nearest == null || missing(edit) < missing(nearest)) {
            nearest = edit;
        }
    }

    private boolean isAcceptable(Edit edit) {
        return edit.allowed() && edit.score() >= leastScore;
    }

    /// By how much it is not acceptable; what the guard rejects is farther than anything.
    private double missing(Edit edit) {
        return Math.max(0, leastScore - edit.score()) + (edit.allowed() ? 0 : 1);
    }

    /// What it changes: terms, and the category by its name.
    private static Set<Object> what(Edit edit) {
        Set<Object> what = new HashSet<>(edit.moved());
        if (edit.movesCategory()) {
            what.add(edit.terms().category());
        }
        return what;
    }
}
