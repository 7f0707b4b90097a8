package aidg.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.Part;
import aidg.engine.domain.Money;
import aidg.ui.control.Fall.Kind;
import aidg.ui.control.Fall.Step;
import aidg.ui.format.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FallTest {

    private static final Figures FIGURES = new Figures(Locale.US, ZoneOffset.UTC);

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void roundedPointsAddUpToTheRoundedScore(int seed) {
        Random random = new Random(seed);
        double base = 0.2 + random.nextDouble() * 0.6;
        List<Double> points = new ArrayList<>();
        double score = base;
        for (int i = 0; i < random.nextInt(12); i++) {
            double change = Math.clamp(score + random.nextGaussian() * 0.05, 0.01, 0.99) - score;
            points.add(change);
            score += change;
        }

        Fall fall = Fall.of(trace(base, facts(points)), "Base rate", score, FIGURES);

        int told = fall.steps().stream()
                .filter(step -> step.kind() == Kind.CHANGE)
                .mapToInt(step ->
                        Integer.parseInt(step.points().replace("\u2212", "-").replace("+", "")))
                .sum();
        assertThat(Math.round(base * 100) + told).isEqualTo(Math.round(score * 100));
        assertThat(fall.steps()).allSatisfy(step -> {
            assertThat(step.from()).isBetween(fall.low(), fall.high());
            assertThat(step.to()).isBetween(fall.low(), fall.high());
        });
    }

    @Test
    void fiveLargestAreNamedAndTheRestIsOneRow() {
        Fall fall = Fall.of(
                trace(0.54, facts(List.of(0.09, 0.08, -0.06, 0.05, -0.03, 0.02, 0.01, 0.01))),
                "Base rate",
                0.71,
                FIGURES);

        assertThat(fall.steps())
                .extracting(Step::words, Step::points)
                .containsExactly(
                        tuple("Base rate", "54%"),
                        tuple("Fact 0", "+9"),
                        tuple("Fact 1", "+8"),
                        tuple("Fact 2", "\u22126"),
                        tuple("Fact 3", "+5"),
                        tuple("Fact 4", "\u22123"),
                        tuple("3 smaller features together", "+4"),
                        tuple("Score", "71%"));
    }

    @Test
    void whatIsWorkedOutFromCausesIsToldByThem() {
        Contribution forecast = new Contribution(
                "forecast",
                "Forecast",
                "",
                -0.2,
                Money.ZERO,
                List.of(
                        new Part("season", "Season", "", -0.3, Money.ZERO),
                        new Part("discount", "Discount", "", 0.1, Money.ZERO)));
        Fall fall = Fall.of(
                trace(0.6, List.of(forecast, new Contribution("price", "Price", "", 0.15, Money.ZERO))),
                "Base rate",
                0.55,
                FIGURES);

        assertThat(fall.steps())
                .extracting(Step::words, Step::points)
                .containsExactly(
                        tuple("Base rate", "60%"),
                        tuple("Season", "\u221230"),
                        tuple("Price", "+15"),
                        tuple("Discount", "+10"),
                        tuple("Score", "55%"));
    }

    @Test
    void screenReadersHearTheAxisAndEveryRow() {
        Fall fall = Fall.of(trace(0.54, facts(List.of(0.09))), "Base rate", 0.63, FIGURES);

        assertThat(fall.inWords(FIGURES)).isEqualTo("Axis from 49% to 68%. Base rate 54%. Fact 0 +9. Score 63%.");
    }

    private static List<Contribution> facts(List<Double> points) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> new Contribution("f" + i, "Fact " + i, "", points.get(i), Money.ZERO))
                .toList();
    }

    private static ScoreTrace trace(double base, List<Contribution> contributions) {
        return new ScoreTrace(
                "hash",
                "schema",
                "CPU",
                1,
                LocalDate.EPOCH,
                List.of(),
                new Attention(List.of(), List.of(), List.of(), List.of(), List.of()),
                0,
                0,
                List.of(1.0, 0.0),
                base,
                contributions,
                List.of(),
                List.of());
    }
}
