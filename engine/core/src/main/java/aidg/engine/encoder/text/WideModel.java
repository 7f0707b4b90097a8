package aidg.engine.encoder.text;

import aidg.engine.domain.Progress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wide part of a reading: foretells polarity and targets from words and pairs by ridge regressions, one
/// each. Rare words count more (log of texts / texts with the word), rows have length 1; the penalty is the one
/// that foretells texts of other groups best.
///
/// @param rarity     (16,384) weight of each column, 0 where it was never seen
/// @param means      (11) of the numbers of the word list
/// @param deviations (11) likewise
/// @param weights    (1 + FOLDS) x (1 + targets) x (16,384 + 11): learned from all groups, then from all but
///                   those of one fold each, so that no text is read by what its own group taught
/// @param biases     (1 + targets)
/// @param scales     (1 + targets) standard deviations of what it foretells for texts of other groups, > 0
public record WideModel(
        float[] rarity, float[] means, float[] deviations, float[][][] weights, float[] biases, float[] scales) {

    /// Columns, the word list's included.
    public static final int COLUMNS = WideFeatures.BUCKETS + OpinionLexicon.WIDTH;

    /// How much of a row's length each number of the word list may have.
    private static final float LEXICON_SHARE = 0.3f;

    /// Parts that the groups are split into.
    public static final int FOLDS = 5;
    private static final double[] PENALTIES = {300, 100, 30, 10, 3, 1, 0.3};
    private static final double PRECISION = 1e-3;
    private static final int MOST_STEPS = 60;

    /// A model, and what it gives to the network for the very texts it learned from.
    ///
    /// @param inputs (texts, width) as `inputs` gives, but foretold by models that saw no text of the same group
    public record Fit(WideModel model, float[][] inputs) {}

    /// Width of what a text gives to the network: 1 + targets foretold, twice, and 11 numbers of the word list.
    public static int width(int targets) {
        return 2 * (1 + targets) + OpinionLexicon.WIDTH;
    }

    /// Learns from texts.
    ///
    /// @param texts at least one
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop
    public static Fit fit(List<LabelledText> texts, OpinionLexicon lexicon, Progress progress) {
        WideFeatures.Row[] rows = new WideFeatures(lexicon)
                .of(texts.stream().map(LabelledText::text).toList());
        int columns = 1 + texts.getFirst().targets().length;
        float[] means = new float[OpinionLexicon.WIDTH];
        float[] deviations = new float[OpinionLexicon.WIDTH];
        standardise(rows, means, deviations);
        WideModel scale = new WideModel(
                rarity(rows),
                means,
                deviations,
                new float[1 + FOLDS][columns][COLUMNS],
                new float[columns],
                new float[columns]);
        WideRows wide = scale.rows(rows);
        int[] folds = texts.stream().mapToInt(text -> fold(text.group())).toArray();
        float[][] foretold = new float[rows.length][columns];
        for (int column = 0; column < columns; column++) {
            progress.at("Weighing the words of notes", column, columns);
            scale.fit(column, texts, wide, folds, foretold);
        }
        return new Fit(scale, scale.inputs(rows, foretold));
    }

    private static int fold(String group) {
        return Math.floorMod((group.hashCode() * 0x9E3779B9) >>> 7, FOLDS);
    }

    private static void standardise(WideFeatures.Row[] rows, float[] means, float[] deviations) {
        for (int j = 0; j < means.length; j++) {
            double sum = 0;
            double squares = 0;
            for (WideFeatures.Row row : rows) {
                sum += row.numbers()[j];
                squares += (double) row.numbers()[j] * row.numbers()[j];
            }
            double mean = sum / rows.length;
            means[j] = (float) mean;
            deviations[j] = (float) Math.max(1e-3, Math.sqrt(Math.max(0, squares / rows.length - mean * mean)));
        }
    }

    private static float[] rarity(WideFeatures.Row[] rows) {
        int[] counts = new int[WideFeatures.BUCKETS];
        for (WideFeatures.Row row : rows) {
            for (int column : row.columns()) {
                counts[column]++;
            }
        }
        float[] rarity = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            rarity[i] = counts[i] == 0 ? 0 : (float) Math.log((1.0 + rows.length) / counts[i]);
        }
        return rarity;
    }

    private WideRows rows(WideFeatures.Row[] rows) {
        int[][] columns = new int[rows.length][];
        float[][] values = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            int[] words = rows[i].columns();
            columns[i] = Arrays.copyOf(words, words.length + means.length);
            values[i] = new float[columns[i].length];
            double squares = 1e-12;
            for (int word : words) {
                squares += (double) rarity[word] * rarity[word];
            }
            for (int k = 0; k < words.length; k++) {
                values[i][k] = (float) (rarity[words[k]] / Math.sqrt(squares));
            }
            for (int j = 0; j < means.length; j++) {
                columns[i][words.length + j] = WideFeatures.BUCKETS + j;
                values[i][words.length + j] = LEXICON_SHARE * standard(rows[i], j);
            }
        }
        return new WideRows(columns, values);
    }

    private float standard(WideFeatures.Row row, int j) {
        return (row.numbers()[j] - means[j]) / deviations[j];
    }

    private void fit(int column, List<LabelledText> texts, WideRows wide, int[] folds, float[][] foretold) {
        double[] values = new double[folds.length];
        double[] shares = new double[folds.length];
        double sum = 0;
        double all = 0;
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = texts.get(i).value(column);
            if (!Double.isNaN(values[i])) {
                shares[i] = texts.get(i).weight();
                sum += shares[i] * values[i];
                all += shares[i];
                known++;
            }
        }
        if (known == 0) {
            scales[column] = 1;
            return;
        }
        double bias = sum / all;
        for (int i = 0; i < values.length; i++) {
            values[i] = shares[i] == 0 ? 0 : values[i] - bias;
            shares[i] *= known / all;
        }
        double[] best = new double[folds.length];
        double[][] solutions = new double[1 + FOLDS][COLUMNS];
        double penalty = bestPenalty(wide, values, shares, folds, best, solutions);
        wide.solve(values, shares, penalty, solutions[0], PRECISION, MOST_STEPS);
        for (int part = 0; part < solutions.length; part++) {
            for (int j = 0; j < COLUMNS; j++) {
                weights[part][column][j] = (float) solutions[part][j];
            }
        }
        biases[column] = (float) bias;
        double squares = Arrays.stream(best).map(x -> x * x).sum();
        scales[column] = (float) Math.max(1e-3, Math.sqrt(squares / best.length));
        for (int i = 0; i < best.length; i++) {
            foretold[i][column] = (float) best[i];
        }
    }

    /// The penalty of the lowest weighted squared error on texts of other groups.
    ///
    /// @param best      set to what models of that penalty foretell for texts of other groups, less the bias
    /// @param solutions from the second on set to those models
    private static double bestPenalty(
            WideRows wide, double[] values, double[] shares, int[] folds, double[] best, double[][] solutions) {
        double[][] starts = new double[FOLDS][COLUMNS];
        double lowest = Double.POSITIVE_INFINITY;
        double chosen = PENALTIES[0];
        for (double penalty : PENALTIES) {
            double[] foretold = new double[values.length];
            double error = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                double[] others = shares.clone();
                for (int i = 0; i < others.length; i++) {
                    others[i] = folds[i] == fold ? 0 : others[i];
                }
                wide.solve(values, others, penalty, starts[fold], PRECISION, MOST_STEPS);
                for (int i = 0; i < others.length; i++) {
                    if (folds[i] == fold) {
                        foretold[i] = wide.times(i, starts[fold]);
                        error += shares[i] * Math.pow(foretold[i] - values[i], 2);
                    }
                }
            }
            if (error < lowest) {
                lowest = error;
                chosen = penalty;
                System.arraycopy(foretold, 0, best, 0, best.length);
                for (int fold = 0; fold < FOLDS; fold++) {
                    solutions[1 + fold] = starts[fold].clone();
                }
            }
        }
        return chosen;
    }

    /// What the wide part gives to the network for each text.
    ///
    /// @param groups of the texts, so that each is read by what other groups taught; null to read with all that was
    ///               learned
    /// @return (texts, width): what is foretold, less the bias; the same in units of `scales`; then the
    ///     standardised numbers of the word list
    public float[][] inputs(List<String> texts, @Nullable List<String> groups, OpinionLexicon lexicon) {
        WideFeatures.Row[] rows = new WideFeatures(lexicon).of(texts);
        return inputs(rows, foretell(rows, groups));
    }

    private float[][] foretell(WideFeatures.Row[] rows, @Nullable List<String> groups) {
        WideRows wide = rows(rows);
        float[][] foretold = new float[rows.length][biases.length];
        for (int i = 0; i < rows.length; i++) {
            float[][] part = weights[groups == null ? 0 : 1 + fold(groups.get(i))];
            for (int column = 0; column < biases.length; column++) {
                foretold[i][column] = wide.times(i, part[column]);
            }
        }
        return foretold;
    }

    private float[][] inputs(WideFeatures.Row[] rows, float[][] foretold) {
        float[][] inputs = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            inputs[i] = Arrays.copyOf(foretold[i], 2 * biases.length + means.length);
            for (int j = 0; j < biases.length; j++) {
                inputs[i][biases.length + j] = foretold[i][j] / scales[j];
            }
            for (int j = 0; j < means.length; j++) {
                inputs[i][2 * biases.length + j] = standard(rows[i], j);
            }
        }
        return inputs;
    }
}
