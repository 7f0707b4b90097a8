package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.PlantedTruth.Judged;
import aidg.engine.explain.Honesty.Badge;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Do explanations name what really drives a deal? On a generated marketplace that the shipped model never saw,
/// where that is known. `PlantedStudy` prints the large table of engine/README.md, decision 25. [EXP-2] [EXP-3]
class PlantedTruthTest {

    private static final double CHANCE = (double) PlantedTruth.NAMED / PlantedTruth.causes();

    @Test
    void explanationsNameTrueDriversAndSteadyOnesMoreSo() {
        PlantedTruth planted = new PlantedTruth(90, 50, 31);
        assertThat(planted.worstDifference())
                .as("the causes are those of the generator")
                .isLessThan(2e-3);

        List<Judged> judged = planted.explain(60);
        List<Judged> green = PlantedTruth.byBadge(judged).getOrDefault(Badge.GREEN, List.of());
        List<Judged> others = judged.stream()
                .filter(one -> one.honesty().badge() != Badge.GREEN)
                .toList();

        assertThat(green).hasSizeGreaterThan(judged.size() / 2);
        assertThat(others).isNotEmpty();
        int named = (int) green.stream().filter(Judged::namesADriver).count();
        assertThat(PlantedTruth.binomial(named, green.size(), CHANCE))
                .as("%d of %d green ones name a driver first", named, green.size())
                .isLessThan(1e-9);
        assertThat(green.stream().mapToInt(Judged::hits).average().orElse(0))
                .isGreaterThan(1.5 * CHANCE * PlantedTruth.NAMED);
        assertThat(shareNamingTheDriver(green)).isGreaterThan(shareNamingTheDriver(others));
        assertThat(steadiness(judged, true)).isGreaterThan(steadiness(judged, false));
    }

    private static double shareNamingTheDriver(List<Judged> judged) {
        return judged.stream()
                .mapToDouble(one -> one.namesTheDriver() ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static double steadiness(List<Judged> judged, boolean right) {
        return judged.stream()
                .filter(one -> one.namesTheDriver() == right)
                .mapToDouble(one -> one.honesty().steadiness())
                .average()
                .orElse(0);
    }

    /// The lady tasting tea, and coins.
    @Test
    void theTestsOfSignificanceAreThoseOfTheTextbook() {
        assertThat(PlantedTruth.fisher(4, 4, 0, 4)).isCloseTo(1.0 / 70, offset(1e-12));
        assertThat(PlantedTruth.fisher(3, 4, 1, 4)).isCloseTo(17.0 / 70, offset(1e-12));
        assertThat(PlantedTruth.binomial(3, 3, 0.5)).isCloseTo(0.125, offset(1e-12));
        assertThat(PlantedTruth.binomial(0, 7, 0.3)).isCloseTo(1, offset(1e-12));
    }
}
