package aidg.engine.scorer.evaluation;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;

/// LightGBM on the same features, stopped early on the tuning deals: what a user would pick instead of a network.
final class BoostedTrees {

    private static final int MOST_ROUNDS = 600;
    private static final int PATIENCE = 50;
    private static final int CHECK_EVERY = 10;

    private BoostedTrees() {}

    /// Trains and returns log-odds of the tuning and the test deals, in that order.
    ///
    /// @param train raw feature rows; NaN is a missing value
    static List<double[]> logits(
            List<float[]> train,
            double[] trainLabels,
            List<float[]> tune,
            double[] tuneLabels,
            List<float[]> test,
            long seed) {
        String parameters = "objective=binary num_leaves=31 learning_rate=0.05 min_data_in_leaf=20 feature_fraction=0.8"
                + " bagging_fraction=0.8 bagging_freq=1 lambda_l2=1 num_threads=1 verbosity=-1 deterministic=true"
                + " force_row_wise=true seed=" + seed;
        int width = train.getFirst().length;
        try (LGBMDataset data = LGBMDataset.createFromMat(flat(train), train.size(), width, true, parameters, null)) {
            data.setField("label", floats(trainLabels));
            try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
                return bestLogits(booster, tune, tuneLabels, test, width);
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
        }
    }

    private static List<double[]> bestLogits(
            LGBMBooster booster, List<float[]> tune, double[] tuneLabels, List<float[]> test, int width)
            throws LGBMException {
        float[] flatTune = flat(tune);
        float[] flatTest = flat(test);
        double lowest = Double.POSITIVE_INFINITY;
        int lowestRound = 0;
        List<double[]> best = List.of();
        for (int round = 1; round <= MOST_ROUNDS && round - lowestRound <= PATIENCE; round++) {
            booster.updateOneIter();
            if (round % CHECK_EVERY == 0) {
                double[] logits = predict(booster, flatTune, tune.size(), width);
                double loss = loss(logits, tuneLabels);
                if (loss < lowest) {
                    lowest = loss;
                    lowestRound = round;
                    best = List.of(logits, predict(booster, flatTest, test.size(), width));
                }
            }
        }
        return best;
    }

    private static double[] predict(LGBMBooster booster, float[] flat, int rows, int width) throws LGBMException {
        return booster.predictForMat(
                flat, rows, width, true, PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1 verbosity=-1");
    }

    private static double loss(double[] logits, double[] labels) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += Math.log1p(Math.exp(labels[i] > 0.5 ? -logits[i] : logits[i]));
        }
        return sum / logits.length;
    }

    private static float[] flat(List<float[]> rows) {
        int width = rows.getFirst().length;
        float[] flat = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * width, width);
        }
        return flat;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
