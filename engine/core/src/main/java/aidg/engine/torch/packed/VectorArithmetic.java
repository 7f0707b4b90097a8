package aidg.engine.torch.packed;

import static aidg.engine.torch.packed.VectorProducts.HALF;
import static aidg.engine.torch.packed.VectorProducts.LANES;
import static aidg.engine.torch.packed.VectorProducts.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Arithmetic with vector instructions. Loaded only where the module `jdk.incubator.vector` is.
final class VectorArithmetic implements Arithmetic {

    @Override
    public String name() {
        return "vector, %d bits".formatted(S.vectorBitSize());
    }

    @Override
    public int padded(int columns) {
        return (columns + HALF - 1) / HALF * HALF;
    }

    @Override
    public Layer layer(float[] matrix, int from, int stride, int in, int out, float[] bias, int biasFrom) {
        int width = padded(out);
        float[] values = new float[width * in];
        for (int panel = 0; panel < width / HALF; panel++) {
            int column = panel * HALF;
            int columns = Math.min(HALF, out - column);
            for (int k = 0; k < in && columns > 0; k++) {
                System.arraycopy(matrix, from + k * stride + column, values, (panel * in + k) * HALF, columns);
            }
        }
        float[] filled = new float[width];
        System.arraycopy(bias, biasFrom, filled, 0, out);
        return new Layer(in, out, width, values, Layer.upperHalves(values), filled);
    }

    @Override
    public void multiply(float[] x, int xFrom, int xStride, int rows, Layer layer, float[] y, int yFrom, int yStride) {
        VectorProducts.multiply(x, xFrom, xStride, rows, layer, y, yFrom, yStride);
    }

