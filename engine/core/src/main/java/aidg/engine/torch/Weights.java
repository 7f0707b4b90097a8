package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The named weights of a network, in file order. Names end with what they are: `.weight` for matrices, which
/// decay in
/// training, `.table` for embeddings, `.gain` and `.bias` for what does not.
public final class Weights {

    private final Map<String, NDArray> arrays;

    private Weights(Map<String, NDArray> arrays) {
        this.arrays = arrays;
    }

    /// Names, shapes and first values of weights, before there are any.
    public static final class Plan {

        private final Map<String, Entry> entries = new LinkedHashMap<>();

        /// @param limit bound of the uniform draw; 0 for constants
        /// @param fill  value of a constant
        /// @param given first values, empty to draw or fill
        private record Entry(Shape shape, double limit, float fill, float[] given) {

            Entry(Shape shape, double limit, float fill) {
                this(shape, limit, fill, new float[0]);
            }
        }

        /// A matrix or a stack of them, Glorot-uniform over its last two dimensions.
        public Plan weight(String name, long... shape) {
            return wider(name, 1, shape);
        }

        /// As `weight`, drawn `gain` times as wide.
        public Plan wider(String name, double gain, long... shape) {
            double fans = (double) shape[shape.length - 2] + shape[shape.length - 1];
            return add(name + ".weight", new Entry(new Shape(shape), gain * Math.sqrt(6 / fans), 0));
        }

        /// A matrix or a bias that starts with given values; `name` with its ending.
        public Plan given(String name, float[] values, long... shape) {
            return add(name, new Entry(new Shape(shape), 0, 0, values.clone()));
        }

        /// Rows to look up, uniform with the standard deviation given.
        public Plan table(String name, double deviation, long rows, long width) {
            return add(name + ".table", new Entry(new Shape(rows, width), deviation * Math.sqrt(3), 0));
        }

        public Plan bias(String name, long... shape) {
            return add(name + ".bias", new Entry(new Shape(shape), 0, 0));
        }

        /// A bias that starts uniform with the standard deviation given, so that what follows a row of zeros can be
        /// normalised.
        public Plan startingBias(String name, double deviation, long... shape) {
            return add(name + ".bias", new Entry(new Shape(shape), deviation * Math.sqrt(3), 0));
        }

        /// Weight and bias of a linear step.
        public Plan linear(String name, long in, long out) {
            return weight(name, in, out).bias(name, out);
        }

        /// Gain and bias of a layer normalisation.
        public Plan norm(String name, long width) {
            return add(name + ".gain", new Entry(new Shape(width), 0, 1)).bias(name, width);
        }

        private Plan add(String name, Entry entry) {
            if (entries.put(name, entry) != null) {
                throw new IllegalArgumentException("two weights are named " + name);
            }
            return this;
        }

        /// Names in file order.
        public List<String> names() {
            return List.copyOf(entries.keySet());
        }

        Shape shape(String name) {
            return entry(name).shape();
        }

        private Entry entry(String name) {
            Entry entry = entries.get(name);
            if (entry == null) {
                throw new IllegalArgumentException("no weight is named " + name);
            }
            return entry;
        }
    }

    /// Fresh weights, drawn from `random` in the plan's order.
    public static Weights fresh(Plan plan, NDManager manager, RandomGenerator random) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        plan.entries.forEach((name, entry) -> {
            float[] values = new float[(int) entry.shape().size()];
            Arrays.fill(values, entry.fill());
            System.arraycopy(entry.given(), 0, values, 0, entry.given().length);
            if (entry.limit() > 0) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (entry.limit() * (2 * random.nextDouble() - 1));
                }
            }
            NDArray array = manager.create(values, entry.shape());
            array.setName(name);
            arrays.put(name, array);
        });
        return new Weights(arrays);
    }

    /// Weights read from a file.
    ///
    /// @throws IllegalArgumentException naming the array that is missing, too much or of another shape
    public static Weights of(Plan plan, NDList arrays) {
        Map<String, NDArray> found = new LinkedHashMap<>();
        for (String name : plan.names()) {
            NDArray array = arrays.get(name);
            if (array == null) {
                throw new IllegalArgumentException("the weights lack the array '%s'".formatted(name));
            }
            Shape wanted = plan.shape(name);
            if (!array.getShape().equals(wanted) || array.getDataType() != DataType.FLOAT32) {
                throw new IllegalArgumentException("the array '%s' is %s %s, expected float32 %s"
                        .formatted(name, array.getDataType(), array.getShape(), wanted));
            }
            found.put(name, array);
        }
        if (arrays.size() != found.size()) {
            throw new IllegalArgumentException(
                    "the weights hold %d arrays, expected %d".formatted(arrays.size(), found.size()));
        }
        return new Weights(found);
    }

    /// @throws IllegalStateException if there is none of this name
    public NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("no weight is named " + name);
        }
        return array;
    }

    /// All of them, in file order.
    public NDList arrays() {
        return new NDList(arrays.values());
    }

    /// In the safetensors form.
    public byte[] bytes() {
        return Safetensors.write(arrays());
    }
}
