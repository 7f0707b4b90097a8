package aidg.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.ui.control.ColourMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The corridor's picture, of surfaces whose every colour is known.
class CorridorPixelsTest {

    private static final int SIDE = 101;
    private static final int WHITE = 0xffffffff;

    private static Surface surface(int points, DoubleBinaryOperator gp30) {
        List<Double> values = IntStream.range(0, points).mapToObj(i -> 1.0 + i).toList();
        Surface surface = Surface.empty(new Axis(Term.PRICE, values), new Axis(Term.DURATION, values));
        for (int i = 0; i < points; i++) {
            Arrays.fill(surface.allowed()[i], true);
            for (int j = 0; j < points; j++) {
                surface.gp30()[i][j] = gp30.applyAsDouble((double) i / (points - 1), (double) j / (points - 1));
            }
        }
        return surface;
    }

    private static int[] painted(Surface surface, double baseline) {
        return new CorridorPixels(surface).paint(baseline, SIDE, SIDE);
    }

    /// @param x columns from the left
    /// @param y rows from below
    private static int pixel(int[] pixels, int x, int y) {
        return pixels[(SIDE - 1 - y) * SIDE + x];
    }

    private static void assertNear(int colour, int wanted) {
        for (int shift = 0; shift <= 24; shift += 8) {
            assertThat(colour >> shift & 0xff)
                    .as("%08x beside %08x", colour, wanted)
                    .isCloseTo(wanted >> shift & 0xff, org.assertj.core.data.Offset.offset(1));
        }
    }

    @Test
    void coloursGoFromTheLeastToTheMostBetweenThePointsWorkedOut() {
        int[] pixels = painted(surface(2, (x, y) -> 1000 * x + 100 * y), -1);

        assertNear(pixel(pixels, 0, 0), ColourMap.argb(0));
        assertNear(pixel(pixels, 100, 100), ColourMap.argb(1));
        assertNear(pixel(pixels, 40, 30), ColourMap.argb(430 / 1100.0));
    }

    @Test
    void fiveLinesOfEqualValueAndNoFrame() {
        int[] pixels = painted(surface(3, (x, y) -> x), -1);

        List<Integer> lines = IntStream.range(0, SIDE)
                .filter(x -> {
                    int plain = ColourMap.argb(x / 100.0);
                    return (pixel(pixels, x, 50) >> 8 & 0xff) < (plain >> 8 & 0xff) - 2;
                })
                .boxed()
                .toList();
        assertThat(lines).containsExactly(17, 34, 50, 67, 84);
    }

    @Test
    void theBaselineIsALineOfItsOwn() {
        int[] pixels = painted(surface(2, (x, y) -> y), 0.705);

        for (int y = 0; y < SIDE; y++) {
            assertThat(pixel(pixels, 50, y) == WHITE).as("row %d", y).isEqualTo(y == 71);
        }
    }

    @Test
    void whatTheGuardRejectsIsHatched() {
        Surface surface = surface(2, (x, y) -> x);
        Arrays.fill(surface.allowed()[1], false);
        int[] pixels = painted(surface, 0.2);

        assertThat(pixel(pixels, 49, 10) >>> 24).isEqualTo(0xff);
        assertThat(pixel(pixels, 52, 10) >>> 24).isLessThan(0x80);
        assertThat(IntStream.range(60, 76).map(x -> pixel(pixels, x, 10)).distinct())
                .hasSize(2);

        Arrays.fill(surface.allowed()[0], false);
        assertThat(new CorridorPixels(surface).hasAllowed()).isFalse();
        assertThat(Arrays.stream(painted(surface, 0.2)).map(colour -> colour >>> 24))
                .allMatch(alpha -> alpha < 0x80);
    }

    @Test
    void oneValueAloneFillsThePicture() {
        assertThat(Arrays.stream(painted(surface(2, (x, y) -> 7), 9)).distinct())
                .containsExactly(ColourMap.argb(1));
    }
}
