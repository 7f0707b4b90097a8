package aidg.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.sample.SampleSurroundings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A file that cannot be written is told of by one: by this class if it is short work, by the list of tasks if long.
class SavingTest {

    private static final Path FILE = Path.of("deals.csv");

    private final SampleSurroundings around = new SampleSurroundings(Destination.Review.QUEUE);
    private final Saving saving = new Saving(around.get());

    @Test
    void shortWorkThatFailsIsTold() {
        saving.write(FILE, SavingTest::full);

        assertThat(around.notices).singleElement().matches(Notice::isProblem);
        assertThat(saving.problemProperty().get()).isPresent();
    }

    @Test
    void longWorkThatFailsIsShownHereAndToldByTheListOfTasks() {
        saving.writeLong("Writing deals", FILE, progress -> full());

        assertThat(around.notices).isEmpty();
        assertThat(saving.problemProperty().get().orElseThrow().words()).startsWith("deals.csv was not written");
    }

    @Test
    void aFileThatWasWrittenIsToldEitherWay() {
        saving.write(FILE, () -> FILE);
        saving.writeLong("Writing deals", FILE, progress -> FILE);

        assertThat(around.notices)
                .extracting(Notice::words)
                .containsOnly("Saved as deals.csv")
                .hasSize(2);
    }

    private static Path full() throws IOException {
        throw new IOException("the disk is full");
    }
}
