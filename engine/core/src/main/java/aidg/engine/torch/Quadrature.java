package aidg.engine.torch;

/// Where to look at a smooth function on 0..1, and with what weight, to know its integral: the points of Gauss and
/// Legendre, exact for polynomials of a degree under twice their number.
///
/// @param at      ascending, inside 0..1
/// @param weights their sum is 1
record Quadrature(double[] at, double[] weights) {

    private static final int NEWTON_STEPS = 100;
    private static final double CLOSE = 1e-15;

    /// @param points 1 or more
    static Quadrature of(int points) {
        double[] at = new double[points];
        double[] weights = new double[points];
        for (int i = 0; i < points; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (points + 0.5));
            double slope = 1;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double[] legendre = legendre(points, x);
                slope = legendre[1];
                double change = legendre[0] / slope;
                x -= change;
                if (Math.abs(change) < CLOSE) {
                    break;
                }
            }
            at[points - 1 - i] = (1 + x) / 2;
            weights[points - 1 - i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new Quadrature(at, weights);
    }

    int size() {
        return at.length;
    }

    /// Legendre's polynomial and its derivative at -1 < x < 1.
    private static double[] legendre(int degree, double x) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= degree; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, degree * (x * value - before) / (x * x - 1)};
    }
}
