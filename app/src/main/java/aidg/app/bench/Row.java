package aidg.app.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line of a measurement; milliseconds.
///
/// @param what    what was measured
/// @param route   by which way
/// @param floorMs what the machine cannot do faster, measured or computed from a measured rate in this run
/// @param ratio   median over floor
/// @param peer    another way to get the same
/// @param speedup times faster than the peer
/// @param limit   what is asked of it
public record Row(
        String what,
        String route,
        double medianMs,
        double p95Ms,
        double p99Ms,
        @Nullable Double floorMs,
        @Nullable Double ratio,
        @Nullable String peer,
        @Nullable Double speedup,
        @Nullable Limit limit) {

    /// What is asked of a measurement.
    ///
    /// @param millis at most
    /// @param of     which figure is held against it: `median` or `p95`
    public record Limit(double millis, String of, boolean met) {}

    /// A measurement that nothing is compared with.
    ///
    /// @param millis one or more runs, in any order
    static Row of(String what, String route, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return of(what, route, quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99));
    }

    /// A measurement of which only the quantiles are known, compared with nothing.
    static Row of(String what, String route, double medianMs, double p95Ms, double p99Ms) {
        return new Row(what, route, medianMs, p95Ms, p99Ms, null, null, null, null, null);
    }

    /// The same beside what the machine cannot do faster.
    Row floor(double millis) {
        return new Row(what, route, medianMs, p95Ms, p99Ms, millis, medianMs / millis, peer, speedup, limit);
    }

    /// The same beside another way, which takes `millis`.
    Row peer(String other, double millis) {
        return new Row(what, route, medianMs, p95Ms, p99Ms, floorMs, ratio, other, millis / medianMs, limit);
    }

    /// The same, with a limit for the median.
    Row atMost(double millis) {
        return asked(new Limit(millis, "median", medianMs <= millis));
    }

    /// The same, with a limit for all but one in twenty.
    Row mostlyAtMost(double millis) {
        return asked(new Limit(millis, "p95", p95Ms <= millis));
    }

    private Row asked(Limit asked) {
        return new Row(what, route, medianMs, p95Ms, p99Ms, floorMs, ratio, peer, speedup, asked);
    }

    /// The smallest value that at least a share of all values does not exceed.
    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
