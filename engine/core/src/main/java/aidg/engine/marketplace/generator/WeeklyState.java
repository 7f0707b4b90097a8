package aidg.engine.marketplace.generator;

import java.util.random.RandomGenerator;

/// A hidden state that drifts from week to week: a stationary first-order autoregression with mean 0 and standard
/// deviation 1, `x(w) = rho x(w-1) + sqrt(1 - rho²) e`.
final class WeeklyState {

    private final float[] values = new float[Timeline.WEEKS];

    WeeklyState(RandomGenerator random, double rho) {
        double step = StrictMath.sqrt(1 - rho * rho);
        double value = random.nextGaussian();
        for (int week = 0; week < values.length; week++) {
            values[week] = (float) value;
            value = rho * value + step * random.nextGaussian();
        }
    }

    double on(int day) {
        return values[Timeline.week(day)];
    }
}
