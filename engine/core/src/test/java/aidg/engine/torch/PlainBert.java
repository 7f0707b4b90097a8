package aidg.engine.torch;

import aidg.engine.encoder.text.WordPieces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// BERT's encoder in plain Java with loops, to compare with: width 8, two layers, two heads, exact GELU.
final class PlainBert {

    private static final int WIDTH = 8;
    private static final int LAYERS = 2;
    private static final int HEADS = 2;
    private static final int WIDE = 12;
    private static final int POSITIONS = 16;
    private static final double EPSILON = 1e-12;
    private static final List<String> PIECES =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "good", "bad", "shop", ",", "bus", "##y", "here");

    private final Map<String, float[]> arrays = new TreeMap<>();
    private final Map<String, int[]> shapes = new TreeMap<>();

    PlainBert(long seed) {
        Random random = new Random(seed);
        draw("embeddings.word_embeddings.weight", random, PIECES.size(), WIDTH);
        draw("embeddings.position_embeddings.weight", random, POSITIONS, WIDTH);
        draw("embeddings.token_type_embeddings.weight", random, 2, WIDTH);
        norm("embeddings.LayerNorm", random);
        for (int i = 0; i < LAYERS; i++) {
            String layer = "encoder.layer." + i + ".";
            for (String part : new String[] {"query", "key", "value"}) {
                dense(layer + "attention.self." + part, random, WIDTH, WIDTH);
            }
            dense(layer + "attention.output.dense", random, WIDTH, WIDTH);
            norm(layer + "attention.output.LayerNorm", random);
            dense(layer + "intermediate.dense", random, WIDE, WIDTH);
            dense(layer + "output.dense", random, WIDTH, WIDE);
            norm(layer + "output.LayerNorm", random);
        }
    }

    private void draw(String name, Random random, int... shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (0.5 * random.nextGaussian());
        }
        arrays.put(name, values);
        shapes.put(name, shape);
    }

    private void dense(String name, Random random, int out, int in) {
        draw(name + ".weight", random, out, in);
        draw(name + ".bias", random, out);
    }

    private void norm(String name, Random random) {
        draw(name + ".weight", random, WIDTH);
        draw(name + ".bias", random, WIDTH);
    }

    Map<String, float[]> arrays() {
        return arrays;
    }

    /// Writes config, vocabulary and weights.
    ///
    /// @param type F32, F16 or BF16; any other name is written with the numbers of F32
    void write(Path folder, String prefix, String type) throws IOException {
        Files.writeString(
                folder.resolve("config.json"), """
                {"model_type": "bert", "vocab_size": %d, "max_position_embeddings": %d, "type_vocab_size": 2,
                 "hidden_size": %d, "num_hidden_layers": %d, "num_attention_heads": %d, "intermediate_size": %d,
                 "hidden_act": "gelu", "layer_norm_eps": 1e-12}
                """.formatted(PIECES.size(), POSITIONS, WIDTH, LAYERS, HEADS, WIDE));
        Files.write(folder.resolve("vocab.txt"), PIECES);
        List<String> entries = new ArrayList<>();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        arrays.forEach((name, values) -> {
            int from = data.size();
            data.writeBytes(bytes(values, type));
            List<Integer> shape = new ArrayList<>();
            int[] planned = shapes.getOrDefault(name, new int[0]);
            for (int side : planned) {
                shape.add(planned.length == 1 ? Integer.valueOf(values.length) : Integer.valueOf(side));
            }
            entries.add("\"%s%s\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": [%d, %d]}"
                    .formatted(prefix, name, type, shape, from, data.size()));
        });
        byte[] header = ("{" + String.join(", ", entries) + "}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer length =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(length.array());
        file.writeBytes(header);
        file.writeBytes(data.toByteArray());
        Files.write(folder.resolve("model.safetensors"), file.toByteArray());
    }

    private static byte[] bytes(float[] values, String type) {
        boolean half = type.equals("F16") || type.equals("BF16");
        ByteBuffer bytes = ByteBuffer.allocate(values.length * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            switch (type) {
                case "F16" -> bytes.putShort(Float.floatToFloat16(value));
                case "BF16" -> bytes.putShort((short) (Float.floatToIntBits(value) >>> 16));
                default -> bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    /// Mean over the pieces of each text.
    float[][] features(List<String> texts) {
        return texts.stream().map(this::features).toArray(float[][]::new);
    }

    private float[] features(String text) {
        int[] ids = WordPieces.uncased(PIECES).encode(text, POSITIONS);
        double[][] x = new double[ids.length][WIDTH];
        for (int t = 0; t < ids.length; t++) {
            for (int j = 0; j < WIDTH; j++) {
                x[t][j] = at("embeddings.word_embeddings.weight", ids[t] * WIDTH + j)
                        + at("embeddings.position_embeddings.weight", t * WIDTH + j)
                        + at("embeddings.token_type_embeddings.weight", j);
            }
        }
        x = normalised(x, "embeddings.LayerNorm");
        for (int i = 0; i < LAYERS; i++) {
            x = layer(x, "encoder.layer." + i + ".");
        }
        float[] mean = new float[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            double sum = 0;
            for (double[] row : x) {
                sum += row[j];
            }
            mean[j] = (float) (sum / x.length);
        }
        return mean;
    }

    private double[][] layer(double[][] x, String layer) {
        double[][] attended = dense(attention(x, layer + "attention.self."), layer + "attention.output.dense", WIDTH);
        double[][] after = normalised(sum(x, attended), layer + "attention.output.LayerNorm");
        double[][] wide = dense(after, layer + "intermediate.dense", WIDE);
        for (double[] row : wide) {
            for (int j = 0; j < WIDE; j++) {
                row[j] = row[j] * 0.5 * (1 + errorFunction(row[j] / Math.sqrt(2)));
            }
        }
        return normalised(sum(after, dense(wide, layer + "output.dense", WIDTH)), layer + "output.LayerNorm");
    }

    private double[][] attention(double[][] x, String name) {
        double[][] q = dense(x, name + "query", WIDTH);
        double[][] k = dense(x, name + "key", WIDTH);
        double[][] v = dense(x, name + "value", WIDTH);
        double[][] mixed = new double[x.length][WIDTH];
        int size = WIDTH / HEADS;
        for (int head = 0; head < HEADS; head++) {
            for (int t = 0; t < x.length; t++) {
                double[] shares = new double[x.length];
                double all = 0;
                for (int s = 0; s < x.length; s++) {
                    double dot = 0;
                    for (int j = head * size; j < (head + 1) * size; j++) {
                        dot += q[t][j] * k[s][j];
                    }
                    shares[s] = Math.exp(dot / Math.sqrt(size));
                    all += shares[s];
                }
                for (int s = 0; s < x.length; s++) {
                    for (int j = head * size; j < (head + 1) * size; j++) {
                        mixed[t][j] += shares[s] / all * v[s][j];
                    }
                }
            }
        }
        return mixed;
    }

    private double[][] dense(double[][] x, String name, int out) {
        double[][] y = new double[x.length][out];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < out; i++) {
                y[t][i] = at(name + ".bias", i);
                for (int j = 0; j < x[t].length; j++) {
                    y[t][i] += at(name + ".weight", i * x[t].length + j) * x[t][j];
                }
            }
        }
        return y;
    }

    private double[][] normalised(double[][] x, String name) {
        double[][] y = new double[x.length][WIDTH];
        for (int t = 0; t < x.length; t++) {
            double mean = 0;
            double variance = 0;
            for (double value : x[t]) {
                mean += value / WIDTH;
            }
            for (double value : x[t]) {
                variance += (value - mean) * (value - mean) / WIDTH;
            }
            for (int j = 0; j < WIDTH; j++) {
                y[t][j] = (x[t][j] - mean) / Math.sqrt(variance + EPSILON) * at(name + ".weight", j)
                        + at(name + ".bias", j);
            }
        }
        return y;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][WIDTH];
        for (int t = 0; t < a.length; t++) {
            for (int j = 0; j < WIDTH; j++) {
                sum[t][j] = a[t][j] + b[t][j];
            }
        }
        return sum;
    }

    /// By its series, which converges everywhere.
    private static double errorFunction(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    private double at(String name, int i) {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalStateException(name);
        }
        return values[i];
    }
}
