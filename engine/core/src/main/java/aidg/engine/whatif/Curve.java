package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import java.util.ArrayList;
import java.util.List;

/// What one term does to an offer while the others stay.
///
/// @param values  in the term's unit, rising
/// @param score   probability, 0..1, at each
/// @param low     lower end of its 90 % interval
/// @param high    its upper end
/// @param gp30    expected gross profit of 30 days, dollars
/// @param allowed whether the safety guard lets it out
public record Curve(
        Term term, double[] values, double[] score, double[] low, double[] high, double[] gp30, boolean[] allowed) {

    /// Sweeps one term.
    public static Curve of(Offers offers, DealTerms base, Axis axis) {
        Term other = axis.term() == Term.DURATION ? Term.PRICE : Term.DURATION;
        Surface swept = offers.sweep(base, axis, new Axis(other, List.of(other.of(base))));
        int points = axis.values().size();
        double[] values = new double[points];
        double[] score = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        double[] gp30 = new double[points];
        boolean[] allowed = new boolean[points];
        for (int i = 0; i < points; i++) {
            values[i] = axis.values().get(i);
            score[i] = swept.score()[i][0];
            low[i] = swept.low()[i][0];
            high[i] = swept.high()[i][0];
            gp30[i] = swept.gp30()[i][0];
            allowed[i] = swept.allowed()[i][0];
        }
        return new Curve(axis.term(), values, score, low, high, gp30, allowed);
    }

    /// A stretch of values over which an offer stays acceptable, both ends among the values tried.
    public record Stretch(double from, double to) {

        /// Whether a value lies in it.
        public boolean holds(double value) {
            return value >= from && value <= to;
        }
    }

    /// Where the score is at least so high and the guard lets the offer out: what would change one's mind is at
    /// their ends. None where nothing is acceptable.
    public List<Stretch> acceptable(double leastScore) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= values.length; i++) {
            boolean holds = i < values.length && allowed[i] && score[i] >= leastScore;
            if (holds && from < 0) {
                from = i;
            }
            if (!holds && from >= 0) {
                stretches.add(new Stretch(values[from], values[i - 1]));
                from = -1;
            }
        }
        return stretches;
    }
}