    @Override
    public void gelu(float[] x, int from, int length) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            VectorFunctions.gelu(FloatVector.fromArray(S, x, from + i)).intoArray(x, from + i);
        }
        if (i < length) {
            VectorMask<Float> rest = S.indexInRange(i, length);
            VectorFunctions.gelu(FloatVector.fromArray(S, x, from + i, rest)).intoArray(x, from + i, rest);
        }
    }

    @Override
    public void softmax(float[] x, int from, int stride, int rows, int groups, int size) {
        boolean even = size % LANES == 0;
        for (int row = 0; row < rows; row++) {
            for (int group = 0; group < groups; group++) {
                int at = from + row * stride + group * size;
                if (even) {
                    softmax(x, at, size);
                } else {
                    softmaxWithRest(x, at, size);
                }
            }
        }
    }

    private static void softmax(float[] x, int at, int size) {
        FloatVector most = FloatVector.fromArray(S, x, at);
        for (int i = LANES; i < size; i += LANES) {
            most = most.max(FloatVector.fromArray(S, x, at + i));
        }
        FloatVector largest = FloatVector.broadcast(S, most.reduceLanes(VectorOperators.MAX));
        FloatVector sum = FloatVector.zero(S);
        for (int i = 0; i < size; i += LANES) {
            FloatVector power =
                    VectorFunctions.exp(FloatVector.fromArray(S, x, at + i).sub(largest));
            power.intoArray(x, at + i);
            sum = sum.add(power);
        }
        FloatVector share = FloatVector.broadcast(S, 1 / VectorFunctions.sum(sum));
        for (int i = 0; i < size; i += LANES) {
            FloatVector.fromArray(S, x, at + i).mul(share).intoArray(x, at + i);
        }
    }

    private static void softmaxWithRest(float[] x, int at, int size) {
        FloatVector most = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < size; i += LANES) {
            VectorMask<Float> here = S.indexInRange(i, size);
            most = most.lanewise(VectorOperators.MAX, FloatVector.fromArray(S, x, at + i, here), here);
        }
        FloatVector largest = FloatVector.broadcast(S, most.reduceLanes(VectorOperators.MAX));
        FloatVector sum = FloatVector.zero(S);
        for (int i = 0; i < size; i += LANES) {
            VectorMask<Float> here = S.indexInRange(i, size);
            FloatVector power = VectorFunctions.exp(
                    FloatVector.fromArray(S, x, at + i, here).sub(largest));
            power.intoArray(x, at + i, here);
            sum = sum.add(power, here);
        }
        FloatVector share = FloatVector.broadcast(S, 1 / VectorFunctions.sum(sum));
        for (int i = 0; i < size; i += LANES) {
            VectorMask<Float> here = S.indexInRange(i, size);
            FloatVector.fromArray(S, x, at + i, here).mul(share).intoArray(x, at + i, here);
        }
    }

    @Override
    public void normalise(float[] x, int xFrom, float[] residual, int residualFrom, int stride, int rows, Norm norm) {
        for (int row = 0; row < rows; row++) {
            normaliseRow(x, xFrom + row * stride, residual, residualFrom + row * stride, norm);
        }
    }

    private static void normaliseRow(float[] x, int at, float[] residual, int residualAt, Norm norm) {
        int width = norm.gain().length;
        int even = S.loopBound(width);
        FloatVector sums = FloatVector.zero(S);
        for (int i = 0; i < even; i += LANES) {
            FloatVector value =
                    FloatVector.fromArray(S, x, at + i).add(FloatVector.fromArray(S, residual, residualAt + i));
            value.intoArray(x, at + i);
            sums = sums.add(value);
        }
        float sum = VectorFunctions.sum(sums);
        for (int i = even; i < width; i++) {
            x[at + i] += residual[residualAt + i];
            sum += x[at + i];
        }
        float mean = sum / width;
        FloatVector squares = FloatVector.zero(S);
        for (int i = 0; i < even; i += LANES) {
            FloatVector centred = FloatVector.fromArray(S, x, at + i).sub(mean);
            squares = centred.fma(centred, squares);
        }
        float square = VectorFunctions.sum(squares);
        for (int i = even; i < width; i++) {
            square += (x[at + i] - mean) * (x[at + i] - mean);
        }
        stretch(x, at, mean, (float) (1 / Math.sqrt(square / width + Norm.EPSILON)), norm);
    }

    private static void stretch(float[] x, int at, float mean, float scale, Norm norm) {
        int width = norm.gain().length;
        int even = S.loopBound(width);
        for (int i = 0; i < even; i += LANES) {
            FloatVector unit = FloatVector.fromArray(S, x, at + i).sub(mean).mul(scale);
            unit.fma(FloatVector.fromArray(S, norm.gain(), i), FloatVector.fromArray(S, norm.bias(), i))
                    .intoArray(x, at + i);
        }
        for (int i = even; i < width; i++) {
            x[at + i] = (x[at + i] - mean) * scale * norm.gain()[i] + norm.bias()[i];
        }
    }

    @Override
    public void add(float[] from, int fromAt, float[] to, int toAt, int length) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector.fromArray(S, to, toAt + i)
                    .add(FloatVector.fromArray(S, from, fromAt + i))
                    .intoArray(to, toAt + i);
        }
        for (; i < length; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b) {
        FloatVector one = FloatVector.zero(S);
        FloatVector two = one;
        FloatVector three = one;
        FloatVector four = one;
        int i = 0;
        for (; i + 4 * LANES <= b.length; i += 4 * LANES) {
            one = FloatVector.fromArray(S, a, aFrom + i).fma(FloatVector.fromArray(S, b, i), one);
            two = FloatVector.fromArray(S, a, aFrom + i + LANES).fma(FloatVector.fromArray(S, b, i + LANES), two);
            three = FloatVector.fromArray(S, a, aFrom + i + 2 * LANES)
                    .fma(FloatVector.fromArray(S, b, i + 2 * LANES), three);
            four = FloatVector.fromArray(S, a, aFrom + i + 3 * LANES)
                    .fma(FloatVector.fromArray(S, b, i + 3 * LANES), four);
        }
        float sum = VectorFunctions.sum(one.add(two).add(three.add(four)));
        for (; i < b.length; i++) {
            sum += a[aFrom + i] * b[i];
        }
        return sum;
    }

    @Override
    public float sum(float[] values) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        int i = 0;
        for (; i + 4 * LANES <= values.length; i += 4 * LANES) {
            a = a.add(FloatVector.fromArray(S, values, i));
            b = b.add(FloatVector.fromArray(S, values, i + LANES));
            c = c.add(FloatVector.fromArray(S, values, i + 2 * LANES));
            d = d.add(FloatVector.fromArray(S, values, i + 3 * LANES));
        }
        float sum = VectorFunctions.sum(a.add(b).add(c.add(d)));
        for (; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }
}
