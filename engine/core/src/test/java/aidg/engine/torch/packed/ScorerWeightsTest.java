package aidg.engine.torch.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScorerWeightsTest {

    private final ScorerShape small = new ScorerShape(2, 3, 4, 2, 5, 6, 2, 7, 4, 2);

    private Map<String, float[]> arrays() {
        ScorerWeights weights = ScorerWeights.random(small, new SplittableRandom(1));
        Map<String, float[]> arrays = new HashMap<>();
        small.arrays().keySet().forEach(name -> arrays.put(name, weights.array(name)));
        return arrays;
    }

    @Test
    void aMissingArrayIsNamed() {
        Map<String, float[]> arrays = arrays();
        arrays.remove("joint.weight");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorerWeights(small, arrays))
                .withMessage("the weights lack the array 'joint.weight'");
    }

    @Test
    void anArrayOfAnotherSizeIsNamedWithTheSizeItShouldHave() {
        Map<String, float[]> arrays = arrays();
        arrays.put("lift.weight", new float[59]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorerWeights(small, arrays))
                .withMessage("the array 'lift.weight' holds 59 numbers, expected [2, 5, 6]");
    }

    @Test
    void anUnknownArrayIsNamed() {
        Map<String, float[]> arrays = arrays();
        arrays.put("mix.weight", new float[1]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorerWeights(small, arrays))
                .withMessage("the scorer has no array 'mix.weight'");
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorerShape(2, 3, 4, 2, 5, 7, 2, 7, 4, 2))
                .withMessage("2 heads do not divide a width of 7");
    }

    @Test
    void aDealOfTheStandardShapeTakesTwelveMillionMultiplyAdds() {
        assertThat(ScorerShape.STANDARD.multiplyAdds()).isEqualTo(12_258_816);
    }

    @Test
    void roundedMatricesKeepEightBitsAndBiasesAllTheirs() {
        ScorerWeights weights = ScorerWeights.random(small, new SplittableRandom(1));

        ScorerWeights rounded = weights.rounded();

        assertThat(weights.isRounded()).isFalse();
        assertThat(rounded.isRounded()).isTrue();
        assertThat(rounded.array("lift.bias")).isEqualTo(weights.array("lift.bias"));
        float[] before = weights.array("lift.weight");
        float[] after = rounded.array("lift.weight");
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(Math.abs(before[i]) / 256));
        }
    }
}
