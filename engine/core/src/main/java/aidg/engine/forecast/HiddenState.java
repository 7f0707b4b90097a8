package aidg.engine.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private static final int PASSES = 2;

    /// @param own        matured deals of the merchant, oldest first
    /// @param neighbours matured deals of its area and category, oldest first, its own among them
    /// @param right      right terms of a merchant by its id
    /// @param soldOut    whether a deal sold all there was
    static HiddenState of(
            Target target,
            TargetFit fit,
            Basis basis,
            String merchantId,
            Backdrop today,
            List<Observation> own,
            List<Observation> neighbours,
            Function<String, RightTerms> right,
            Predicate<Observation> soldOut) {
        List<Observation> window = new ArrayList<>();
        last(own, target, OWN_KEPT, null, window);
        if (fit.kernel().groupVariance() > 0) {
            last(neighbours, target, NEIGHBOURS_KEPT, merchantId, window);
        }
        int n = window.size();
        double[][] z = new double[n][];
        int[] groups = new int[n];
        double[] residual = new double[n];
        double[] daysBack = new double[n];
        double[] counting = new double[n];
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> groupNumbers = new HashMap<>();
        groupNumbers.put(today.group(today.ownCategory()), 0);
        numbers.put(merchantId, 0);
        int[] merchants = new int[n];
        boolean[] sold = new boolean[n];
        for (int i = 0; i < n; i++) {
            Observation one = window.get(i);
            Basis.Row row = basis.of(one.situation(), right.apply(one.merchantId()));
            z[i] = row.ofMerchant();
            residual[i] = one.value(target) - fit.mean(row, one.situation());
            counting[i] = one.noise(target);
            sold[i] = target != Target.TRAFFIC && soldOut.test(one);
            daysBack[i] = Math.max(0, today.day() - one.situation().backdrop().day());
            merchants[i] = numbers.computeIfAbsent(one.merchantId(), ignored -> numbers.size());
            groups[i] = groupNumbers.computeIfAbsent(one.situation().group(), ignored -> groupNumbers.size());
        }
        lift(fit.kernel(), z, merchants, groups, daysBack, counting, residual, sold);
        return posterior(fit.kernel(), z, merchants, groups, daysBack, counting, residual);
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

    /// Replaces sold-out deals by what stands for them, in place.
    private static void lift(
            Kernel kernel,
            double[][] z,
            int[] merchants,
            int[] groups,
            double[] daysBack,
            double[] counting,
            double[] residual,
            boolean[] soldOut) {
        int n = z.length;
        double[] bound = residual.clone();
        double[] natural = counting.clone();
        double[] extra = new double[n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            extra[i] = soldOut[i] ? SoldOut.VAGUE : 0;
            any |= soldOut[i];
        }
        for (int pass = 0; pass < PASSES && any; pass++) {
            for (int i = 0; i < n; i++) {
                counting[i] = natural[i] + extra[i];
            }
            Cholesky root = Cholesky.of(kernel.covariance(z, merchants, groups, daysBack, counting), n);
            SoldOut.update(root, residual.clone(), bound, soldOut, residual, extra);
        }
        for (int i = 0; i < n; i++) {
            counting[i] = natural[i] + extra[i];
        }
    }

    /// Merchant and group number 0 are the ones asked for.
    private static HiddenState posterior(
            Kernel kernel,
            double[][] z,
            int[] merchants,
            int[] groups,
            double[] daysBack,
            double[] counting,
            double[] residual) {
        int n = z.length;
        int q = Basis.OF_MERCHANT;
        Cholesky root = Cholesky.of(kernel.covariance(z, merchants, groups, daysBack, counting), n);
        double[] state = Kernel.decays(daysBack, kernel.stateDays());
        double[] burst = Kernel.decays(daysBack, kernel.burstDays());
        double[] group = Kernel.decays(daysBack, kernel.groupDays());
        double[][] shared = new double[SIZE][n];
        for (int i = 0; i < n; i++) {
            if (merchants[i] == 0) {
                double[] own = kernel.times(z[i]);
                for (int k = 0; k < q; k++) {
                    shared[k][i] = own[k];
                }
                shared[STATE][i] = kernel.stateVariance() * state[i];
                shared[BURST][i] = kernel.burstVariance() * burst[i];
            }
            if (groups[i] == 0) {
                shared[GROUP][i] = kernel.groupVariance() * group[i];
            }
        }
        double[] white = root.forward(residual);
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
}
