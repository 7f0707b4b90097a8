package aidg.engine.torch.graph;

import static org.assertj.core.api.Assumptions.assumeThat;

import aidg.engine.encoder.graph.Edges;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads the reference graphs; a test that asks for one that is not there is skipped.
final class ReferenceGraphs {

    private ReferenceGraphs() {}

    static JsonNode read(String folder, String name) {
        Path file = Path.of(System.getProperty("aidg.reference", "../shared/data"), folder, name);
        assumeThat(Files.exists(file)).as("reference figures in %s", file).isTrue();
        return new ObjectMapper().readTree(file.toFile());
    }

    static Edges edges(int nodes, JsonNode pairs) {
        int[] from = new int[pairs.size()];
        int[] to = new int[pairs.size()];
        for (int e = 0; e < from.length; e++) {
            from[e] = pairs.get(e).get(0).asInt();
            to[e] = pairs.get(e).get(1).asInt();
        }
        float[] ones = new float[from.length];
        Arrays.fill(ones, 1);
        return Edges.undirected(nodes, from, to, ones);
    }

    static float[] rows(JsonNode matrix) {
        int width = matrix.get(0).size();
        float[] flat = new float[matrix.size() * width];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) matrix.get(i / width).get(i % width).asDouble();
        }
        return flat;
    }

    static int[] numbers(JsonNode list) {
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asInt();
        }
        return numbers;
    }
}
