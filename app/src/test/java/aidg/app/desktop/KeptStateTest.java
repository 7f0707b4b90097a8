package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.app.AppFiles;
import aidg.app.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where reviewing stood, kept with the session.
final class KeptStateTest {

    @Test
    void whatWasLookedAtBeforeTheSessionBeganIsKeptOnceItBegins(@TempDir Path folder) {
        AppFiles files = new AppFiles(folder.resolve("home"), Path.of(System.getProperty("aidg.root", "..")));
        try (Session session = Session.open(files, folder.resolve("w"), new char[0], Clock.systemUTC());
                LiveEngine live = new LiveEngine(session)) {
            SessionReviewDesk desk = new SessionReviewDesk(session, live, new Explanations(live), Clock.systemUTC());
            desk.keep(Map.of("review.filter", "spa"));
            desk.keep(Map.of("review.selection", "D1"));
            assertThat(session.workspace().sessions().open()).isEmpty();

            desk.keep(Map.of("review.draft", "D1", "review.draft.comment", "half"));
            long number = session.workspace().sessions().open().orElseThrow().number();
            assertThat(session.workspace().sessions().state(number))
                    .containsEntry("review.filter", "spa")
                    .containsEntry("review.selection", "D1")
                    .containsEntry("review.draft.comment", "half");
        }
    }
}
