package aidg.engine.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.Merchant;
import aidg.engine.encoder.MerchantProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Prototypes of categories. [EXP-4] [B4]
class PrototypicalMemoryTest {

    private static final int WIDTH = 16;
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final Category RESTAURANT = new Category("restaurant");
    private static final Category FALCONRY = new Category("falconry");

    private static Merchant merchant(String id, Category category) {
        Merchant like = SmallMarket.merchant(id);
        return new Merchant(
                id,
                like.name(),
                category,
                like.cityId(),
                like.area(),
                like.position(),
                like.joinedOn(),
                like.baselineGp30());
    }

    private static List<Merchant> merchants(int restaurants, int falconers) {
        List<Merchant> merchants = new ArrayList<>();
        for (int i = 0; i < restaurants; i++) {
            merchants.add(merchant("r%04d".formatted(i), RESTAURANT));
        }
        for (int i = 0; i < falconers; i++) {
            merchants.add(merchant("f%04d".formatted(i), FALCONRY));
        }
        return merchants;
    }

    private static MerchantProfiles profiles(List<Merchant> merchants) {
        SplittableRandom random = new SplittableRandom(3);
        float[] vectors = new float[merchants.size() * WIDTH];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextGaussian();
        }
        return new MerchantProfiles(merchants.stream().map(Merchant::id).toList(), vectors);
    }

    private static PrototypicalMemory memory(List<Merchant> merchants) {
        return PrototypicalMemory.of(profiles(merchants), merchants, NOW);
    }

    @Test
    void aCategoryHasAtMostAHundredPrototypesAndFiveAreFound() {
        List<Merchant> merchants = merchants(260, 40);
        PrototypicalMemory memory = memory(merchants);

        assertThat(merchants.stream().filter(m -> memory.isPrototype(m.id(), RESTAURANT)))
                .hasSize(100);
        assertThat(merchants.stream().filter(m -> memory.isPrototype(m.id(), FALCONRY)))
                .hasSize(40);
        PrototypicalMemory.Found found = memory.similarTo("r0007", RESTAURANT);
        assertThat(found.notice()).isEmpty();
        assertThat(found.nearest())
                .hasSize(5)
                .allSatisfy(near ->
                        assertThat(memory.isPrototype(near.id(), RESTAURANT)).isTrue());
        assertThat(found.nearest()).extracting(UnitVectors.Near::id).doesNotContain("r0007");
        assertThat(found.nearest())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(UnitVectors.Near::cosine).reversed());
    }

    @Test
    void smallAndEmptyCategoriesFallBackWithANotice() {
        PrototypicalMemory memory = memory(merchants(20, 1));

        assertThat(memory.similarTo("f0000", FALCONRY).nearest()).hasSize(5);
        assertThat(memory.similarTo("f0000", FALCONRY).notice()).contains("No other merchant sells");
        assertThat(memory.similarTo("r0000", new Category("unheard of")).notice())
                .contains("No other merchant sells");
        PrototypicalMemory pair = memory(merchants(2, 0));
        assertThat(pair.similarTo("r0000", RESTAURANT).nearest()).hasSize(1);
        assertThat(pair.similarTo("r0000", RESTAURANT).notice()).contains("Only one other");
        PrototypicalMemory alone = memory(merchants(1, 0));
        assertThat(alone.similarTo("r0000", RESTAURANT).nearest()).isEmpty();
        assertThat(alone.similarTo("r0000", RESTAURANT).notice()).contains("no other merchant to compare");
        assertThatThrownBy(() -> alone.similarTo("nobody", RESTAURANT)).hasMessageContaining("nobody");
    }

    @Test
    void prototypesAreStaleAfterADay() {
        PrototypicalMemory.Choice choice = memory(merchants(3, 0)).choice();

        assertThat(choice.isStale(NOW)).isFalse();
        assertThat(choice.isStale(NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .isFalse();
        assertThat(choice.isStale(NOW.plus(Duration.ofHours(24)))).isTrue();
        assertThat(choice.isStale(NOW.minusMillis(1)))
                .as("the clock was put back")
                .isTrue();
    }

    @Test
    void whatWasChosenBeforeAnswersAsItDidThen() {
        List<Merchant> merchants = merchants(150, 3);
        PrototypicalMemory first = memory(merchants);

        PrototypicalMemory again = PrototypicalMemory.of(profiles(merchants), merchants, first.choice());

        for (String id : List.of("r0000", "r0149", "f0001")) {
            assertThat(again.similarTo(id, RESTAURANT)).isEqualTo(first.similarTo(id, RESTAURANT));
            assertThat(again.similarTo(id, new Category("none"))).isEqualTo(first.similarTo(id, new Category("none")));
        }
        assertThat(again.choice()).isEqualTo(first.choice());
    }

    @Test
    void medoidsAreNoWorseThanAnySingleSwap() {
        List<Merchant> merchants = merchants(60, 0);
        MerchantProfiles profiles = profiles(merchants);
        float[] rows = new float[60 * WIDTH];
        for (int i = 0; i < 60; i++) {
            System.arraycopy(profiles.of(merchants.get(i).id()), 0, rows, i * WIDTH, WIDTH);
        }
        UnitVectors vectors = new UnitVectors(profiles.merchantIds(), rows, WIDTH);

        int[] medoids = KMedoids.of(vectors, 6, 1);
        double cost = KMedoids.cost(vectors, medoids);

        assertThat(medoids).hasSize(6).isSorted().doesNotHaveDuplicates();
        for (int m = 0; m < 6; m++) {
            for (int other = 0; other < 60; other++) {
                int[] swapped = medoids.clone();
                swapped[m] = other;
                assertThat(KMedoids.cost(vectors, swapped)).isGreaterThan(cost - 1e-5);
            }
        }
        assertThat(KMedoids.of(vectors, 60, 1))
                .containsExactly(IntStream.range(0, 60).toArray());
    }

    /// Points of a plane that is tilted into many dimensions come back as that plane.
    @Test
    void theMapKeepsThePlaneInWhichVectorsDiffer() {
        SplittableRandom random = new SplittableRandom(8);
        float[] rows = new float[50 * WIDTH];
        for (int i = 0; i < 50; i++) {
            double a = 0.3 * random.nextGaussian();
            double b = 0.1 * random.nextGaussian();
            rows[i * WIDTH] = 10;
            rows[i * WIDTH + 3] = (float) a;
            rows[i * WIDTH + 9] = (float) (a + b);
        }
        UnitVectors vectors = new UnitVectors(
                IntStream.range(0, 50).mapToObj("v%d"::formatted).toList(), rows, WIDTH);

        PlaneMap map = PlaneMap.of(vectors);

        assertThat(map.kept()).isGreaterThan(0.999);
        for (int i = 1; i < 50; i++) {
            PlaneMap.Point p = map.points().get(i);
            PlaneMap.Point q = map.points().get(i - 1);
            double far = 0;
            for (int k = 0; k < WIDTH; k++) {
                double step = vectors.of(p.id())[k] - vectors.of(q.id())[k];
                far += step * step;
            }
            assertThat(Math.hypot(p.x() - q.x(), p.y() - q.y())).isCloseTo(Math.sqrt(far), offset(1e-3));
        }
        assertThat(memory(merchants(1, 0)).map(RESTAURANT, List.of()).points()).hasSize(1);
        assertThat(memory(merchants(1, 0)).map(FALCONRY, List.of()).points()).isEmpty();
    }
}
