package aidg.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What a merchant's deals tell afterwards, from both sides of a day, of its ups and downs: the smoothed posterior
/// of a fit that read no notes.
final class Hindsight {

    private static final int NEIGHBOURS = 100;

    private final List<Observation> deals;
    private final Kernel kernel;
    private final double[] weights;
    private final double[] surprises;
    private final double[] levels;

    private Hindsight(List<Observation> deals, Kernel kernel, double[] weights, double[] surprises, double[] levels) {
        this.deals = deals;
        this.kernel = kernel;
        this.weights = weights;
        this.surprises = surprises;
        this.levels = levels;
    }

    /// @param deals      matured deals of one merchant, oldest first
    /// @param neighbours matured deals of its area and category, its own among them
    /// @param right      right terms of a merchant by its id
    static Hindsight of(
            Target target,
            SalesForecastFit fit,
            List<Observation> deals,
            List<Observation> neighbours,
            Function<String, RightTerms> right) {
        TargetFit learned = fit.target(target);
        Kernel kernel = learned.kernel();
        List<Observation> usable = new ArrayList<>(
                deals.stream().filter(one -> Double.isFinite(one.value(target))).toList());
        int own = usable.size();
        List<Observation> others = neighbours.stream()
                .filter(one ->
                        own > 0 && !one.merchantId().equals(usable.getFirst().merchantId()))
                .filter(one -> Double.isFinite(one.value(target)))
                .toList();
        for (int i = 0; i < Math.min(NEIGHBOURS, others.size()); i++) {
            usable.add(others.get(i * others.size() / Math.min(NEIGHBOURS, others.size())));
        }
        int[] merchants =
                Block.numbered(usable.stream().map(Observation::merchantId).toList());
        int[] groups = Block.numbered(
                usable.stream().map(one -> one.situation().group()).toList());
        Evidence evidence = Evidence.empty(usable.size());
        long last = usable.stream().mapToLong(Hindsight::day).max().orElse(0);
        for (int i = 0; i < usable.size(); i++) {
            Observation one = usable.get(i);
            Basis.Row row = fit.basis().of(one.situation(), right.apply(one.merchantId()));
            evidence.points.z()[i] = row.ofMerchant();
            evidence.points.merchants()[i] = merchants[i];
            evidence.points.groups()[i] = groups[i];
            evidence.points.daysBack()[i] = last - day(one);
            evidence.residual[i] = one.value(target) - learned.mean(row, one.situation());
            evidence.counting[i] = one.noise(target);
        }
        int n = usable.size();
        Cholesky root = Cholesky.of(kernel.covariance(evidence.points, evidence.counting), n);
        double[] weights = root.backward(root.forward(evidence.residual.clone()));
        double[] slow = kernel.withoutBursts().covariance(evidence.points, new double[n]);
        double[] surprises = evidence.residual.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                surprises[i] -= slow[Math.max(i, j) * n + Math.min(i, j)] * weights[j];
            }
        }
        double[] levels = Arrays.stream(evidence.points.z())
                .mapToDouble(z -> kernel.times(z)[0])
                .toArray();
        return new Hindsight(usable.subList(0, own), kernel, weights, surprises, levels);
    }

    private static long day(Observation one) {
        return one.situation().backdrop().day();
    }

    List<Observation> deals() {
        return deals;
    }

    /// What is left of a deal once nature, lasting state and that of its area are taken out, logarithmic.
    double surprise(int deal) {
        return surprises[deal];
    }

    /// How well the merchant does on a day, logarithmic: its level and its lasting state, which a few years cannot
    /// tell apart.
    double level(long day) {
        double sum = 0;
        for (int i = 0; i < deals.size(); i++) {
            double days = Math.abs(day - day(deals.get(i)));
            sum += weights[i] * (levels[i] + kernel.stateVariance() * Math.exp(-days / kernel.stateDays()));
        }
        return sum;
    }
}
