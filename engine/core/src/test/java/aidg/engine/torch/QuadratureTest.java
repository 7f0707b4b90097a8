package aidg.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class QuadratureTest {

    private static double integral(int points, DoubleUnaryOperator function) {
        Quadrature quadrature = Quadrature.of(points);
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += quadrature.weights()[i] * function.applyAsDouble(quadrature.at()[i]);
        }
        return sum;
    }

    @Test
    void polynomialsUnderTwiceTheNumberOfPointsAreExact() {
        for (int points = 1; points <= 64; points++) {
            int degree = 2 * points - 1;
            assertThat(integral(points, x -> Math.pow(x, degree))).isCloseTo(1.0 / (degree + 1), offset(1e-13));
            assertThat(Arrays.stream(Quadrature.of(points).weights()).sum()).isCloseTo(1, offset(1e-13));
        }
        assertThat(integral(2, x -> Math.pow(x, 4))).isNotCloseTo(0.2, offset(1e-3));
    }

    @Test
    void threePointsAreThoseOfTheTextbook() {
        Quadrature quadrature = Quadrature.of(3);

        assertThat(quadrature.at())
                .containsExactly(new double[] {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)}, offset(1e-14));
        assertThat(quadrature.weights()).containsExactly(new double[] {5.0 / 18, 8.0 / 18, 5.0 / 18}, offset(1e-14));
    }

    @Test
    void anExponentialIsExactToRoundingWithEightPoints() {
        assertThat(integral(8, Math::exp)).isCloseTo(Math.E - 1, offset(1e-14));
    }
}
