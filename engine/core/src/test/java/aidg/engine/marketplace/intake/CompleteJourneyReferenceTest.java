package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.intake.MarketplaceImport.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompleteJourneyReferenceTest {

    private static final Path MAPPING =
            Path.of(System.getProperty("aidg.root", "../.."), "sample-data/mappings/complete-journey.sql");

    @Test
    void show() {
        Path from = Path.of(System.getProperty("aidg.reference", "../../../shared/data"), "complete-journey");
        assumeTrue(Files.isDirectory(from), "the reference data is not here: " + from);
        ImportResult r = new MarketplaceImport().read(from, new Options(MAPPING, false, null), Progress.SILENT);
        if (r instanceof ImportResult.Accepted a) {
            System.out.println(a.report().tables());
            a.report().rejects().stream().limit(10).forEach(System.out::println);
            a.report().rejects().stream().collect(java.util.stream.Collectors.groupingBy(x -> x.table() + x.column() + x.reason(), java.util.TreeMap::new, java.util.stream.Collectors.counting())).forEach((k, v) -> System.out.println(v + " " + k));
            var far = java.time.LocalDate.of(2018, 1, 1);
            System.out.println(a.marketplace().asOf() + " success " + a.marketplace().deals().stream().map(d -> String.valueOf(d.succeededOn(far))).collect(java.util.stream.Collectors.groupingBy(x -> x, java.util.stream.Collectors.counting())));
            System.out.println("matured " + a.marketplace().deals().stream().map(d -> String.valueOf(d.succeededOn(a.marketplace().asOf()))).collect(java.util.stream.Collectors.groupingBy(x -> x, java.util.stream.Collectors.counting())));
        } else System.out.println(r);
        assertThat(r).isNotNull();
    }
}
