package aidg.engine.marketplace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads the true success probabilities of a generated marketplace. Only evaluation calls this; training never
/// does.
public final class TruthFile {

    private static final String HEADER = "deal_id,success_probability";

    private TruthFile() {}

    /// Probability, 0..1, by deal id.
    ///
    /// @param file CSV with the columns deal_id and success_probability, compressed if the name ends in .gz
    /// @throws IllegalArgumentException naming file and line of what cannot be read
    public static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> truth = new HashMap<>();
        try (BufferedReader reader = open(file)) {
            int number = 1;
            if (!HEADER.equals(reader.readLine())) {
                throw new IllegalArgumentException("%s, line 1: expected the header %s".formatted(file, HEADER));
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                int comma = line.lastIndexOf(',');
                truth.put(line.substring(0, Math.max(0, comma)), probability(line, comma, file, number));
            }
        }
        return truth;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    private static double probability(String line, int comma, Path file, int number) {
        try {
            double value = Double.parseDouble(line.substring(comma + 1));
            if (comma > 0 && value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, with the place
        }
        throw new IllegalArgumentException(
                "%s, line %d: expected a deal id and a probability between 0 and 1".formatted(file, number));
    }
}
