package aidg.engine.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.domain.Interval;
import aidg.engine.scorer.Calibration.Line;
import aidg.engine.scorer.CalibrationFit.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static List<Case> cases(int count, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double logit = random.nextGaussian();
            boolean success = random.nextDouble() < Calibration.sigmoid(logit);
            double deviation = 0.2 + random.nextDouble();
            double noise = random.nextGaussian() * (random.nextInt(10) == 0 ? 4 : 1);
            Scorer.Output output = new Scorer.Output(5, logit, logit, 0, 1.5, deviation);
            cases.add(new Case(output, success, true, 1.5 + deviation * noise));
        }
        return cases;
    }

    @Test
    void plattFindsTheSlopeAndOffsetThatMadeTheLabels() {
        Random random = new Random(3);
        double[] logits = random.doubles(30_000, -4, 4).toArray();
        double[] labels = Arrays.stream(logits)
                .map(x -> random.nextDouble() < Calibration.sigmoid(1.7 * x - 0.6) ? 1 : 0)
                .toArray();

        Line line = Calibration.platt(logits, labels);

        assertThat(line.slope()).isCloseTo(1.7, offset(0.08));
        assertThat(line.offset()).isCloseTo(-0.6, offset(0.06));
    }

    @Test
    void plattStaysFiniteWhereClassesSeparateOrOneIsAbsent() {
        double[] logits = {-3, -2, -1, 1, 2, 3};
        Line separated = Calibration.platt(logits, new double[] {0, 0, 0, 1, 1, 1});
        Line onlyYes = Calibration.platt(logits, new double[] {1, 1, 1, 1, 1, 1});

        assertThat(separated.slope()).isBetween(0.1, 10.0);
        assertThat(separated.probability(-3)).isLessThan(0.2);
        assertThat(separated.probability(3)).isGreaterThan(0.8);
        for (double logit : logits) {
            assertThat(onlyYes.probability(logit))
                    .as("six of six, after Platt 7 of 8")
                    .isBetween(0.8, 0.95);
        }
        assertThat(Calibration.platt(new double[0], new double[0])).isEqualTo(new Line(1, 0));
    }

    @Test
    void plattTamesLogOddsThatAreFarTooSure() {
        Random random = new Random(4);
        double[] logits = random.doubles(4000, -300, 300).toArray();
        double[] labels = Arrays.stream(logits)
                .map(x -> random.nextDouble() < Calibration.sigmoid(x / 100) ? 1 : 0)
                .toArray();

        Line line = Calibration.platt(logits, labels);

        assertThat(line.slope()).isCloseTo(0.01, offset(0.001));
        assertThat(line.offset()).isCloseTo(0, offset(0.15));
    }

    @Test
    void theGrossProfitIntervalCoversNineOfTenNewDeals() {
        Calibration calibration = CalibrationFit.fit(cases(4_000, 1));

        List<Case> fresh = cases(10_000, 2);
        long inside = fresh.stream()
                .filter(c -> Math.abs(c.ratio() - c.output().ratio())
                        <= calibration.ratioWidth() * c.output().deviation())
                .count();

        assertThat((double) inside / fresh.size()).isCloseTo(0.9, offset(0.02));
    }

    @Test
    void theScoresIntervalContainsTheScoreAndGrowsWithTheDoubt() {
        Calibration calibration = CalibrationFit.fit(cases(500, 1));

        for (double logit = -60; logit <= 60; logit += 0.25) {
            double score = calibration.success().probability(logit);
            double width = 0;
            for (double doubt : new double[] {0, 0.1, 0.5, 1, 3}) {
                Interval interval = calibration.interval(logit, doubt);
                assertThat(interval.low()).isLessThanOrEqualTo(score);
                assertThat(interval.high()).isGreaterThanOrEqualTo(score);
                assertThat(Math.abs(logit) > 3 || interval.width() >= width).isTrue();
                width = interval.width();
            }
        }
        assertThat(calibration.interval(0, 0).width()).isPositive();
        assertThat(calibration.interval(0, Double.NaN))
                .as("a deal of which there is no forecast")
                .isEqualTo(calibration.interval(0, 0.5));
    }

    @Test
    void nineOfTenTrueProbabilitiesLieInTheIntervalWhereTheDoubtIsRight() {
        Calibration calibration = new Calibration(new Line(1, 0), new Line(1, 0), new Line(1, 0), 1);
        Random random = new Random(8);
        int inside = 0;
        for (int i = 0; i < 20_000; i++) {
            double doubt = 0.3 + random.nextDouble();
            double middle = 1.5 * random.nextGaussian();
            double truth = Calibration.sigmoid(middle + doubt * random.nextGaussian());
            double marginal = middle / Math.sqrt(1 + Math.PI * doubt * doubt / 8);
            Interval interval = calibration.interval(marginal, doubt);
            inside += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }

        assertThat(inside / 20_000.0).isCloseTo(0.9, offset(0.01));
    }
}
