package aidg.engine.forecast;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What sales bring: `gp30 / baseline = ordinary + (kept (1 - discount) - cost) turnover + noise`, where
/// turnover is redemptions at list price over the baseline, and the cost share of a merchant scatters around its
/// category's.
///
/// @param ordinary ordinary profit that goes on beside a deal, as a share of the baseline
/// @param kept     share of the price that is not commission
/// @param cost     cost share per category, the empty name standing for all
/// @param between  variance of the cost share between merchants of a category
/// @param noise    variance of the ratio given its sales
public record MarginFit(double ordinary, double kept, Map<String, Double> cost, double between, double noise) {

    private static final int ROUNDS = 30;
    private static final double[] PRIOR = {0.5, 1, -0.4};
    private static final double PRIOR_PRECISION = 4;

    /// A merchant's cost share.
    record Cost(double mean, double variance) {}

    /// Sums of one merchant's regressors (1, price share sold, sold), of the ratio, and of their products.
    private record Sums(String category, double[] products, double[] right, double ratios, int count) {

        static Sums of(String category, List<Observation> own) {
            double[] products = new double[9];
            double[] right = new double[3];
            double ratios = 0;
            for (Observation one : own) {
                double sold = one.turnover();
                double[] x = {1, (1 - one.situation().offer().discount()) * sold, sold};
                for (int i = 0; i < 3; i++) {
                    right[i] += x[i] * one.ratio();
                    for (int j = 0; j < 3; j++) {
                        products[i * 3 + j] += x[i] * x[j];
                    }
                }
                ratios += one.ratio() * one.ratio();
            }
            return new Sums(category, products, right, ratios, own.size());
        }

        /// Sum of what the ratio falls short without any cost, times the turnover.
        double missing(double ordinary, double kept) {
            return ordinary * products[2] + kept * products[5] - right[2];
        }

        double squares() {
            return products[8];
        }

        /// Sum of squared differences between the ratio and what these values say.
        double errors(double ordinary, double kept, double cost) {
            double[] w = {ordinary, kept, -cost};
            double sum = ratios;
            for (int i = 0; i < 3; i++) {
                sum -= 2 * w[i] * right[i];
                for (int j = 0; j < 3; j++) {
                    sum += w[i] * w[j] * products[i * 3 + j];
                }
            }
            return Math.max(0, sum);
        }
    }

    static MarginFit learn(Collection<List<Observation>> byMerchant) {
        List<Sums> all = byMerchant.stream()
                .map(own -> own.stream().filter(MarginFit::usable).toList())
                .filter(own -> !own.isEmpty())
                .map(own -> Sums.of(
                        own.getFirst().situation().backdrop().ownCategory().name(), own))
                .toList();
        MarginFit fit = new MarginFit(0.5, 1, Map.of("", 0.4), 0.01, 0.1);
        for (int round = 0; round < ROUNDS && !all.isEmpty(); round++) {
            fit = fit.improved(all);
        }
        return fit;
    }

    private static boolean usable(Observation one) {
        return Double.isFinite(one.ratio()) && Double.isFinite(one.turnover());
    }

    /// One round: what is common to all with merchants' costs integrated out (Sherman-Morrison), then costs,
    /// then variances.
    private MarginFit improved(List<Sums> all) {
        double[] normal = new double[9];
        double[] right = new double[3];
        for (int i = 0; i < 3; i++) {
            normal[i * 3 + i] = PRIOR_PRECISION * noise;
            right[i] = PRIOR_PRECISION * noise * PRIOR[i];
        }
        for (Sums sums : all) {
            double squares = sums.squares() + noise / between;
            for (int i = 0; i < 3; i++) {
                right[i] += sums.right()[i] - sums.products()[i * 3 + 2] * sums.right()[2] / squares;
                for (int j = 0; j < 3; j++) {
                    normal[i * 3 + j] += sums.products()[i * 3 + j]
                            - sums.products()[i * 3 + 2] * sums.products()[j * 3 + 2] / squares;
                }
            }
        }
        Cholesky root = Cholesky.of(normal, 3);
        double[] solved = root.backward(root.forward(right));
        Map<String, Double> costs = costs(all, solved);
        double spread = 0.01;
        double squares = 0.5;
        for (Sums sums : all) {
            double centre = costs.getOrDefault(sums.category(), -solved[2]);
            double precision = sums.squares() + noise / between;
            double own = (sums.missing(solved[0], solved[1]) + centre * noise / between) / precision;
            double variance = noise / precision;
            spread += (own - centre) * (own - centre) + variance;
            squares += sums.errors(solved[0], solved[1], own) + variance * sums.squares();
        }
        int count = all.stream().mapToInt(Sums::count).sum();
        return new MarginFit(
                solved[0], solved[1], costs, Math.max(1e-5, spread / (all.size() + 1)), squares / (count + 5));
    }

    private Map<String, Double> costs(List<Sums> all, double[] solved) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Sums one : all) {
            double weight = one.squares() / (one.squares() + noise / between);
            double[] sum = sums.computeIfAbsent(one.category(), ignored -> new double[2]);
            sum[0] += weight * one.missing(solved[0], solved[1]) / Math.max(1e-9, one.squares());
            sum[1] += weight;
        }
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put("", -solved[2]);
        sums.forEach((name, sum) -> costs.put(name, (sum[0] - solved[2]) / (sum[1] + 1)));
        return costs;
    }

    private double costOf(Observation one) {
        return costOf(one.situation().backdrop().ownCategory().name());
    }

    private double costOf(String category) {
        Double own = cost.get(category);
        return own != null ? own : cost.getOrDefault("", 0.4);
    }

    /// What the ratio fell short of the category's margin.
    private double left(Observation one) {
        return ordinary
                + (kept * (1 - one.situation().offer().discount()) - costOf(one)) * one.turnover()
                - one.ratio();
    }

    /// Posterior of a merchant's cost share given its matured deals.
    Cost infer(String category, List<Observation> own) {
        double products = 0;
        double squares = noise / between;
        for (Observation one : own) {
            if (usable(one)) {
                products += left(one) * one.turnover();
                squares += one.turnover() * one.turnover();
            }
        }
        return new Cost(costOf(category) + products / squares, noise / squares);
    }
}
