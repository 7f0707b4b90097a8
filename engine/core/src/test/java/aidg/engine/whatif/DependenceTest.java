package aidg.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.whatif.Dependence.Correlation;
import aidg.engine.whatif.Dependence.Miss;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// How much alike errors are, on errors made with known correlations. [WB-10]
class DependenceTest {

    /// Errors of variance 1: 0.1 shared by all of a week, 0.1 by a city, 0.1 by a neighbourhood, 0.2 by a merchant.
    private static List<Miss> planted(int weeks) {
        SplittableRandom random = new SplittableRandom(3);
        List<Miss> misses = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            double all = random.nextGaussian() * Math.sqrt(0.1);
            for (int city = 0; city < 4; city++) {
                double inCity = all + random.nextGaussian() * Math.sqrt(0.1);
                for (int area = 0; area < 4; area++) {
                    double near = inCity + random.nextGaussian() * Math.sqrt(0.1);
                    for (int merchant = 0; merchant < 4; merchant++) {
                        double own = near + random.nextGaussian() * Math.sqrt(0.2);
                        for (int deal = 0; deal < 2; deal++) {
                            misses.add(new Miss(
                                    week,
                                    new Place(city + "/" + area + "/" + merchant, city + "/" + area, "" + city),
                                    own + random.nextGaussian() * Math.sqrt(0.5)));
                        }
                    }
                }
            }
        }
        return misses;
    }

    @Test
    void plantedCorrelationsAreFoundInsideTheirIntervals() {
        Dependence found = Objects.requireNonNull(Dependence.of(planted(200)));

        assertThat(found.merchant().estimate()).isCloseTo(0.5, offset(0.05));
        assertThat(found.neighbourhood().estimate()).isCloseTo(0.3, offset(0.05));
        assertThat(found.city().estimate()).isCloseTo(0.2, offset(0.05));
        assertThat(found.market().estimate()).isCloseTo(0.1, offset(0.05));
        for (Correlation one : List.of(found.merchant(), found.neighbourhood(), found.city(), found.market())) {
            assertThat(one.low()).isLessThan(one.estimate());
            assertThat(one.high()).isGreaterThan(one.estimate());
        }
        assertThat(found.merchant().pairs()).isEqualTo(200L * 64);
    }

    @Test
    void aTotalsHalfWidthFollowsFromTheUpperEndsOfTheCorrelations() {
        Dependence half = new Dependence(known(0.5), known(0.25), known(0), known(-0.2), 100, 10);
        List<Place> places = List.of(
                new Place("m", "n", "c"), new Place("m", "n", "c"), new Place("o", "n", "c"), new Place("p", "q", "c"));

        double width = half.halfWidth(places, new double[] {1, 1, 1, 1});

        assertThat(width).isCloseTo(Math.sqrt(4 + 2 * 0.5 + 4 * 0.25), offset(1e-9));
    }

    @Test
    void whatIsUnknownOfOneMerchantCountsAsWhollyAlike() {
        Correlation unknown = new Correlation(Double.NaN, Double.NaN, Double.NaN, 3);
        Dependence half = new Dependence(unknown, known(0), known(0), known(0), 100, 10);
        List<Place> places = List.of(new Place("m", "n", "c"), new Place("m", "n", "c"), new Place("o", "n", "c"));

        assertThat(half.halfWidth(places, new double[] {1, 1, 2})).isCloseTo(Math.sqrt(8), offset(1e-9));
    }

    @Test
    void aFewWeeksTellNothing() {
        assertThat(Dependence.of(planted(5))).isNull();
    }

    private static Correlation known(double high) {
        return new Correlation(high - 0.1, high - 0.2, high, 100);
    }
}
