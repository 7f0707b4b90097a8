package aidg.engine.forecast;

import aidg.engine.domain.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How to tell the right terms of a merchant from what was proposed and corrected, by normal shrinkage: the
/// right value scatters around the category's, proposals around the right value with a bias of the merchant's
/// and a scatter of their own, corrections around it with a smaller one. All variances are matched to moments.
///
/// @param usual     mean terms proposed in a category, the empty name standing for all
/// @param between   variance of the right value between merchants, per term
/// @param bias      variance of a merchant's proposals' bias
/// @param scatter   variance of proposals about their own mean
/// @param slip      variance of what a correction implies
/// @param strength  share of the way to the right value that a correction goes, 0.3..1
public record RightTermsFit(
        Map<String, double[]> usual,
        double[] between,
        double[] bias,
        double[] scatter,
        double[] slip,
        double[] strength) {

    private static final double[] SCALES = {0.1, 0.3, 0.5};
    private static final int KINDS = TermHistory.KINDS;
    private static final double FEW = 20;

    /// Owner of a history.
    record Entry(Category category, TermHistory terms) {}

    static RightTermsFit learn(Collection<Entry> entries) {
        Map<String, double[]> usual = usual(entries);
        double[] between = new double[KINDS];
        double[] bias = new double[KINDS];
        double[] scatter = new double[KINDS];
        double[] slip = new double[KINDS];
        double[] strength = new double[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            double prior = SCALES[kind] * SCALES[kind];
            strength[kind] = strength(entries, kind);
            Moments proposals = new Moments();
            Moments implied = new Moments();
            double apart = FEW * 0.3 * prior;
            double apartCount = FEW;
            for (Entry entry : entries) {
                TermHistory terms = entry.terms();
                if (terms.count() == 0) {
                    continue;
                }
                double centre = usualOf(usual, entry.category())[kind];
                proposals.add(terms.count(), terms.mean(kind) - centre, terms.spread(kind));
                double[] values = implied(terms, kind, strength[kind]);
                if (values.length > 0) {
                    double mean = mean(values);
                    implied.add(values.length, mean - centre, spread(values, mean));
                    double gap = mean - terms.mean(kind);
                    apart += gap * gap;
                    apartCount++;
                }
            }
            scatter[kind] = proposals.within(prior);
            slip[kind] = implied.within(0.1 * prior);
            double noise = slip[kind] / implied.usualCount() + scatter[kind] / proposals.usualCount();
            bias[kind] = Math.max(0.02 * prior, apart / apartCount - noise);
            between[kind] = Math.max(0.05 * prior, proposals.between(prior) - bias[kind]);
        }
        return new RightTermsFit(usual, between, bias, scatter, slip, strength);
    }

    private static Map<String, double[]> usual(Collection<Entry> entries) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Entry entry : entries) {
            for (String name : List.of("", entry.category().name())) {
                double[] sum = sums.computeIfAbsent(name, ignored -> new double[KINDS + 1]);
                for (int kind = 0; kind < KINDS; kind++) {
                    sum[kind] += entry.terms().count() * entry.terms().mean(kind);
                }
                sum[KINDS] += entry.terms().count();
            }
        }
        double[] all = sums.getOrDefault("", new double[KINDS + 1]);
        double[] overall = all[KINDS] == 0
                ? new double[] {0.3, 3, 2.5}
                : new double[] {all[0] / all[KINDS], all[1] / all[KINDS], all[2] / all[KINDS]};
        Map<String, double[]> usual = new LinkedHashMap<>();
        usual.put("", overall);
        sums.forEach((name, sum) -> {
            double[] mean = new double[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                mean[kind] = (sum[kind] + FEW / 4 * overall[kind]) / (sum[KINDS] + FEW / 4);
            }
            usual.put(name, mean);
        });
        return usual;
    }

    private static double[] usualOf(Map<String, double[]> usual, Category category) {
        double[] own = usual.get(category.name());
        return own != null ? own : usual.getOrDefault("", new double[KINDS]);
    }

    double[] usualOf(Category category) {
        return usualOf(usual, category);
    }

    /// One minus the slope of the corrected on the proposed value within merchants, as if 5 perfect corrections
    /// of usual size had been seen.
    private static double strength(Collection<Entry> entries, int kind) {
        double products = 0;
        double squares = 5 * SCALES[kind] * SCALES[kind];
        for (Entry entry : entries) {
            List<TermHistory.Correction> all = entry.terms().corrections(kind);
            double proposed = all.stream()
                    .mapToDouble(TermHistory.Correction::proposed)
                    .average()
                    .orElse(0);
            double corrected = all.stream()
                    .mapToDouble(TermHistory.Correction::corrected)
                    .average()
                    .orElse(0);
            for (TermHistory.Correction one : all) {
                products += (one.proposed() - proposed) * (one.corrected() - corrected);
                squares += (one.proposed() - proposed) * (one.proposed() - proposed);
            }
        }
        return Math.clamp(1 - products / squares, 0.3, 1);
    }

    private static double[] implied(TermHistory terms, int kind, double strength) {
        return terms.corrections(kind).stream()
                .mapToDouble(one -> one.proposed() + (one.corrected() - one.proposed()) / strength)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / Math.max(1, values.length);
    }

    private static double spread(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /// Posterior of the right terms, by precision weighting.
    RightTerms infer(Category category, TermHistory terms) {
        double[] centre = usualOf(category);
        double[] mean = new double[KINDS];
        double[] sd = new double[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            double precision = 1 / between[kind];
            double sum = centre[kind] * precision;
            if (terms.count() > 0) {
                double weight = 1 / (bias[kind] + scatter[kind] / terms.count());
                precision += weight;
                sum += weight * terms.mean(kind);
            }
            double[] values = implied(terms, kind, strength[kind]);
            double weight = values.length / slip[kind];
            precision += weight;
            sum += weight * mean(values);
            mean[kind] = sum / precision;
            sd[kind] = Math.sqrt(1 / precision);
        }
        return new RightTerms(mean, sd);
    }

    /// Pooled within and between variances.
    private static final class Moments {
        private double spread;
        private double degrees;
        private final List<Double> means = new ArrayList<>();
        private double counts;

        void add(int count, double mean, double ownSpread) {
            spread += ownSpread;
            degrees += count - 1;
            counts += count;
            means.add(mean);
        }

        double within(double prior) {
            return (spread + 5 * prior) / (degrees + 5);
        }

        double between(double prior) {
            double sum = 5 * prior;
            for (double mean : means) {
                sum += mean * mean;
            }
            return sum / (means.size() + 5);
        }

        double usualCount() {
            return means.isEmpty() ? 1 : counts / means.size();
        }
    }
}
