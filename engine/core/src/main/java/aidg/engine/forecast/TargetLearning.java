package aidg.engine.forecast;

import aidg.engine.domain.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Learns a target from matured deals by empirical Bayes: generalised least squares for the coefficients of the
/// marketplace, with those of categories and cities shrunk by variances found by expectation-maximisation
/// (Henderson's mixed-model equations; Laird and Ware 1982), the covariance of merchants' own coefficients by
/// expectation-maximisation, and the kernel's other values by coordinate search of the likelihood.
final class TargetLearning {

    private static final int BLOCK = 140;
    private static final int MOST_OF_A_MERCHANT = 60;
    private static final int READINGS_OF_A_MERCHANT = 20;
    private static final int SEARCHED = 5000;
    private static final double[] STEPS = {2.5, 2.0, 1.6, 1.35, 1.2};
    private static final double POOLED_VARIANCE = 0.25;
    private static final double CURVE_VARIANCE = 0.01;
    private static final double LEVEL_VARIANCE = 400;

    private final Target target;
    private final Basis basis;
    private final Function<String, RightTerms> right;
    private final Function<String, List<Reading>> readings;
    private final Predicate<Observation> soldOut;
    private final List<String> categories;
    private final List<String> cities;
    private final List<Block> blocks = new ArrayList<>();
    private final int width;
    private final double[] kinds = new double[Basis.OF_CATEGORY + 1];
    private double[] coefficients;
    private int deals;

    /// @param byMerchant matured deals, oldest first, in lists that each belong to one merchant; merchants of an
    ///                   area next to each other
    /// @param right      right terms of a merchant by its id
    /// @param readings   of notes on a merchant by its id, oldest first
    TargetLearning(
            Target target,
            Basis basis,
            List<List<Observation>> byMerchant,
            Function<String, RightTerms> right,
            Function<String, List<Reading>> readings,
            Predicate<Observation> soldOut) {
        this.target = target;
        this.readings = readings;
        this.basis = basis;
        this.right = right;
        this.soldOut = soldOut;
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> places = new TreeSet<>();
        for (List<Observation> own : byMerchant) {
            for (Observation one : own) {
                names.add(one.situation().offer().category().name());
                names.add(one.situation().backdrop().ownCategory().name());
                places.add(one.situation().backdrop().cityId());
            }
        }
        categories = names.stream().limit(60).toList();
        cities = places.stream().limit(200).toList();
        width = Basis.FIXED + categories.size() * Basis.OF_CATEGORY + cities.size();
        coefficients = new double[width];
        fillBlocks(byMerchant);
        Arrays.fill(kinds, 0.05);
    }

    private void fillBlocks(List<List<Observation>> byMerchant) {
        List<Observation> pending = new ArrayList<>();
        String area = "";
        for (List<Observation> own : byMerchant) {
            List<Observation> usable = own.stream()
                    .filter(one -> Double.isFinite(one.value(target)))
                    .toList();
            if (usable.isEmpty()) {
                continue;
            }
            List<Observation> kept = usable.subList(Math.max(0, usable.size() - MOST_OF_A_MERCHANT), usable.size());
            Backdrop backdrop = kept.getFirst().situation().backdrop();
            String here = backdrop.group(backdrop.ownCategory());
            if (!pending.isEmpty() && (!here.equals(area) || pending.size() + kept.size() > BLOCK)) {
                blocks.add(block(pending));
                pending.clear();
            }
            area = here;
            pending.addAll(kept);
        }
        if (!pending.isEmpty()) {
            blocks.add(block(pending));
        }
    }

