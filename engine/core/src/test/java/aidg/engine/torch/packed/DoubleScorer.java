package aidg.engine.torch.packed;

/// The network written down as in its definition, unfolded and in double precision; slow and plain, to compare
/// with.
final class DoubleScorer {

    private final ScorerWeights weights;
    private final ScorerShape shape;

    DoubleScorer(ScorerWeights weights) {
        this.weights = weights;
        shape = weights.shape();
    }

    /// @param outputs   (K)
    /// @param attention (H, D, M)
    record Result(double[] outputs, double[] attention) {}

    Result score(float[] memory, float[] tokens, float[] joint) {
        int d = shape.dealTokens();
        int e = shape.model();
        double[][] keys = new double[shape.memoryTokens()][];
        double[][] values = new double[shape.memoryTokens()][];
        for (int m = 0; m < keys.length; m++) {
            double[] token = row(memory, m * e, e);
            keys[m] = linear(token, "key", 0, e, e);
            values[m] = linear(token, "value", 0, e, e);
        }
        double[] attention = new double[shape.keys() * d];
        double[] hidden = linear(row(joint, 0, joint.length), "joint", 0, shape.jointInputs(), shape.pool());
        for (int t = 0; t < d; t++) {
            double[] stem = row(tokens, t * shape.tokenInputs(), shape.tokenInputs());
            double[] lifted = linear(
                    gelu(linear(stem, "embed", t, shape.tokenInputs(), shape.stem())), "lift", t, shape.stem(), e);
            double[] attended = attend(linear(lifted, "query", 0, e, e), keys, values, t, attention);
            double[] first = norm(plus(lifted, linear(attended, "out", 0, e, e)), "norm1");
            double[] wide = gelu(linear(first, "widen", 0, e, shape.feedForward()));
            double[] second = norm(plus(first, linear(wide, "narrow", 0, shape.feedForward(), e)), "norm2");
            hidden = plus(hidden, linear(second, "pool", t, e, shape.pool()));
        }
        double[] pooled = gelu(plus(hidden, row(weights.array("pool.bias"), 0, shape.pool())));
        return new Result(linear(pooled, "result", 0, shape.pool(), shape.outputs()), attention);
    }

    private double[] attend(double[] query, double[][] keys, double[][] values, int token, double[] attention) {
        int width = shape.headWidth();
        double[] attended = new double[shape.model()];
        for (int h = 0; h < shape.heads(); h++) {
            double[] scores = new double[keys.length];
            double largest = Double.NEGATIVE_INFINITY;
            for (int m = 0; m < keys.length; m++) {
                for (int i = h * width; i < (h + 1) * width; i++) {
                    scores[m] += query[i] * keys[m][i] / Math.sqrt(width);
                }
                largest = Math.max(largest, scores[m]);
            }
            double sum = 0;
            for (int m = 0; m < keys.length; m++) {
                scores[m] = Math.exp(scores[m] - largest);
                sum += scores[m];
            }
            for (int m = 0; m < keys.length; m++) {
                double share = scores[m] / sum;
                attention[(h * shape.dealTokens() + token) * keys.length + m] = share;
                for (int i = h * width; i < (h + 1) * width; i++) {
                    attended[i] += share * values[m][i];
                }
            }
        }
        return attended;
    }

    /// x · weight + bias with the block-th matrix of that name; pool and joint have no bias of their own.
    private double[] linear(double[] x, String name, int block, int in, int out) {
        float[] weight = weights.array(name + ".weight");
        boolean unbiased = name.equals("pool") || name.equals("joint");
        double[] y = unbiased ? new double[out] : row(weights.array(name + ".bias"), block * out, out);
        for (int k = 0; k < in; k++) {
            for (int j = 0; j < out; j++) {
                y[j] += x[k] * weight[(block * in + k) * out + j];
            }
        }
        return y;
    }

    private double[] norm(double[] x, String name) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double variance = 0;
        for (double value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (x[i] - mean) / Math.sqrt(variance + 1e-5) * weights.array(name + ".gain")[i]
                    + weights.array(name + ".bias")[i];
        }
        return y;
    }

    private static double[] gelu(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = gelu(x[i]);
        }
        return y;
    }

    static double gelu(double x) {
        return x / 2 * (1 + erf(x / Math.sqrt(2)));
    }

    /// By its series, which is exact to 1e-9 up to 5; beyond that it is 1 to 1e-11.
    private static double erf(double x) {
        if (Math.abs(x) > 5) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 150; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    private static double[] row(float[] values, int from, int length) {
        double[] row = new double[length];
        for (int i = 0; i < length; i++) {
            row[i] = values[from + i];
        }
        return row;
    }
}
