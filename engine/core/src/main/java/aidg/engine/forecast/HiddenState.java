package aidg.engine.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What the deals of a merchant and its neighbours tell of its own coefficients, its present state and that of
/// its area, for one target: the normal posterior. Immutable.
///
/// @param mean       own coefficients, then the lasting and the short state of the merchant, then that of its
///                   area and category
/// @param covariance of these, row by row
record HiddenState(double[] mean, double[] covariance) {

    static final int STATE = Basis.OF_MERCHANT;
    static final int BURST = Basis.OF_MERCHANT + 1;
    static final int GROUP = Basis.OF_MERCHANT + 2;
    static final int SIZE = Basis.OF_MERCHANT + 3;

    private static final int OWN_KEPT = 70;
    private static final int NEIGHBOURS_KEPT = 40;
    private static final int READINGS_KEPT = 20;

    /// @param own        matured deals of the merchant, oldest first
    /// @param neighbours matured deals of its area and category, oldest first, its own among them
    /// @param right      right terms of a merchant by its id
    /// @param readings   of notes on the merchant, oldest first
    /// @param soldOut    whether a deal sold all there was
    static HiddenState of(
            Target target,
            TargetFit fit,
            Basis basis,
            String merchantId,
            Backdrop today,
            List<Observation> own,
            List<Observation> neighbours,
            List<Reading> readings,
            Function<String, RightTerms> right,
            Predicate<Observation> soldOut) {
        List<Observation> window = new ArrayList<>();
        last(own, target, OWN_KEPT, null, window);
        if (fit.kernel().groupVariance() > 0) {
            last(neighbours, target, NEIGHBOURS_KEPT, merchantId, window);
        }
        List<Reading> read = target == Target.CONVERSION
                ? List.of()
                : readings.subList(Math.max(0, readings.size() - READINGS_KEPT), readings.size());
        Evidence evidence = Evidence.empty(window.size() + read.size());
        Map<String, Integer> numbers = new HashMap<>(Map.of(merchantId, 0));
        Map<String, Integer> groupNumbers = new HashMap<>(Map.of(today.group(today.ownCategory()), 0));
        for (int i = 0; i < window.size(); i++) {
            Observation one = window.get(i);
            Basis.Row row = basis.of(one.situation(), right.apply(one.merchantId()));
            evidence.points.z()[i] = row.ofMerchant();
            evidence.residual[i] = one.value(target) - fit.mean(row, one.situation());
            evidence.counting[i] = one.noise(target);
            evidence.soldOut[i] = target != Target.TRAFFIC && soldOut.test(one);
            evidence.points.daysBack()[i] =
                    Math.max(0, today.day() - one.situation().backdrop().day());
            evidence.points.merchants()[i] = numbers.computeIfAbsent(one.merchantId(), ignored -> numbers.size());
            evidence.points.groups()[i] =
                    groupNumbers.computeIfAbsent(one.situation().group(), ignored -> groupNumbers.size());
        }
        for (int i = 0; i < read.size(); i++) {
            evidence.put(
                    window.size() + i, read.get(i), 0, today.day() - read.get(i).day());
        }
        evidence.lift(fit.kernel());
        return posterior(fit.kernel(), evidence);
    }

    private static void last(
            List<Observation> all, Target target, int most, @Nullable String except, List<Observation> window) {
        int added = 0;
        for (int i = all.size() - 1; i >= 0 && added < most; i--) {
            Observation one = all.get(i);
            if (Double.isFinite(one.value(target)) && !one.merchantId().equals(except)) {
                window.add(one);
                added++;
            }
        }
    }

