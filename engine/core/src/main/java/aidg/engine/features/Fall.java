package aidg.engine.features;

/// The exponential of a negative number from a table, twice as fast as `Math.exp`.
final class Fall {

    private static final double END = 40;
    private static final int STEPS = 16;
    private static final double[] TABLE = new double[(int) END * STEPS + 2];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = Math.exp(-(double) i / STEPS);
        }
    }

    private Fall() {}

    /// e to the power of `-x` for an `x` of 0 or more, to 2e-12 of it; 0 from 40 on.
    static double of(double x) {
        if (!(x < END)) {
            return 0;
        }
        int nearest = (int) (x * STEPS + 0.5);
        double f = nearest / (double) STEPS - x;
        return TABLE[nearest] * (1 + f * (1 + f * (1.0 / 2 + f * (1.0 / 6 + f * (1.0 / 24 + f * (1.0 / 120))))));
    }
}
