package aidg.engine.review;

import aidg.engine.domain.Interval;

/// Intervals of shares.
final class Shares {

    private static final double Z90 = 1.6448536269514722;

    private Shares() {}

    /// The 90 % Wilson score interval of a share (Wilson 1927); 0..1 where nothing was counted.
    static Interval wilson(int part, int whole) {
        if (whole == 0) {
            return new Interval(0, 1);
        }
        double p = (double) part / whole;
        double z2 = Z90 * Z90;
        double centre = (p + z2 / (2 * whole)) / (1 + z2 / whole);
        double half = Z90 / (1 + z2 / whole) * Math.sqrt(p * (1 - p) / whole + z2 / (4.0 * whole * whole));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
