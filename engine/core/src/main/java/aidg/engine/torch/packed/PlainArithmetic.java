package aidg.engine.torch.packed;

/// Arithmetic in plain loops, for a Java without the vector module. The compiler turns the innermost ones into
/// vector instructions where it can.
final class PlainArithmetic implements Arithmetic {

    /// Rows that share one reading of the weights.
    private static final int BLOCK = 4;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int padded(int columns) {
        return columns;
    }

    @Override
    public Layer layer(float[] matrix, int from, int stride, int in, int out, float[] bias, int biasFrom) {
        float[] values = new float[in * out];
        for (int k = 0; k < in; k++) {
            System.arraycopy(matrix, from + k * stride, values, k * out, out);
        }
        float[] own = new float[out];
        System.arraycopy(bias, biasFrom, own, 0, out);
        return new Layer(in, out, out, values, new short[0], own);
    }

    @Override
    public void multiply(float[] x, int xFrom, int xStride, int rows, Layer layer, float[] y, int yFrom, int yStride) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(layer.bias(), 0, y, yFrom + row * yStride, layer.out());
        }
        int row = 0;
        for (; row + BLOCK <= rows; row += BLOCK) {
            fourRows(x, xFrom + row * xStride, xStride, layer, y, yFrom + row * yStride, yStride);
        }
        for (; row < rows; row++) {
            oneRow(x, xFrom + row * xStride, layer, y, yFrom + row * yStride);
        }
    }

    private static void fourRows(float[] x, int at, int xStride, Layer layer, float[] y, int to, int yStride) {
        int out = layer.out();
        float[] w = layer.values();
        for (int k = 0; k < layer.in(); k++) {
            float a = x[at + k];
            float b = x[at + xStride + k];
            float c = x[at + 2 * xStride + k];
            float d = x[at + 3 * xStride + k];
            int row = k * out;
            for (int j = 0; j < out; j++) {
                float weight = w[row + j];
                y[to + j] += a * weight;
                y[to + yStride + j] += b * weight;
                y[to + 2 * yStride + j] += c * weight;
                y[to + 3 * yStride + j] += d * weight;
            }
        }
    }

    private static void oneRow(float[] x, int at, Layer layer, float[] y, int to) {
        int out = layer.out();
        float[] w = layer.values();
        for (int k = 0; k < layer.in(); k++) {
            float a = x[at + k];
            int row = k * out;
            for (int j = 0; j < out; j++) {
                y[to + j] += a * w[row + j];
            }
        }
    }

    @Override
    public void gelu(float[] x, int from, int length) {
        for (int i = from; i < from + length; i++) {
            x[i] = Curves.gelu(x[i]);
        }
    }

    @Override
    public void softmax(float[] x, int from, int stride, int rows, int groups, int size) {
        for (int row = 0; row < rows; row++) {
            for (int group = 0; group < groups; group++) {
                softmax(x, from + row * stride + group * size, size);
            }
        }
    }

    private static void softmax(float[] x, int at, int size) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = at; i < at + size; i++) {
            largest = Math.max(largest, x[i]);
        }
        float sum = 0;
        for (int i = at; i < at + size; i++) {
            x[i] = (float) Math.exp(x[i] - largest);
            sum += x[i];
        }
        float share = 1 / sum;
        for (int i = at; i < at + size; i++) {
            x[i] *= share;
        }
    }

    @Override
    public void normalise(float[] x, int xFrom, float[] residual, int residualFrom, int stride, int rows, Norm norm) {
        int width = norm.gain().length;
        for (int row = 0; row < rows; row++) {
            int at = xFrom + row * stride;
            add(residual, residualFrom + row * stride, x, at, width);
            double sum = 0;
            for (int i = at; i < at + width; i++) {
                sum += x[i];
            }
            double mean = sum / width;
            double squares = 0;
            for (int i = at; i < at + width; i++) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
            double scale = 1 / Math.sqrt(squares / width + Norm.EPSILON);
            for (int i = 0; i < width; i++) {
                x[at + i] = (float) ((x[at + i] - mean) * scale) * norm.gain()[i] + norm.bias()[i];
            }
        }
    }

    @Override
    public void add(float[] from, int fromAt, float[] to, int toAt, int length) {
        for (int i = 0; i < length; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[aFrom + i] * b[i];
        }
        return (float) sum;
    }

    @Override
    public float sum(float[] values) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < values.length; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }
}
