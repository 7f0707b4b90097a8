package aidg.engine.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    /// Outcomes of merchants who share what the model does not see.
    ///
    /// @param hidden deviation of a merchant's log-odds around the predicted ones
    private static List<Case> cases(int merchants, int each, double hidden, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int m = 0; m < merchants; m++) {
            double effect = hidden * random.nextGaussian();
            for (int i = 0; i < each; i++) {
                double logit = random.nextGaussian();
                boolean success = random.nextDouble() < Calibration.sigmoid(logit + effect);
                double deviation = 0.2 + random.nextDouble();
                double noise = random.nextGaussian() * (random.nextInt(10) == 0 ? 4 : 1);
                Scorer.Output output = new Scorer.Output(5, logit, logit, 0, 1.5, deviation);
                cases.add(new Case(output, "m" + m, 3L * i, success, true, 1.5 + deviation * noise, 40));
            }
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
        Calibration calibration = CalibrationFit.fit(cases(400, 10, 0, 1));

        List<Case> fresh = cases(1000, 10, 0, 2);
        long inside = fresh.stream()
                .filter(c -> Math.abs(c.ratio() - c.output().ratio())
                        <= calibration.ratioWidth() * c.output().deviation())
                .count();

        assertThat((double) inside / fresh.size()).isCloseTo(0.9, offset(0.02));
    }

    @Test
    void whatMerchantsShareUnseenWidensTheScoresInterval() {
        double none = CalibrationFit.fit(cases(500, 15, 0, 1)).logitSpread().getLast();
        double some = CalibrationFit.fit(cases(500, 15, 0.8, 1)).logitSpread().getLast();

        assertThat(none).isLessThan(0.35);
        assertThat(some).isBetween(0.55, 1.0);
    }

    @Test
    void theScoresIntervalContainsTheScore() {
        Calibration calibration = CalibrationFit.fit(cases(100, 5, 0.5, 1));

        for (double logit = -60; logit <= 60; logit += 0.25) {
            for (int known : new int[] {0, 9, 10, 29, 30, 5000}) {
                Interval interval = calibration.interval(logit, known);
                double score = calibration.success().probability(logit);
                assertThat(interval.low()).isLessThanOrEqualTo(score);
                assertThat(interval.high()).isGreaterThanOrEqualTo(score);
            }
        }
        assertThat(calibration.interval(0, 0).width()).isPositive();
    }

    @Test
    void threeBandsOfHistoryNeedThreeSpreads() {
        Line line = new Line(1, 0);

        assertThatThrownBy(() -> new Calibration(line, line, line, 1, List.of(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("three spreads");
        assertThat(List.of(Calibration.band(9), Calibration.band(10), Calibration.band(29), Calibration.band(30)))
                .containsExactly(0, 1, 1, 2);
    }
}