    private Block block(List<Observation> all) {
        int deals = all.size();
        this.deals += deals;
        List<String> names =
                all.stream().map(Observation::merchantId).distinct().toList();
        long last = LongStream.concat(
                        all.stream().mapToLong(one -> one.situation().backdrop().day()),
                        names.stream().flatMap(id -> readingsOf(id).stream()).mapToLong(Reading::day))
                .max()
                .orElse(0);
        int[] groups =
                Block.numbered(all.stream().map(one -> one.situation().group()).toList());
        Evidence evidence = Evidence.empty(
                deals + names.stream().mapToInt(id -> readingsOf(id).size()).sum());
        int n = evidence.residual.length;
        double[][] wide = new double[n][width];
        boolean[] active = new boolean[width];
        for (int i = 0; i < deals; i++) {
            Observation one = all.get(i);
            Basis.Row row = basis.of(one.situation(), right.apply(one.merchantId()));
            evidence.points.z()[i] = row.ofMerchant();
            evidence.points.merchants()[i] = names.indexOf(one.merchantId());
            evidence.points.groups()[i] = groups[i];
            evidence.points.daysBack()[i] = last - one.situation().backdrop().day();
            evidence.residual[i] = one.value(target);
            evidence.counting[i] = one.noise(target);
            evidence.soldOut[i] = target != Target.TRAFFIC && soldOut.test(one);
            wide[i] = spread(row, one.situation());
            for (int k = 0; k < width; k++) {
                active[k] |= wide[i][k] != 0;
            }
        }
        int at = deals;
        for (int merchant = 0; merchant < names.size(); merchant++) {
            for (Reading reading : readingsOf(names.get(merchant))) {
                evidence.put(at++, reading, merchant, last - reading.day());
            }
        }
        int[] columns = IntStream.range(0, width).filter(k -> active[k]).toArray();
        double[][] x = new double[n][columns.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < columns.length; k++) {
                x[i][k] = wide[i][columns[k]];
            }
        }
        double[] extra = new double[n];
        for (int i = 0; i < n; i++) {
            extra[i] = evidence.soldOut[i] ? 1 : 0;
        }
        return new Block(evidence, evidence.residual.clone(), extra, columns, x, names.size());
    }

    private List<Reading> readingsOf(String merchantId) {
        List<Reading> all = target == Target.CONVERSION ? List.of() : readings.apply(merchantId);
        return all.subList(Math.max(0, all.size() - READINGS_OF_A_MERCHANT), all.size());
    }

    private double[] spread(Basis.Row row, Situation situation) {
        double[] wide = Arrays.copyOf(row.pooled(), width);
        put(row.ofCategory(), 0, Basis.OF_OFFER, situation.offer().category(), wide);
        put(
                row.ofCategory(),
                Basis.OF_OFFER,
                Basis.OF_CATEGORY,
                situation.backdrop().ownCategory(),
                wide);
        int city = cities.indexOf(situation.backdrop().cityId());
        if (city >= 0) {
            wide[Basis.FIXED + categories.size() * Basis.OF_CATEGORY + city] = 1;
        }
        return wide;
    }

    private void put(double[] values, int from, int to, Category category, double[] wide) {
        int at = categories.indexOf(category.name());
        if (at >= 0) {
            System.arraycopy(values, from, wide, Basis.FIXED + at * Basis.OF_CATEGORY + from, to - from);
        }
    }

    TargetFit learn(boolean state, boolean group) {
        Kernel kernel = Kernel.start(variance()).without(!state, !group);
        if (deals == 0) {
            return fit(kernel);
        }
        solve(kernel, 3);
        for (double step : STEPS) {
            for (Block block : blocks) {
                block.update(kernel, coefficients);
            }
            for (int i = 0; i < 3; i++) {
                kernel = kernel.withCoefficients(coefficients(kernel));
            }
            kernel = search(kernel, step);
            solve(kernel, 2);
        }
        return fit(kernel);
    }

    private double variance() {
        double sum = 0;
        double squares = 0;
        for (Block block : blocks) {
            for (int i = 0; i < block.y().length; i++) {
                double y = block.points().isReading(i) ? 0 : block.y()[i];
                sum += y;
                squares += y * y;
            }
        }
        double mean = sum / Math.max(1, deals);
        return Math.max(0.05, squares / Math.max(1, deals) - mean * mean);
    }

    /// Solves for the coefficients of the marketplace and sets the variances of categories and cities anew.
    private void solve(Kernel kernel, int rounds) {
        double[] normal = new double[width * width];
        double[] products = new double[width];
        for (Block block : blocks) {
            accumulate(block, block.root(kernel), normal, products);
        }
        for (int round = 0; round < rounds; round++) {
            double[] penalised = normal.clone();
            for (int k = 0; k < width; k++) {
                penalised[k * width + k] += 1 / priorVariance(k);
            }
            Cholesky root = Cholesky.of(penalised, width);
            coefficients = root.backward(root.forward(products.clone()));
            double[] covariance = root.inverse();
            double[] squares = new double[kinds.length];
            int[] counts = new int[kinds.length];
            for (int k = Basis.FIXED; k < width; k++) {
                squares[kind(k)] += coefficients[k] * coefficients[k] + covariance[k * width + k];
                counts[kind(k)]++;
            }
            for (int kind = 0; kind < kinds.length; kind++) {
                kinds[kind] = Math.clamp((squares[kind] + 0.01) / (counts[kind] + 1), 1e-5, 4);
            }
        }
    }

    private int kind(int column) {
        int beyond = column - Basis.FIXED;
        return beyond < categories.size() * Basis.OF_CATEGORY ? beyond % Basis.OF_CATEGORY : Basis.OF_CATEGORY;
    }

    private double priorVariance(int column) {
        if (column < Basis.FIXED) {
            if (column == 0) {
                return LEVEL_VARIANCE;
            }
            return Basis.isCurve(column) ? CURVE_VARIANCE : POOLED_VARIANCE;
        }
        return kinds[kind(column)];
    }

    private static void accumulate(Block block, Cholesky root, double[] normal, double[] products) {
        int n = block.y().length;
        int width = products.length;
        int[] columns = block.columns();
        double[] y = root.forward(block.y().clone());
        double[][] whitened = new double[columns.length][];
        for (int k = 0; k < columns.length; k++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = block.x()[i][k];
            }
            whitened[k] = root.forward(column);
            products[columns[k]] += Cholesky.dot(whitened[k], y);
            for (int j = 0; j <= k; j++) {
                double product = Cholesky.dot(whitened[k], whitened[j]);
                normal[columns[k] * width + columns[j]] += product;
                if (j != k) {
                    normal[columns[j] * width + columns[k]] += product;
                }
            }
        }
    }

    /// One step of expectation-maximisation for the covariance of the merchants' own coefficients.
    private double[] coefficients(Kernel kernel) {
        int q = Basis.OF_MERCHANT;
        double[] sum = new double[q * q];
        int merchants = 0;
        for (int i = 0; i < q; i++) {
            sum[i * q + i] = 1e-3;
        }
        for (Block block : searched()) {
            Cholesky root = block.root(kernel);
            double[] weights = root.backward(root.forward(block.residual(coefficients)));
            merchants += block.size();
            for (int m = 0; m < block.size(); m++) {
                addMerchant(block, root, weights, m, kernel, sum);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= merchants + 1;
        }
        return sum;
    }

    private static void addMerchant(
            Block block, Cholesky root, double[] weights, int merchant, Kernel kernel, double[] sum) {
        int q = Basis.OF_MERCHANT;
        int n = block.y().length;
        double[][] whitened = new double[q][n];
        double[] mean = new double[q];
        for (int i = 0; i < n; i++) {
            if (block.points().merchants()[i] == merchant) {
                double[] own = kernel.times(block.points().z()[i]);
                for (int k = 0; k < q; k++) {
                    whitened[k][i] = own[k];
                    mean[k] += own[k] * weights[i];
                }
            }
        }
        for (double[] column : whitened) {
            root.forward(column);
        }
        for (int k = 0; k < q; k++) {
            for (int j = 0; j < q; j++) {
                sum[k * q + j] +=
                        mean[k] * mean[j] + kernel.coefficients()[k * q + j] - Cholesky.dot(whitened[k], whitened[j]);
            }
        }
    }

    /// Enough blocks to search on, spread over the marketplace.
    private List<Block> searched() {
        int stride = Math.max(1, deals / SEARCHED);
        List<Block> some = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i += stride) {
            some.add(blocks.get(i));
        }
        return some;
    }

    private Kernel search(Kernel start, double step) {
        List<Block> some = searched();
        List<double[]> residuals =
                some.stream().map(block -> block.residual(coefficients)).toList();
        Kernel best = start;
        double bestScore = logLikelihood(some, residuals, best);
        for (int which = 0; which < Kernel.TUNABLE; which++) {
            for (double factor : new double[] {step, 1 / step}) {
                Kernel tried = best.scaled(which, factor);
                double score = logLikelihood(some, residuals, tried);
                if (score > bestScore) {
                    best = tried;
                    bestScore = score;
                    break;
                }
            }
        }
        return best;
    }

    private static double logLikelihood(List<Block> blocks, List<double[]> residuals, Kernel kernel) {
        double sum = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Cholesky root = blocks.get(i).root(kernel);
            double[] white = root.forward(residuals.get(i).clone());
            sum -= 0.5 * Cholesky.dot(white, white) + root.halfLogDeterminant();
        }
        return sum;
    }

    private TargetFit fit(Kernel kernel) {
        Map<String, double[]> ofCategories = new LinkedHashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            int from = Basis.FIXED + i * Basis.OF_CATEGORY;
            ofCategories.put(categories.get(i), Arrays.copyOfRange(coefficients, from, from + Basis.OF_CATEGORY));
        }
        Map<String, Double> ofCities = new LinkedHashMap<>();
        int from = Basis.FIXED + categories.size() * Basis.OF_CATEGORY;
        for (int i = 0; i < cities.size(); i++) {
            ofCities.put(cities.get(i), coefficients[from + i]);
        }
        return new TargetFit(Arrays.copyOf(coefficients, Basis.FIXED), ofCategories, ofCities, kernel, deals);
    }
}