    /// Merchant and group number 0 are the ones asked for.
    private static HiddenState posterior(Kernel kernel, Evidence evidence) {
        Points points = evidence.points;
        int n = points.size();
        int q = Basis.OF_MERCHANT;
        Cholesky root = Cholesky.of(kernel.covariance(points, evidence.counting), n);
        double[] state = Kernel.decays(points.daysBack(), kernel.stateDays());
        double[] burst = Kernel.decays(points.daysBack(), kernel.burstDays());
        double[] group = Kernel.decays(points.daysBack(), kernel.groupDays());
        double[][] shared = new double[SIZE][n];
        for (int i = 0; i < n; i++) {
            boolean read = points.isReading(i);
            if (points.merchants()[i] == 0) {
                double[] own = kernel.times(points.z()[i]);
                for (int k = 0; k < q; k++) {
                    shared[k][i] = own[k];
                }
                shared[STATE][i] = kernel.stateVariance() * kernel.weight(read) * state[i];
                shared[BURST][i] = read ? 0 : kernel.burstVariance() * burst[i];
            }
            if (points.groups()[i] == 0) {
                shared[GROUP][i] = kernel.groupVariance() * group[i];
            }
        }
        double[] white = root.forward(evidence.residual);
        double[] mean = new double[SIZE];
        for (int k = 0; k < SIZE; k++) {
            root.forward(shared[k]);
            mean[k] = Cholesky.dot(shared[k], white);
        }
        double[] covariance = prior(kernel);
        for (int k = 0; k < SIZE; k++) {
            for (int j = 0; j < SIZE; j++) {
                covariance[k * SIZE + j] -= Cholesky.dot(shared[k], shared[j]);
            }
        }
        return new HiddenState(mean, covariance);
    }

    /// One's coefficients, another's state and a third's area. What is known of one says nothing of another.
    static HiddenState mixed(HiddenState nature, HiddenState state, HiddenState area) {
        double[] mean = new double[SIZE];
        double[] covariance = new double[SIZE * SIZE];
        for (int i = 0; i < SIZE; i++) {
            HiddenState source = i < STATE ? nature : i < GROUP ? state : area;
            mean[i] = source.mean[i];
            for (int j = 0; j < SIZE; j++) {
                HiddenState across = j < STATE ? nature : j < GROUP ? state : area;
                covariance[i * SIZE + j] = source == across ? source.covariance[i * SIZE + j] : 0;
            }
        }
        return new HiddenState(mean, covariance);
    }

    /// Drawn from the posterior.
    HiddenState drawn(RandomGenerator random) {
        double[] chance = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            chance[i] = random.nextGaussian();
        }
        double[] values = Cholesky.of(covariance.clone(), SIZE).times(chance);
        for (int i = 0; i < SIZE; i++) {
            values[i] += mean[i];
        }
        return new HiddenState(values, covariance);
    }

    private static double[] prior(Kernel kernel) {
        double[] prior = new double[SIZE * SIZE];
        int q = Basis.OF_MERCHANT;
        for (int i = 0; i < q; i++) {
            System.arraycopy(kernel.coefficients(), i * q, prior, i * SIZE, q);
        }
        prior[STATE * SIZE + STATE] = kernel.stateVariance();
        prior[BURST * SIZE + BURST] = kernel.burstVariance();
        prior[GROUP * SIZE + GROUP] = kernel.groupVariance();
        return prior;
    }

    /// Present ups and downs of the merchant, lasting and short.
    double state() {
        return mean[STATE] + mean[BURST];
    }

    double nature(double[] z) {
        return Cholesky.dot(mean, z);
    }

    /// Variance of the surprise of a deal, without its noise.
    ///
    /// @param ownGroup whether it is sold in the category whose group state this is
    double variance(double[] z, boolean ownGroup, Kernel kernel) {
        double[] h = new double[SIZE];
        System.arraycopy(z, 0, h, 0, z.length);
        h[STATE] = 1;
        h[BURST] = 1;
        h[GROUP] = ownGroup ? 1 : 0;
        double sum = ownGroup ? 0 : kernel.groupVariance();
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                sum += h[i] * covariance[i * SIZE + j] * h[j];
            }
        }
        return Math.max(0, sum);
    }

    /// `variance` as a parabola in one of the numbers of `z`, whatever stands there: constant, slope,
    /// curvature. Not cut at 0.
    double[] varianceAlong(int number, double[] z, boolean ownGroup, Kernel kernel) {
        double[] h = new double[SIZE];
        System.arraycopy(z, 0, h, 0, z.length);
        h[number] = 0;
        h[STATE] = 1;
        h[BURST] = 1;
        h[GROUP] = ownGroup ? 1 : 0;
        double constant = ownGroup ? 0 : kernel.groupVariance();
        double slope = 0;
        for (int i = 0; i < SIZE; i++) {
            slope += h[i] * (covariance[i * SIZE + number] + covariance[number * SIZE + i]);
            for (int j = 0; j < SIZE; j++) {
                constant += h[i] * covariance[i * SIZE + j] * h[j];
            }
        }
        return new double[] {constant, slope, covariance[number * SIZE + number]};
    }
}
