package aidg.ui.whatif;

import java.util.ArrayList;
import java.util.List;

/// Round values to label an axis with.
final class Ticks {

    private Ticks() {}

    /// Multiples of 1, 2 or 5 times a power of ten between two values, so many at most.
    ///
    /// @param most at least 2
    static List<Double> between(double low, double high, int most) {
        double rough = (high - low) / most;
        if (!(rough > 0)) {
            return List.of(low);
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough) {
                step = factor * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(Math.rint(i * step * 1e9) / 1e9);
        }
        return ticks;
    }
}
