package aidg.engine.whatif;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an edit may do. A term without a range is frozen: it keeps its value, whatever that is.
///
/// @param ranges     of the terms that may change
/// @param categories that it may be sold in instead; empty keeps the category
/// @param mostChanges how many of discount, price, duration and category may change, at most
public record Limits(Map<Term, Range> ranges, List<Category> categories, int mostChanges) {

    public Limits {
        ranges = Map.copyOf(ranges);
        categories = List.copyOf(categories);
        if (mostChanges < 0) {
            throw new IllegalArgumentException("at most %d changes cannot be".formatted(mostChanges));
        }
    }

    /// Allowed values: `offset` plus whole steps, from `low` to `high`, both included where they are such values.
    ///
    /// @param step   more than 0; whole for a duration
    /// @param offset what all values end in: 0.99 for prices like $24.99
    public record Range(double low, double high, double step, double offset) {

        /// Values farther apart than this many steps are not worth a search.
        private static final int MOST = 100_000;

        public Range {
            if (!(low <= high) || !(step > 0) || (high - low) / step > MOST || !Double.isFinite(offset)) {
                throw new IllegalArgumentException(
                        "a range from %s to %s in steps of %s cannot be".formatted(low, high, step));
            }
        }

        /// Whether it is one of the values.
        boolean allows(double value) {
            return value >= low && value <= high && Math.abs(value - near(value)) < 1e-9;
        }

        /// All of them, rising.
        List<Double> values() {
            List<Double> values = new ArrayList<>();
            long first = (long) Math.ceil((low - offset) / step - 1e-9);
            for (long i = first; ; i++) {
                double value = at(i);
                if (value > high + 1e-9) {
                    return values;
                }
                if (value >= low - 1e-9) {
                    values.add(value);
                }
            }
        }

        private double near(double value) {
            return at(Math.round((value - offset) / step));
        }

        /// Without the dust of binary fractions.
        private double at(long steps) {
            return BigDecimal.valueOf(step)
                    .multiply(BigDecimal.valueOf(steps))
                    .add(BigDecimal.valueOf(offset))
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .doubleValue();
        }
    }

    /// Whether an edit keeps to all of it.
    public boolean allow(DealTerms original, DealTerms edited) {
        int changes = edited.category().equals(original.category()) ? 0 : 1;
        if (changes > 0 && !categories.contains(edited.category())) {
            return false;
        }
        for (Term term : Term.values()) {
            Range range = ranges.get(term);
            boolean same = term.of(edited) == term.of(original);
            if (range == null ? !same : !inside(range, original, edited, term)) {
                return false;
            }
            changes += same ? 0 : 1;
        }
        return changes <= mostChanges;
    }

    /// A value that stays needs no step, but it must be inside.
    private static boolean inside(Range range, DealTerms original, DealTerms edited, Term term) {
        double value = term.of(edited);
        boolean stays = value == term.of(original);
        return value >= range.low() && value <= range.high() && (stays || range.allows(value));
    }

    /// The values that a term may take, the one that it has among them if that is inside.
    List<Double> values(Term term, DealTerms original) {
        Range range = ranges.get(term);
        double now = term.of(original);
        if (range == null) {
            return List.of(now);
        }
        TreeSet<Double> values = new TreeSet<>();
        for (double value : range.values()) {
            if (isPossible(term, value)) {
                values.add(value);
            }
        }
        if (now >= range.low() && now <= range.high()) {
            values.add(now);
        }
        return List.copyOf(values);
    }

    private static boolean isPossible(Term term, double value) {
        return switch (term) {
            case DISCOUNT -> value >= 0 && value < 1;
            case PRICE -> value >= 0.01 && Math.abs(100 * value - Math.rint(100 * value)) < 1e-6;
            case DURATION -> value >= 1 && value <= DealTerms.LONGEST_RUN_DAYS && value == Math.rint(value);
        };
    }

    /// The same with one term's range set, or frozen if null is given.
    public Limits with(Term term, @Nullable Range range) {
        Map<Term, Range> changed = new EnumMap<>(Term.class);
        changed.putAll(ranges);
        if (range == null) {
            changed.remove(term);
        } else {
            changed.put(term, range);
        }
        return new Limits(changed, categories, mostChanges);
    }
}
