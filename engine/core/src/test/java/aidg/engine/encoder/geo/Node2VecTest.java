package aidg.engine.encoder.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Walks and vectors of Node2Vec. [PER-9]
class Node2VecTest {

    private static JsonNode karate() {
        Path file = Path.of(System.getProperty("aidg.reference", "../shared/data"), "reference", "graph.json");
        assumeThat(Files.exists(file)).as("reference figures in %s", file).isTrue();
        return new ObjectMapper().readTree(file.toFile()).get("karate");
    }

    private static Links links(int nodes, int[]... pairs) {
        Links.Builder links = new Links.Builder();
        for (int i = 0; i < nodes; i++) {
            links.node();
        }
        for (int[] pair : pairs) {
            links.link(pair[0], pair[1], 1);
        }
        return links.build();
    }

    /// Two triangles joined by one link.
    private static Links triangles() {
        return links(6, new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}});
    }

    private static Node2Vec.Options walking(double p, double q) {
        return new Node2Vec.Options(8, p, q, 50, 20, 3, 3, 1);
    }

    @Test
    void vectorsTellTheTwoClubsApart() {
        JsonNode karate = karate();
        int[][] pairs = new int[karate.get("edges").size()][];
        for (int e = 0; e < pairs.length; e++) {
            JsonNode edge = karate.get("edges").get(e);
            pairs[e] = new int[] {edge.get(0).asInt(), edge.get(1).asInt()};
        }
        int[] clubs = new int[34];
        Arrays.setAll(clubs, i -> karate.get("club").get(i).asInt());
        List<Double> agreements = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
            float[][] vectors = new Node2Vec(links(34, pairs), Node2Vec.Options.of(16), seed).vectors();
            agreements.add(TwoMeans.agreement(vectors, clubs));
        }

        assertThat(agreements).as("share of members put in their club, by seed").allMatch(share -> share >= 0.9);
    }

    @Test
    void aSeedGivesTheSameWalksAndVectors() {
        List<int[]> walks = new Node2Vec(triangles(), walking(1, 1), 3).walks();
        float[][] vectors = new Node2Vec(triangles(), walking(1, 1), 3).vectors();

        assertThat(new Node2Vec(triangles(), walking(1, 1), 3).walks().toArray(int[][]::new))
                .isDeepEqualTo(walks.toArray(int[][]::new));
        assertThat(new Node2Vec(triangles(), walking(1, 1), 3).vectors()).isDeepEqualTo(vectors);
        assertThat(new Node2Vec(triangles(), walking(1, 1), 4).vectors()).isNotEqualTo(vectors);
    }

    @Test
    void walksFollowLinks() {
        Links links = triangles();

        assertThat(new Node2Vec(links, walking(2, 0.5), 1).walks()).allSatisfy(walk -> {
            assertThat(walk).hasSize(20);
            for (int i = 1; i < walk.length; i++) {
                assertThat(links.neighbours()[walk[i - 1]]).contains(walk[i]);
            }
        });
    }

    @Test
    void aHighReturnParameterHoldsWalksFromTurningBack() {
        assertThat(returns(walking(1000, 1))).isLessThan(0.02);
        assertThat(returns(walking(0.001, 1))).isGreaterThan(0.9);
    }

    @Test
    void aHighInOutParameterKeepsWalksClose() {
        assertThat(crossings(walking(1, 100))).isLessThan(crossings(walking(1, 0.01)) / 2);
    }

    /// Share of steps that go back to where the walk came from.
    private static double returns(Node2Vec.Options options) {
        int back = 0;
        int steps = 0;
        for (int[] walk : new Node2Vec(triangles(), options, 1).walks()) {
            for (int i = 2; i < walk.length; i++) {
                back += walk[i] == walk[i - 2] ? 1 : 0;
                steps++;
            }
        }
        return (double) back / steps;
    }

    /// Steps over the link between the triangles.
    private static double crossings(Node2Vec.Options options) {
        int crossings = 0;
        for (int[] walk : new Node2Vec(triangles(), options, 1).walks()) {
            for (int i = 1; i < walk.length; i++) {
                crossings += walk[i] / 3 != walk[i - 1] / 3 ? 1 : 0;
            }
        }
        return crossings;
    }

    @Test
    void aNodeWithoutLinksGetsAVectorToo() {
        float[][] vectors = new Node2Vec(links(3, new int[] {0, 1}), walking(1, 1), 1).vectors();

        assertThat(vectors[2]).hasSize(8).doesNotContain(Float.NaN);
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> walking(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
