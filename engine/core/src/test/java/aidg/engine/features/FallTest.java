package aidg.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/// The exponential from a table.
class FallTest {

    @Test
    void agreesWithTheExponential() {
        for (double x = 0; x < 40; x += 0.0137) {
            assertThat(Fall.of(x)).isCloseTo(Math.exp(-x), withinPercentage(1e-9));
        }
    }

    @Test
    void isNothingFarOutAndForWhatIsNoNumber() {
        assertThat(new double[] {Fall.of(40), Fall.of(1e300), Fall.of(Double.POSITIVE_INFINITY), Fall.of(Double.NaN)})
                .containsOnly(0);
    }
}
