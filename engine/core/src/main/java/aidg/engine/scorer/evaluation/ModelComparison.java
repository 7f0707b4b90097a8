package aidg.engine.scorer.evaluation;

import aidg.engine.domain.Interval;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Calibration.Line;
import aidg.engine.scorer.Examples;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.ScorerFit;
import aidg.engine.scorer.TokenLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a scorer beside what a user would pick instead, on the same facts and the same split: LightGBM (also
/// with what the sales forecast infers, to tell the network's part from the forecast's), logistic regression,
/// the merchant's past success rate and, where the truth is known, the limit that no model can pass. The rivals
/// are stopped and calibrated on the tuning deals, as the scorer is.
///
/// @param models        by name: `scorer`, `boosting`, `boostingWithForecast`, `logistic`, `pastSuccessRate`,
///                      `bayesLimit`; the last is null where the true probabilities are not known
/// @param scoreCoverage share of true probabilities inside the score's 90 % interval; null where they are not known
public record ModelComparison(
        Map<String, @Nullable Metrics> models, @Nullable Double scoreCoverage) {

    /// Measures the scorer and its rivals on the same deals.
    ///
    /// @param outputs of the scorer for the test deals, in their order
    /// @param truth   true probability of success by deal id, empty where unknown
    public static ModelComparison of(
            List<Scorer.Output> outputs,
            Calibration calibration,
            ScorerFit data,
            Examples test,
            Map<String, Double> truth,
            long seed) {
        double[] labels = test.labels();
        double[] scores = outputs.stream()
                .mapToDouble(o -> calibration.success().probability(o.adjusted()))
                .toArray();
        Map<String, @Nullable Metrics> models = new LinkedHashMap<>();
        models.put("scorer", Metrics.of(scores, labels, coverage(outputs, test, calibration)));
        Columns facts = Columns.of(data.layout().schema(), token -> !FeatureFit.isInferred(token));
        Columns all = Columns.of(data.layout().schema(), token -> true);
        models.put("boosting", Metrics.of(boosting(data, test, facts, seed), labels, null));
        models.put("boostingWithForecast", Metrics.of(boosting(data, test, all, seed), labels, null));
        models.put("logistic", Metrics.of(logistic(data, test, facts), labels, null));
        models.put("pastSuccessRate", Metrics.of(pastSuccessRate(test, data.layout()), labels, null));
        boolean known = test.deals().stream().allMatch(deal -> truth.containsKey(deal.id()));
        models.put("bayesLimit", known ? Metrics.of(truths(test, truth), labels, null) : null);
        return new ModelComparison(
                models, known ? scoreCoverage(outputs, test, calibration, data.layout(), truth) : null);
    }

    private static double[] truths(Examples test, Map<String, Double> truth) {
        return test.deals().stream()
                .mapToDouble(deal -> truth.getOrDefault(deal.id(), 0.5))
                .toArray();
    }

    private static @Nullable Double coverage(List<Scorer.Output> outputs, Examples test, Calibration calibration) {
        int measured = 0;
        int inside = 0;
        for (int i = 0; i < outputs.size(); i++) {
            double ratio = test.ratio().get(i);
            if (!Double.isNaN(ratio)) {
                double reach = calibration.ratioWidth() * outputs.get(i).deviation();
                measured++;
                inside += Math.abs(ratio - outputs.get(i).ratio()) <= reach ? 1 : 0;
            }
        }
        return measured == 0 ? null : (double) inside / measured;
    }

    private static double scoreCoverage(
            List<Scorer.Output> outputs,
            Examples test,
            Calibration calibration,
            TokenLayout layout,
            Map<String, Double> truth) {
        int inside = 0;
        for (int i = 0; i < outputs.size(); i++) {
            double doubt = ScorerFit.doubt(layout, test.rows().get(i));
            Interval interval = calibration.interval(outputs.get(i).adjusted(), doubt);
            double p = truth.getOrDefault(test.deals().get(i).id(), 0.5);
            inside += interval.low() <= p && p <= interval.high() ? 1 : 0;
        }
        return (double) inside / outputs.size();
    }

    /// Columns of a feature row.
    private record Columns(FeatureSchema schema, int[] positions) {

        static Columns of(FeatureSchema schema, Predicate<String> tokens) {
            List<String> names = schema.names();
            return new Columns(
                    new FeatureSchema(schema.tokens().stream()
                            .filter(token -> tokens.test(token.name()))
                            .toList()),
                    IntStream.range(0, names.size())
                            .filter(i -> tokens.test(
                                    names.get(i).substring(0, names.get(i).indexOf('.'))))
                            .toArray());
        }

        TokenLayout of(TokenLayout layout) {
            return new TokenLayout(
                    schema,
                    Arrays.stream(positions).mapToObj(layout.means()::get).toList(),
                    Arrays.stream(positions).mapToObj(layout.deviations()::get).toList());
        }

        List<float[]> of(List<float[]> rows) {
            return rows.stream()
                    .map(row -> {
                        float[] some = new float[positions.length];
                        for (int i = 0; i < some.length; i++) {
                            some[i] = row[positions[i]];
                        }
                        return some;
                    })
                    .toList();
        }
    }

    private static double[] boosting(ScorerFit data, Examples test, Columns columns, long seed) {
        List<double[]> logits = BoostedTrees.logits(
                columns.of(data.train().rows()),
                data.train().labels(),
                columns.of(data.stop().rows()),
                data.stop().labels(),
                columns.of(join(data.calibrate().rows(), test.rows())),
                seed);
        double[] both = logits.getLast();
        int cut = data.calibrate().size();
        Line line = Calibration.platt(Arrays.copyOf(both, cut), data.calibrate().labels());
        double[] scores = new double[test.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = line.probability(both[cut + i]);
        }
        return scores;
    }

    private static List<float[]> join(List<float[]> a, List<float[]> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static double[] logistic(ScorerFit data, Examples test, Columns columns) {
        TokenLayout layout = columns.of(data.layout());
        LogisticRegression model = LogisticRegression.fit(
                inputs(data.train(), columns, layout), data.train().labels());
        double[] logits = new double[data.calibrate().size()];
        float[][] calibrate = inputs(data.calibrate(), columns, layout);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = model.logit(calibrate[i]);
        }
        Line line = Calibration.platt(logits, data.calibrate().labels());
        float[][] inputs = inputs(test, columns, layout);
        double[] scores = new double[inputs.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = line.probability(model.logit(inputs[i]));
        }
        return scores;
    }

    private static float[][] inputs(Examples examples, Columns columns, TokenLayout layout) {
        return columns.of(examples.rows()).stream().map(layout::values).toArray(float[][]::new);
    }

    private static double[] pastSuccessRate(Examples test, TokenLayout layout) {
        int column = layout.schema().names().indexOf("track_record.success");
        return test.rows().stream().mapToDouble(row -> row[column]).toArray();
    }
}
