package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps `engine/README.md`'s requirement index and the tags in the code in step.
class RequirementIndexTest {

    private static final Path ROOT = Path.of(System.getProperty("aidg.root", "../.."));
    private static final Pattern TAG = Pattern.compile("\\[((?:[A-Z]{2,3}-|[XB])\\d+)\\]");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:[A-Z]{2,3}-|[XB])\\d+) \\|[^|]*\\| (\\w+) \\|");

    private static Set<String> index(Predicate<String> state) throws IOException {
        Matcher rows = ROW.matcher(Files.readString(ROOT.resolve("engine/README.md")));
        Set<String> found = new TreeSet<>();
        while (rows.find()) {
            if (state.test(rows.group(2))) {
                found.add(rows.group(1));
            }
        }
        return found;
    }

    private static Set<String> tags(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/" + folder))
                    .filter(file -> !file.toString().contains("target/"))
                    .flatMap(file -> TAG.matcher(text(file)).results())
                    .map(tag -> tag.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTagInTheCodeStandsInTheIndex() throws IOException {
        Set<String> unknown = tags("main");
        unknown.removeAll(index(state -> true));

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyRequirementCalledDoneIsNamedByATest() throws IOException {
        Set<String> unproven = index("done"::equals);
        assertThat(unproven).isNotEmpty();
        unproven.removeAll(tags("test"));

        assertThat(unproven).isEmpty();
    }

    @Test
    void everyStateIsOneOfThree() throws IOException {
        assertThat(index(state -> !Set.of("done", "begun", "later").contains(state)))
                .isEmpty();
    }
}
