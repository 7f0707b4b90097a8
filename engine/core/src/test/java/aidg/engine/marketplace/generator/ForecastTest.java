package aidg.engine.marketplace.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.domain.DealOutcome;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    @ParameterizedTest
    @CsvSource({
        "400, 0.10, 1000, 20, 400, 80, 1000",
        "4000, 0.05, 120, 9, 400, 100, 1400",
        "50, 0.02, 10, 30, 900, 50, 1000",
        "900, 0.40, 500, -2, 1500, 100, 1000"
    })
    void theProbabilityIsTheFrequencyOfManyDraws(
            double views, double rate, int capacity, double margin, double ordinary, double sd, double baseline) {
        Forecast forecast = new Forecast(views, rate, capacity, margin, ordinary, sd, baseline);
        SplittableRandom random = new SplittableRandom(3);
        int draws = 40_000;
        int reached = 0;
        for (int i = 0; i < draws; i++) {
            DealOutcome outcome = forecast.draw(random);
            assertThat(outcome.redemptions()).isLessThanOrEqualTo(Math.min(capacity, outcome.views()));
            reached += outcome.gp30().amount() >= baseline ? 1 : 0;
        }
        double probability = forecast.reachProbability();
        double noise = Math.sqrt(probability * (1 - probability) / draws);
        assertThat(reached / (double) draws).isCloseTo(probability, within(4 * noise + 1e-4));
    }

    @Test
    void drawsHaveTheMeansTheyClaim() {
        SplittableRandom random = new SplittableRandom(5);
        for (double mean : new double[] {0.3, 8, 29.9, 31, 250, 6000}) {
            double sum = 0;
            double squares = 0;
            int draws = 50_000;
            for (int i = 0; i < draws; i++) {
                double x = Draws.poisson(random, mean);
                sum += x;
                squares += (x - mean) * (x - mean);
            }
            assertThat(sum / draws).isCloseTo(mean, within(5 * Math.sqrt(mean / draws)));
            assertThat(squares / draws / mean).isCloseTo(1, within(0.04 + 0.1 / mean));
        }
    }

    @Test
    void theNormalDistributionFunctionIsRight() {
        assertThat(Gaussian.cdf(0)).isCloseTo(0.5, within(1e-6));
        assertThat(Gaussian.cdf(1.959964)).isCloseTo(0.975, within(1e-6));
        assertThat(Gaussian.cdf(-3)).isCloseTo(0.001349898, within(1e-8));
        assertThat(Gaussian.logFactorial(20)).isCloseTo(Math.log(2432902008176640000.0), within(1e-8));
    }

    @Test
    void theBestDiscountEarnsMost() {
        double best = DiscountAnswer.best(6.5, 0.42, 0.38);
        assertThat(best).isBetween(0.2, 0.5);
        assertThat(DiscountAnswer.profit(best, 6.5, 0.42, 0.38))
                .isGreaterThan(DiscountAnswer.profit(best + 0.1, 6.5, 0.42, 0.38))
                .isGreaterThan(DiscountAnswer.profit(best - 0.1, 6.5, 0.42, 0.38));
    }

    @Test
    void pricesEndAsShopsEndThem() {
        assertThat(PriceTag.near(12.31).amount()).isEqualTo(12.5);
        assertThat(PriceTag.near(12.81).amount()).isEqualTo(12.9);
        assertThat(PriceTag.near(48.2).amount()).isEqualTo(49);
        assertThat(PriceTag.near(117.7).amount()).isEqualTo(119);
        assertThat(PriceTag.near(0.4).isPositive()).isTrue();
    }
}
