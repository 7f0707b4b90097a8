package aidg.engine.encoder.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Edges, shares and samples. [PER-10] [X1]
class EdgesTest {

    /// 0 - 1 (1), 2 - 0 (3), 1 - 3 (2); node 4 is alone.
    private static Edges edges() {
        return Edges.undirected(5, new int[] {0, 2, 1}, new int[] {1, 0, 3}, new float[] {1, 3, 2});
    }

    @Test
    void everyEdgeCanBeWalkedBothWaysInTheOrderOfTheNeighbours() {
        assertThat(edges().offsets()).containsExactly(0, 2, 4, 5, 6, 6);
        assertThat(edges().neighbours()).containsExactly(1, 2, 0, 3, 0, 1);
        assertThat(edges().weights()).containsExactly(1, 3, 1, 2, 3, 2);
    }

    @Test
    void aMeanGivesSharesThatAddUpToOne() {
        Shares shares = Aggregator.MEAN.shares(edges());

        assertThat(shares.edges().weights())
                .containsExactly(new float[] {0.25f, 0.75f, 1 / 3f, 2 / 3f, 1, 1}, offset(1e-6f));
        assertThat(shares.own()).containsOnly(0);
    }

    @Test
    void aConvolutionNormalisesByBothEnds() {
        Shares shares = Aggregator.GCN.shares(edges());

        assertThat(shares.edges().weights()[0]).isCloseTo((float) (1 / Math.sqrt(5 * 4)), offset(1e-6f));
        assertThat(shares.own()).containsExactly(new float[] {1 / 5f, 1 / 4f, 1 / 4f, 1 / 3f, 1}, offset(1e-6f));
    }

    @Test
    void aNodeWithoutNeighboursTakesNothing() {
        float[] sums = Aggregator.MEAN.shares(edges()).gather(new float[] {1, 2, 3, 4, 5}, 1, 3, 5);

        assertThat(sums).containsExactly(2, 0);
    }

    @Test
    void samplesBeginWithTheirSeedsAndStayWithinTheFanOut() {
        Sample sample = new NeighbourSampler(Aggregator.MEAN.shares(edges()))
                .draw(new int[] {1, 4}, new int[] {1, 2}, new SplittableRandom(1));

        assertThat(sample.nodes()).startsWith(1, 4);
        assertThat(sample.blocks()).hasSize(2);
        assertThat(sample.blocks().getLast().targets()).isEqualTo(2);
        assertThat(sample.blocks()).allSatisfy(block -> {
            assertThat(block.fan()).isLessThanOrEqualTo(2);
            assertThat(block.slots()).hasSize(block.targets() * block.fan());
        });
        assertThat(sample.blocks().getFirst().sources()).isEqualTo(sample.nodes().length);
    }

    @Test
    void edgesThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> new Edges(new int[] {0, 2}, new int[] {0}, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
