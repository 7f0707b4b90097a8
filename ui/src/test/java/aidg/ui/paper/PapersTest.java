package aidg.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SamplePaperDesk;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import aidg.ui.task.LongTask;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PapersTest {

    private final SamplePaperDesk desk = new SamplePaperDesk();
    private final List<Notice> notices = new ArrayList<>();
    private final Background background = Background.onCallingThread(InstantSource.fixed(SampleReviewDesk.NOW));
    private final Papers papers = new Papers(
            desk,
            new Surroundings(
                    background,
                    SampleWorkbench.FIGURES,
                    InstantSource.fixed(SampleReviewDesk.NOW),
                    new Navigator(Destination.Review.QUEUE),
                    notices::add));

    @Test
    void writesWhatWasAskedForAndTells(@TempDir Path folder) {
        Path sheet = folder.resolve("sheet.pdf");
        Path packet = folder.resolve("packet.json");

        papers.callSheet("D1", sheet);
        papers.packet("D2", packet);

        assertThat(sheet).hasContent("call sheet of D1");
        assertThat(packet).hasContent("packet of D2");
        assertThat(notices).extracting(Notice::words).containsExactly("Saved as sheet.pdf", "Saved as packet.json");
        assertThat(background.tasks())
                .extracting(LongTask::words)
                .contains("Writing the call sheet of D1", "Writing the decision packet of D2");
    }

    @Test
    void whatCouldNotBeWrittenSaysWhyUntilItIsSeenOrWritten(@TempDir Path folder) {
        papers.callSheet("D1", folder.resolve("none/sheet.pdf"));
        assertThat(papers.problemProperty().get().orElseThrow().words()).startsWith("sheet.pdf was not written: ");
        papers.dismissProblem();
        assertThat(papers.problemProperty().get()).isEmpty();

        desk.failWith("the audit log is broken");
        papers.packet("D2", folder.resolve("packet.json"));
        assertThat(papers.problemProperty().get().orElseThrow().words())
                .isEqualTo("packet.json was not written: the audit log is broken.");
        papers.callSheet("D1", folder.resolve("sheet.pdf"));
        assertThat(papers.problemProperty().get()).isPresent();
    }
}
