package aidg.engine.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.similar.UnitVectors.Near;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Exact search by cosine. [EXP-4] [B4]
class UnitVectorsTest {

    private static final int WIDTH = 37;

    private static float[] draw(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj("m%03d"::formatted).toList();
    }

    private static double cosine(float[] rows, int row, float[] query) {
        double product = 0;
        double a = 0;
        double b = 0;
        for (int k = 0; k < WIDTH; k++) {
            product += (double) rows[row * WIDTH + k] * query[k];
            a += (double) rows[row * WIDTH + k] * rows[row * WIDTH + k];
            b += (double) query[k] * query[k];
        }
        return a == 0 || b == 0 ? 0 : product / Math.sqrt(a * b);
    }

    @Test
    void theNearestAreThoseOfASortByHand() {
        float[] rows = draw(500 * WIDTH, 1);
        UnitVectors vectors = new UnitVectors(ids(500), rows, WIDTH);
        for (int seed = 2; seed < 12; seed++) {
            float[] query = draw(WIDTH, seed);
            List<Near> byHand = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                byHand.add(new Near(ids(500).get(i), cosine(rows, i, query)));
            }
            byHand.sort(Comparator.comparingDouble(Near::cosine).reversed());

            List<Near> found = vectors.nearest(query, 5, "");

            assertThat(found)
                    .extracting(Near::id)
                    .containsExactlyElementsOf(
                            byHand.subList(0, 5).stream().map(Near::id).toList());
            for (int i = 0; i < 5; i++) {
                assertThat(found.get(i).cosine()).isCloseTo(byHand.get(i).cosine(), offset(1e-6));
            }
        }
    }

    @Test
    void itselfIsLeftOutAndTiesGoById() {
        float[] rows = new float[4 * WIDTH];
        for (int i = 0; i < 4; i++) {
            rows[i * WIDTH] = i + 1;
        }
        UnitVectors vectors = new UnitVectors(List.of("d", "b", "c", "a"), rows, WIDTH);

        assertThat(vectors.nearest(vectors.of("b"), 2, "b"))
                .extracting(Near::id)
                .containsExactly("a", "c");
        assertThat(vectors.nearest(vectors.of("b"), 9, "b"))
                .extracting(Near::id)
                .containsExactly("a", "c", "d");
        assertThat(vectors.nearest(vectors.of("b"), 0, "b")).isEmpty();
    }

    @Test
    void aVectorOfZerosIsLikeNothing() {
        float[] rows = draw(3 * WIDTH, 4);
        Arrays.fill(rows, WIDTH, 2 * WIDTH, 0);
        UnitVectors vectors = new UnitVectors(List.of("a", "zero", "b"), rows, WIDTH);

        assertThat(vectors.nearest(new float[WIDTH], 3, ""))
                .extracting(Near::cosine)
                .containsOnly(0.0);
        assertThat(vectors.nearest(draw(WIDTH, 5), 3, ""))
                .filteredOn(near -> near.id().equals("zero"))
                .extracting(Near::cosine)
                .containsExactly(0.0);
    }

    @Test
    void whatIsNotThereOrThereTwiceIsRefused() {
        UnitVectors vectors = new UnitVectors(ids(3), draw(3 * WIDTH, 6), WIDTH);

        assertThatThrownBy(() -> vectors.of("m9")).hasMessageContaining("m9");
        assertThatThrownBy(() -> new UnitVectors(List.of("a", "a"), new float[2 * WIDTH], WIDTH))
                .hasMessageContaining("two vectors");
        assertThatThrownBy(() -> new UnitVectors(ids(3), new float[5], WIDTH)).hasMessageContaining("3 rows");
    }
}
