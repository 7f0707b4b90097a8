package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each folder under `broken` holds the files that replace those of a sound marketplace, and `expected`: the whole
/// report, one refused row a line, or why nothing can be made of it.
/// Ambiguous discounts are among the inputs. [X19]
class BrokenInputTest {

    @TempDir
    Path folder;

    static List<String> cases() throws IOException, URISyntaxException {
        try (Stream<Path> folders = Files.list(broken())) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Path broken() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(BrokenInputTest.class.getResource("broken"))
                .toURI());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedWithPlaceAndReason(String name) throws IOException, URISyntaxException {
        Folders.sound(folder);
        Path given = broken().resolve(name);
        try (Stream<Path> files = Files.list(given)) {
            for (Path file : files.toList()) {
                String fileName = file.getFileName().toString();
                if (fileName.equals("expected")) {
                    continue;
                }
                if (!name.startsWith("two-files")) {
                    Files.deleteIfExists(folder.resolve(fileName.substring(0, fileName.indexOf('.')) + ".csv"));
                }
                Files.copy(file, folder.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
            }
        }

        ImportResult result = new MarketplaceImport().read(folder, Options.PLAIN, Progress.SILENT);

        assertThat(told(result)).containsExactlyElementsOf(Files.readAllLines(given.resolve("expected")));
    }

    private List<String> told(ImportResult result) {
        return switch (result) {
            case ImportResult.Accepted accepted -> told(accepted.report());
            case ImportResult.RefusedStrict refused -> told(refused.report());
            case ImportResult.Unusable unusable ->
                List.of(
                        unusable.reason(),
                        "where: " + unusable.where().replace(folder.toString(), "FOLDER"),
                        "fix: " + unusable.fix());
        };
    }

    private static List<String> told(ImportReport report) {
        List<String> lines = new ArrayList<>();
        report.tables()
                .forEach((table, count) -> lines.add("%s: %d of %d".formatted(table, count.accepted(), count.read())));
        for (Reject reject : report.rejects()) {
            assertThat(reject.raw().length()).isLessThanOrEqualTo(2_000);
            lines.add("%s line %d %s: %s".formatted(reject.file(), reject.line(), reject.column(), reject.reason()));
        }
        return lines;
    }
}
