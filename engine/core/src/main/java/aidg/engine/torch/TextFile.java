package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import aidg.engine.encoder.text.WideModel;

/// The words' part of a reader as arrays of its weights file; their names start with `wide.`.
final class TextFile {

    private static final String PREFIX = "wide.";

    private TextFile() {}

    static NDList arrays(WideModel words, NDManager manager) {
        int columns = words.biases().length;
        int parts = 1 + WideModel.FOLDS;
        float[] flat = new float[parts * columns * WideModel.COLUMNS];
        for (int i = 0; i < parts * columns; i++) {
            float[] row = words.weights()[i / columns][i % columns];
            System.arraycopy(row, 0, flat, i * WideModel.COLUMNS, WideModel.COLUMNS);
        }
        NDList arrays = new NDList();
        add(arrays, "rarity", manager.create(words.rarity()));
        add(arrays, "means", manager.create(words.means()));
        add(arrays, "deviations", manager.create(words.deviations()));
        add(arrays, "weights", manager.create(flat, new Shape(parts, columns, WideModel.COLUMNS)));
        add(arrays, "biases", manager.create(words.biases()));
        add(arrays, "scales", manager.create(words.scales()));
        return arrays;
    }

    private static void add(NDList arrays, String name, NDArray array) {
        array.setName(PREFIX + name);
        arrays.add(array);
    }

    /// The words' part among all arrays.
    ///
    /// @throws IllegalArgumentException naming an array that is missing or of a wrong size
    static WideModel words(NDList all, int targets) {
        float[] means = values(all, "means", -1);
        int columns = 1 + targets;
        int parts = 1 + WideModel.FOLDS;
        float[] flat = values(all, "weights", parts * columns * WideModel.COLUMNS);
        float[][][] weights = new float[parts][columns][WideModel.COLUMNS];
        for (int i = 0; i < parts * columns; i++) {
            float[] row = weights[i / columns][i % columns];
            System.arraycopy(flat, i * WideModel.COLUMNS, row, 0, WideModel.COLUMNS);
        }
        return new WideModel(
                values(all, "rarity", WideModel.COLUMNS - means.length),
                means,
                values(all, "deviations", means.length),
                weights,
                values(all, "biases", 1 + targets),
                values(all, "scales", 1 + targets));
    }

    private static float[] values(NDList all, String name, int size) {
        NDArray array = all.get(PREFIX + name);
        if (array == null) {
            throw new IllegalArgumentException("the weights lack the array '%s%s'".formatted(PREFIX, name));
        }
        if (size >= 0 && array.size() != size) {
            throw new IllegalArgumentException(
                    "the array '%s%s' holds %d numbers, expected %d".formatted(PREFIX, name, array.size(), size));
        }
        return array.toFloatArray();
    }

    /// The network's part among all arrays.
    static NDList network(NDList all) {
        NDList rest = new NDList();
        for (NDArray array : all) {
            if (!array.getName().startsWith(PREFIX)) {
                rest.add(array);
            }
        }
        return rest;
    }
}
