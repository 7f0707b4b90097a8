package aidg.engine.marketplace.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The word lists that ship with the generator, read line by line without comments and blank lines.
final class Vocabulary {

    private Vocabulary() {}

    static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Vocabulary.class.getResourceAsStream(file),
                        () -> "word list " + file + " is missing from the installation; install the product again"),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("word list " + file + " cannot be read; install the product again", broken);
        }
    }

    /// The cells of a table whose cells are parted by bars.
    static List<List<String>> table(String file) {
        return lines(file).stream()
                .map(line -> List.of(line.split("\\s*\\|\\s*", -1)))
                .toList();
    }
}
