package aidg.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.encoder.EventAttention.Look;
import aidg.engine.encoder.HistoryWindow.Group;
import aidg.engine.encoder.MerchantEvents.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How the attention rows of a history become those of the memory's tokens, on numbers laid out by hand. [EXP-1]
class EventAttentionTest {

    /// Deal 0 reached its baseline twice as heard of, deal 1 was overridden and what went out instead is known,
    /// deal 2 is not.
    private static final HistoryWindow WINDOW = new HistoryWindow(
            List.of(
                    event(0, EventKind.OUTCOME, 0, true),
                    event(180, EventKind.OVERRIDDEN, 1, null),
                    event(180, EventKind.OUTCOME, 2, true),
                    event(300, EventKind.CHANGED_OUTCOME, 1, null)),
            List.of(1, 3),
            List.of(new HistoryWindow.Look(0, 301)));

    private static Event event(long day, EventKind kind, int deal, @Nullable Boolean success) {
        return new Event(day, kind, deal, success, new float[24], new float[64]);
    }

    /// One head; row `r` looks at position 0 with 0.5 and at position `r` with the rest.
    private static float[][][] ownHalf(int positions) {
        float[][] rows = new float[positions][positions];
        for (int row = 0; row < positions; row++) {
            rows[row][0] += 0.5f;
            rows[row][row] += 0.5f;
        }
        return new float[][][] {rows};
    }

    private static Look named(List<Look> looks, String name) {
        return looks.stream()
                .filter(look -> look.token().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTokenReadOutAtTheLastEventLooksWhereThatLooked() {
        List<Look> looks = new EventAttention(ownHalf(5), ownHalf(5), ownHalf(3)).deals(WINDOW);

        assertThat(looks.stream().map(look -> look.token().name()))
                .containsExactly(
                        "history_now",
                        "history_reached",
                        "history_missed",
                        "history_running",
                        "sequence_now",
                        "sequence_reached",
                        "sequence_missed");
        assertThat(named(looks, "history_now").heads()).isDeepEqualTo(new double[][] {{0, 0, 0, 0.5}});
        assertThat(named(looks, "sequence_now").start()).containsExactly(0.5);
    }

    @Test
    void aTokenThatAveragesLooksWhereItsEventsLookedEachByItsWeight() {
        float[] weights = new float[4];
        WINDOW.average(Group.REACHED, 301, weights, 0);
        Look reached = named(new EventAttention(ownHalf(5), ownHalf(5), ownHalf(3)).deals(WINDOW), "history_reached");

        assertThat(weights[2]).isGreaterThan(weights[0]).isLessThan(1);
        assertThat(reached.heads()[0])
                .containsExactly(new double[] {0.5 * weights[0], 0, 0.5 * weights[2], 0}, offset(1e-7));
        assertThat(reached.start()[0]).isCloseTo(0.5, offset(1e-6));
    }

    @Test
    void theAverageOfNothingLooksNowhere() {
        List<Look> looks = new EventAttention(ownHalf(5), ownHalf(5), ownHalf(3)).deals(WINDOW);

        assertThat(named(looks, "history_missed").heads()).isDeepEqualTo(new double[1][4]);
        assertThat(named(looks, "sequence_missed").start()).containsExactly(0);
    }

    @Test
    void overridesAreToldByTheirPlaceAmongAllEvents() {
        float[][][] attention = ownHalf(3);
        attention[0][2] = new float[] {0.2f, 0.3f, 0.5f};

        Look look = new EventAttention(ownHalf(5), ownHalf(5), attention)
                .overrides(WINDOW)
                .getFirst();

        assertThat(look.token().name()).isEqualTo("override_history");
        assertThat(look.heads()[0]).containsExactly(new double[] {0, 0.3, 0, 0.5}, offset(1e-6));
        assertThat(look.start()[0]).isCloseTo(0.2, offset(1e-6));
    }
}
