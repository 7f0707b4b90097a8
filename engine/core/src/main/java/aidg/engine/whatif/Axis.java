package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import java.util.ArrayList;
import java.util.List;

/// Values of one term to try, at least one.
///
/// @param values in the term's unit
public record Axis(Term term, List<Double> values) {

    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the axis %s has no values".formatted(term));
        }
    }

    /// So many values at equal steps from one end to the other, to the cent and to the day.
    ///
    /// @param count at least two
    public static Axis spread(Term term, double from, double to, int count) {
        List<Double> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double value = from + (to - from) * i / (count - 1);
            values.add(
                    switch (term) {
                        case DISCOUNT -> value;
                        case PRICE -> Math.rint(100 * value) / 100;
                        case DURATION -> Math.rint(value);
                    });
        }
        return new Axis(term, values);
    }

    /// @throws IllegalArgumentException naming the term whose value is out of range
    public DealTerms apply(DealTerms to, int point) {
        return term.with(to, values.get(point));
    }
}
