package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import aidg.engine.encoder.text.LabelledText;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.WordPieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Learns to read texts: cross-entropy of the polarity's class, squared errors of intensity and targets, each
/// over the texts of which it is known.
final class TextTask implements Stage.Task {

    private static final double INTENSITY_SHARE = 0.5;
    private static final double TARGET_SHARE = 0.5;
    private static final int TUNE_BATCH = 256;

    private final TextOptions options;
    private final List<LabelledText> texts;
    private final WordPieces pieces;
    private final List<int[]> ids;
    private final float[][] wide;
    private final float @Nullable [][] frozen;
    private final int[] learn;
    private final int[] tune;
    private final int targets;

    /// @param wide   (texts, wide) what the words say
    /// @param frozen (texts, width) what a BERT says; null to train the transformer
    TextTask(
            TextOptions options,
            List<LabelledText> texts,
            WordPieces pieces,
            float[][] wide,
            float @Nullable [][] frozen) {
        this.options = options;
        this.texts = texts;
        this.pieces = pieces;
        this.wide = wide;
        this.frozen = frozen;
        ids = texts.stream()
                .map(text -> pieces.encode(text.text(), options.longest()))
                .toList();
        targets = texts.getFirst().targets().length;
        List<Integer> kept = new ArrayList<>();
        List<Integer> aside = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int lot =
                    Math.floorMod(((texts.get(i).group().hashCode() + (int) options.seed()) * 0x9E3779B9) >>> 12, 1000);
            (lot < 1000 * options.tuneShare() ? aside : kept).add(i);
        }
        learn = (kept.isEmpty() ? aside : kept).stream().mapToInt(i -> i).toArray();
        tune = (aside.isEmpty() ? kept : aside).stream().mapToInt(i -> i).toArray();
    }

    /// Weights of a reader.
    ///
    /// @param frozenWidth of what a BERT says; 0 for the transformer
    static Weights.Plan plan(TextOptions options, int pieces, int frozenWidth, int targets) {
        Weights.Plan plan = new Weights.Plan();
        if (frozenWidth == 0) {
            NotesTransformer.plan(plan, options, pieces);
        }
        TextHead.plan(plan, frozenWidth == 0 ? options.width() : frozenWidth, targets);
        return plan;
    }

    @Override
    public Weights.Plan plan() {
        return plan(options, pieces.size(), frozen == null ? 0 : frozen[0].length, targets);
    }

    @Override
    public int size() {
        return learn.length;
    }

    @Override
    public NDArray loss(Weights weights, int[] items, NDManager scope, RandomGenerator random) {
        int[] rows = Arrays.stream(items).map(i -> learn[i]).toArray();
        NDArray deep = deep(weights, rows, scope, random);
        float[] kept = new float[(int) deep.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextDouble() < options.poolDropout() ? 0 : (float) (1 / (1 - options.poolDropout()));
        }
        NDArray dropped = deep.mul(scope.create(kept, deep.getShape()));
        return loss(weights, rows, dropped, scope);
    }

    @Override
    public double tune(Weights weights, NDManager manager) {
        double sum = 0;
        for (int from = 0; from < tune.length; from += TUNE_BATCH) {
            int[] rows = Arrays.copyOfRange(tune, from, Math.min(tune.length, from + TUNE_BATCH));
            try (NDManager scope = manager.newSubManager()) {
                sum += loss(weights, rows, deep(weights, rows, scope, null), scope)
                                .getFloat()
                        * rows.length;
            }
        }
        return sum / tune.length;
    }

    private NDArray deep(Weights weights, int[] rows, NDManager scope, @Nullable RandomGenerator random) {
        if (frozen != null) {
            return matrix(frozen, rows, scope);
        }
        List<int[]> batch = new ArrayList<>();
        for (int row : rows) {
            batch.add(random == null ? ids.get(row) : hideSome(ids.get(row), random));
        }
        return new NotesTransformer(weights, options).forward(pieces.pad(batch), scope);
    }

    private int[] hideSome(int[] text, RandomGenerator random) {
        int[] hidden = text.clone();
        for (int i = 1; i < hidden.length - 1; i++) {
            if (random.nextDouble() < options.pieceDropout()) {
                hidden[i] = pieces.mask();
            }
        }
        return hidden;
    }

    private static NDArray matrix(float[][] values, int[] rows, NDManager scope) {
        int width = values[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values[rows[i]], 0, flat, i * width, width);
        }
        return scope.create(flat, new Shape(rows.length, width));
    }

    private NDArray loss(Weights weights, int[] rows, NDArray deep, NDManager scope) {
        TextHead.Said said = new TextHead(weights, targets).forward(deep, matrix(wide, rows, scope));
        int n = rows.length;
        float[] classes = new float[n * 3];
        float[] strengths = new float[n];
        float[] shares = new float[n];
        float[] values = new float[n * targets];
        float[] valueShares = new float[n * targets];
        for (int i = 0; i < n; i++) {
            LabelledText text = texts.get(rows[i]);
            if (!Float.isNaN(text.polarity())) {
                int side = text.polarity() < -1f / 3 ? 0 : text.polarity() > 1f / 3 ? 2 : 1;
                classes[i * 3 + side] = text.weight();
                strengths[i] = Math.abs(text.polarity());
                shares[i] = text.weight();
            }
            float[] known = text.targets();
            for (int j = 0; j < targets; j++) {
                if (!Float.isNaN(known[j])) {
                    values[i * targets + j] = known[j];
                    valueShares[i * targets + j] = text.weight() / targets;
                }
            }
        }
        NDArray strength = Activation.sigmoid(said.strength());
        NDArray loss = said.polarity()
                .logSoftmax(-1)
                .mul(scope.create(classes, new Shape(n, 3)))
                .sum()
                .neg()
                .add(strength.sub(scope.create(strengths))
                        .square()
                        .mul(scope.create(shares))
                        .sum()
                        .mul(Factor.of(INTENSITY_SHARE, scope)));
        if (targets > 0) {
            loss = loss.add(said.foretold()
                    .sub(scope.create(values, new Shape(n, targets)))
                    .square()
                    .mul(scope.create(valueShares, new Shape(n, targets)))
                    .sum()
                    .mul(Factor.of(TARGET_SHARE, scope)));
        }
        return loss.mul(Factor.of(1.0 / n, scope));
    }
}
