package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.Interruption;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.ui.review.ReviewDesk;
import aidg.ui.session.OpenSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions over a real workspace, with the sample and the model that ships; the program is killed on the way.
final class SessionSessionDeskTest {

    private final Hands hands = new Hands();

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-21T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Session open(Path home) {
        AppFiles files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        return Session.open(files, files.defaultWorkspace(), new char[0], hands);
    }

    @Test
    void aSessionBeginsWithADecisionSurvivesAKillAndIsReported(@TempDir Path home) throws Exception {
        Instant lastBeat;
        try (Session session = open(home);
                LiveEngine live = new LiveEngine(session)) {
            SessionSessionDesk desk = new SessionSessionDesk(session, live, hands);
            assertThat(desk.now()).isEmpty();
            assertThat(desk.beat()).isEmpty();
            assertThat(desk.read(null).shown()).isEmpty();

            ReviewDesk review = new SessionReviewDesk(session, live, new Explanations(live), hands);
            List<ReviewItem> queue = review.queue(Progress.SILENT).items();
            List<ReviewItem> allowed = queue.stream()
                    .filter(item -> item.scored().guard().allowed())
                    .limit(2)
                    .toList();
            review.approve(allowed);
            hands.pass(Duration.ofMinutes(3));
            ReviewItem third = queue.stream()
                    .filter(item -> !allowed.contains(item))
                    .findFirst()
                    .orElseThrow();
            review.override(List.of(third), OverrideReason.BAD_TIMING, null, "closed in December");
            assertThat(desk.beat())
                    .hasValueSatisfying(
                            now -> assertThat(now.session().worked()).isEqualTo(Duration.ofMinutes(3)))
                    .map(OpenSession::decided)
                    .contains(3);
            lastBeat = hands.instant();
            hands.pass(Duration.ofSeconds(4));

            SessionAccount account = desk.read(null).shown().orElseThrow();
            assertThat(account.left()).isEqualTo(queue.size() - 3);
            assertThat(account.names())
                    .containsEntry(
                            third.scored().proposal().id(), third.merchant().name());
            assertThat(account.waiting()).isEmpty();
            SentOut out = desk.sentOut(account.report(), Progress.SILENT);
            assertThat(out.deals()).isEqualTo(2);
            assertThat(out.forecast()).isEqualTo(2);
            assertThat(out.gp30().amount())
                    .isEqualTo(
                            allowed.stream()
                                    .mapToDouble(
                                            item -> item.scored().expectedGp30().amount())
                                    .sum(),
                            org.assertj.core.data.Offset.offset(0.02));
            assertThat(out.range().low().amount()).isLessThan(out.gp30().amount());
        }
        hands.pass(Duration.ofHours(2));
        try (Session session = open(home);
                LiveEngine live = new LiveEngine(session)) {
            session.workspace().sessions().stopLeftRunning();
            SessionSessionDesk desk = new SessionSessionDesk(session, live, hands);
            desk.beat();
            hands.pass(Duration.ofMinutes(5));
            desk.beat();
            OpenSession open = desk.now().orElseThrow();
            assertThat(open.session().running()).isFalse();
            assertThat(open.session().worked()).isEqualTo(Duration.ofMinutes(3));
            SessionAccount account = desk.read(null).shown().orElseThrow();
            assertThat(account.isInterrupted()).isTrue();
            assertThat(account.interruptions()).isEqualTo(List.of(new Interruption(lastBeat, null)));

            Instant resumed = hands.instant();
            desk.resume();
            hands.pass(Duration.ofMinutes(1));
            desk.pause();
            hands.pass(Duration.ofMinutes(30));
            desk.beat();
            account = desk.read(null).shown().orElseThrow();
            assertThat(account.isInterrupted()).isFalse();
            assertThat(account.interruptions()).isEqualTo(List.of(new Interruption(lastBeat, resumed)));
            assertThat(account.report().session().worked()).isEqualTo(Duration.ofMinutes(4));

            exported(desk, account, home);
            desk.end();
            assertThat(desk.now()).isEmpty();
            assertThat(desk.read(null).shown().map(SessionAccount::report).map(SessionReport::session))
                    .hasValueSatisfying(ended -> assertThat(ended.endedAt()).isEqualTo(hands.instant()));
            desk.start();
            assertThat(desk.read(null).shown().orElseThrow().report().session().number())
                    .isEqualTo(2);
            assertThat(desk.read(1L).shown().orElseThrow().report().session().number())
                    .isEqualTo(1);
            desk.start();
            assertThat(desk.read(null).all()).hasSize(2);
        }
    }

    @Test
    void aSessionIsReportedInAWorkspaceWithoutData(@TempDir Path home) throws Exception {
        AppFiles files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        try (Session session = Session.open(files, home.resolve("empty"), new char[0], hands);
                LiveEngine live = new LiveEngine(session)) {
            SessionSessionDesk desk = new SessionSessionDesk(session, live, hands);
            desk.start();

            SessionAccount account = desk.read(null).shown().orElseThrow();

            assertThat(account.report().session().running()).isTrue();
            assertThat(account.names()).isEmpty();
            assertThat(account.left()).isZero();
        }
    }

    private static void exported(SessionSessionDesk desk, SessionAccount account, Path home) throws Exception {
        desk.export(account, Optional.empty(), home.resolve("report.pdf"));
        desk.export(account, Optional.empty(), home.resolve("report.csv"));
        desk.export(account, Optional.empty(), home.resolve("report.json"));
        try (PDDocument pdf = Loader.loadPDF(home.resolve("report.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(Files.readAllLines(home.resolve("report.csv")))
                .hasSize(account.report().lines().size() + 1);
        assertThat(Files.readString(home.resolve("report.json"))).contains("\"interruptions\"");
        assertThatThrownBy(() -> desk.export(account, Optional.empty(), home.resolve("report.doc")))
                .hasMessageContaining("report.doc");
    }
}
