package aidg.engine.torch.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What both forms of the arithmetic promise.
@ParameterizedClass
@MethodSource("forms")
final class ArithmeticTest {

    private final Arithmetic arithmetic;
    private final RandomGenerator random = new SplittableRandom(7);

    ArithmeticTest(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    static Stream<Arithmetic> forms() {
        return Stream.of(new VectorArithmetic(), new PlainArithmetic());
    }

    @Test
    void aProductIsTheSumOfProductsForAnyNumberOfRowsAndColumns() {
        for (int rows = 1; rows <= 20; rows++) {
            for (int out : new int[] {1, 8, 31, 32, 64, 96, 130}) {
                assertProduct(rows, 17, out);
            }
        }
    }

    private void assertProduct(int rows, int in, int out) {
        float[] weight = Draw.floats(in * out, 1, random);
        float[] bias = Draw.floats(out, 1, random);
        float[] x = Draw.floats(rows * in + 3, 1, random);
        int stride = arithmetic.stride(out);
        float[] y = new float[rows * stride];

        arithmetic.multiply(x, 3, in, rows, arithmetic.layer(weight, 0, out, in, out, bias, 0), y, 0, stride);

        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < out; j++) {
                double sum = bias[j];
                for (int k = 0; k < in; k++) {
                    sum += (double) x[3 + row * in + k] * weight[k * out + j];
                }
                assertThat((double) y[row * stride + j])
                        .as("%d rows, %d columns: row %d, column %d", rows, out, row, j)
                        .isCloseTo(sum, within(1e-5));
            }
        }
    }

    @Test
    void aRowGetsTheSameBitsAloneAndAmongOthers() {
        assertSameBits(Draw.floats(40 * 96, 1, random));
    }

    @Test
    void aRowGetsTheSameBitsAloneAndAmongOthersWhenWeightsAreRounded() {
        float[] weight = Draw.floats(40 * 96, 1, random);
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Float.intBitsToFloat(Float.floatToIntBits(weight[i]) & 0xffff_0000);
        }
        assertSameBits(weight);
    }

    /// @param weight (40, 96)
    private void assertSameBits(float[] weight) {
        int in = 40;
        int out = 96;
        Layer layer = arithmetic.layer(weight, 0, out, in, out, new float[out], 0);
        float[] x = Draw.floats(20 * in, 1, random);
        int stride = arithmetic.stride(out);
        float[] together = new float[20 * stride];
        float[] alone = new float[20 * stride];

        for (int rows = 1; rows <= 20; rows++) {
            arithmetic.multiply(x, 0, in, rows, layer, together, 0, stride);
            for (int row = 0; row < rows; row++) {
                arithmetic.multiply(x, row * in, in, 1, layer, alone, row * stride, stride);
            }
            int used = rows * stride;
            assertThat(Arrays.copyOf(together, used)).isEqualTo(Arrays.copyOf(alone, used));
        }
    }

    @Test
    void aLayerIsCutOutOfALargerMatrix() {
        float[] matrix = Draw.floats(6 * 10, 1, random);
        float[] cut = {matrix[23], matrix[24], matrix[33], matrix[34], matrix[43], matrix[44]};
        float[] bias = {9, 9, 1, 2};
        float[] x = Draw.floats(3, 1, random);
        float[] y = new float[arithmetic.stride(2)];
        float[] expected = y.clone();

        arithmetic.multiply(x, 0, 3, 1, arithmetic.layer(matrix, 23, 10, 3, 2, bias, 2), y, 0, y.length);
        float[] own = {1, 2};
        arithmetic.multiply(x, 0, 3, 1, arithmetic.layer(cut, 0, 2, 3, 2, own, 0), expected, 0, y.length);

        assertThat(y).isEqualTo(expected);
    }

    @Test
    void geluIsTheExactOneToTheLastDigits() {
        float[] x = new float[16_003];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 8_000) / 800f;
        }
        float[] y = x.clone();

        arithmetic.gelu(y, 0, y.length);

        for (int i = 0; i < x.length; i++) {
            assertThat((double) y[i])
                    .as("gelu(%s)", x[i])
                    .isCloseTo(DoubleScorer.gelu(x[i]), within(3e-7 * Math.max(1, Math.abs(x[i]))));
        }
    }

    @Test
    void geluOfTheOutermostNumbersIsTheNumberOrNothing() {
        float[] x = {1e30f, 1e4f, -1e4f, -1e30f, 0};

        arithmetic.gelu(x, 0, x.length);

        assertThat(x[0]).isEqualTo(1e30f);
        assertThat(x[1]).isEqualTo(1e4f);
        assertThat(x[2] / 1e4f).isCloseTo(0, within(1e-6f));
        assertThat(x[3] / 1e30f).isCloseTo(0, within(1e-6f));
        assertThat(x[4]).isZero();
    }

    @Test
    void softmaxGivesSharesOfEachGroup() {
        for (int size : new int[] {1, 5, 16, 32, 37}) {
            for (double scale : new double[] {1, 50, 1e4}) {
                assertShares(Draw.floats(3 * 2 * size + 1, scale, random), size);
            }
        }
    }

    private void assertShares(float[] x, int size) {
        float[] y = x.clone();

        arithmetic.softmax(y, 1, 2 * size, 3, 2, size);

        assertThat(y[0]).isEqualTo(x[0]);
        for (int group = 0; group < 6; group++) {
            int at = 1 + group * size;
            double largest = x[at];
            for (int i = at; i < at + size; i++) {
                largest = Math.max(largest, x[i]);
            }
            double sum = 0;
            for (int i = at; i < at + size; i++) {
                sum += Math.exp(x[i] - largest);
            }
            for (int i = at; i < at + size; i++) {
                assertThat((double) y[i]).isCloseTo(Math.exp(x[i] - largest) / sum, within(1e-6));
            }
        }
    }

    @Test
    void aNormalisedRowHasTheGainAsDeviationAndTheBiasAsMean() {
        for (int width : new int[] {5, 32, 50}) {
            Norm norm = new Norm(Draw.floats(width, 1, random), Draw.floats(width, 1, random));
            float[] x = Draw.floats(2 * width, 3, random);
            float[] residual = Draw.floats(2 * width, 3, random);
            float[] y = x.clone();

            arithmetic.normalise(y, 0, residual, 0, width, 2, norm);

            for (int row = 0; row < 2; row++) {
                assertNormalised(x, residual, y, row * width, norm);
            }
        }
    }

    private static void assertNormalised(float[] x, float[] residual, float[] y, int at, Norm norm) {
        int width = norm.gain().length;
        double mean = 0;
        for (int i = at; i < at + width; i++) {
            mean += (x[i] + residual[i]) / width;
        }
        double variance = 0;
        for (int i = at; i < at + width; i++) {
            variance += Math.pow(x[i] + residual[i] - mean, 2) / width;
        }
        for (int i = 0; i < width; i++) {
            double unit = (x[at + i] + residual[at + i] - mean) / Math.sqrt(variance + 1e-5);
            assertThat((double) y[at + i]).isCloseTo(unit * norm.gain()[i] + norm.bias()[i], within(1e-5));
        }
    }

    @Test
    void addingTouchesOnlyItsNumbers() {
        float[] to = new float[40];

        arithmetic.add(Draw.floats(40, 1, random), 2, to, 1, 37);

        assertThat(to[0]).isZero();
        assertThat(to[1]).isNotZero();
        assertThat(to[37]).isNotZero();
        assertThat(to[38]).isZero();
    }

    @Test
    void theSumCountsEveryNumber() {
        float[] values = new float[150];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }

        assertThat(arithmetic.sum(values)).isEqualTo(149 * 150 / 2f);
    }
}
