package aidg.engine.torch.packed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The network's trained numbers by name, as `ScorerShape.arrays()` lists them. The arrays are not copied: whoever
/// made them leaves them alone.
public final class ScorerWeights {

    private final ScorerShape shape;
    private final Map<String, float[]> arrays;

    /// @throws IllegalArgumentException naming an array that is missing, unknown or of another size
    public ScorerWeights(ScorerShape shape, Map<String, float[]> arrays) {
        this.shape = shape;
        this.arrays = Map.copyOf(arrays);
        Map<String, int[]> wanted = shape.arrays();
        for (String name : arrays.keySet()) {
            if (!wanted.containsKey(name)) {
                throw new IllegalArgumentException("the scorer has no array '%s'".formatted(name));
            }
        }
        wanted.forEach((name, sizes) -> {
            float[] values = arrays.get(name);
            if (values == null) {
                throw new IllegalArgumentException("the weights lack the array '%s'".formatted(name));
            }
            if (values.length != count(sizes)) {
                throw new IllegalArgumentException("the array '%s' holds %d numbers, expected %s"
                        .formatted(name, values.length, Arrays.toString(sizes)));
            }
        });
    }

    /// Weights of a realistic scale for measurements and tests: Glorot-uniform matrices, small biases, gains
    /// near 1.
    public static ScorerWeights random(ScorerShape shape, RandomGenerator random) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        shape.arrays().forEach((name, sizes) -> {
            float[] values = new float[count(sizes)];
            boolean matrix = isMatrix(name);
            double limit = matrix ? Math.sqrt(6.0 / (sizes[sizes.length - 2] + sizes[sizes.length - 1])) : 0.1;
            double middle = name.endsWith(".gain") ? 1 : 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (middle + limit * (2 * random.nextDouble() - 1));
            }
            arrays.put(name, values);
        });
        return new ScorerWeights(shape, arrays);
    }

    /// The same with every matrix rounded to bfloat16, to nearest, ties to even: what the packed kernel reads
    /// at half the bytes. Training ends with this, as it serves one deal and a slider's step markedly faster.
    public ScorerWeights rounded() {
        Map<String, float[]> rounded = new LinkedHashMap<>(arrays);
        rounded.replaceAll((name, values) -> isMatrix(name) ? rounded(values) : values);
        return new ScorerWeights(shape, rounded);
    }

    /// Whether `rounded()` would change nothing.
    public boolean isRounded() {
        return arrays.entrySet().stream()
                .filter(array -> isMatrix(array.getKey()))
                .allMatch(array -> Arrays.equals(array.getValue(), rounded(array.getValue())));
    }

    /// Whether the array of this name is one that `rounded()` rounds.
    public static boolean isMatrix(String name) {
        return name.endsWith(".weight");
    }

    /// Numbers rounded to bfloat16, to nearest, ties to even.
    public static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            int up = 0x7fff + ((bits >>> 16) & 1);
            rounded[i] = Float.isFinite(values[i]) ? Float.intBitsToFloat((bits + up) & 0xffff_0000) : values[i];
        }
        return rounded;
    }

    public ScorerShape shape() {
        return shape;
    }

    /// The array of that name; not a copy.
    public float[] array(String name) {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("the scorer has no array '%s'".formatted(name));
        }
        return values;
    }

    private static int count(int[] sizes) {
        return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    }
}
