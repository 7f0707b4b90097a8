package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `workbench bench`, without measuring.
final class BenchTest {

    @Test
    void aQueueThatIsNoneIsRefusedByName(@TempDir Path folder) {
        Shell shell = new Shell(folder.resolve("home"));

        Shell.Ran few = shell.run("bench", "queue", "--rows", "5");
        assertThat(few.exit()).isEqualTo(2);
        assertThat(few.err()).contains("5 rows").contains("--rows");

        Shell.Ran none = shell.run("bench", "queue", "--proposals", "0");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("--proposals");
    }
}
