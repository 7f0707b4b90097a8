package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.app.SessionAccounts;
import aidg.app.export.SessionTable;
import aidg.app.proof.PacketVerification;
import aidg.app.proof.Signers;
import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.Progress;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SessionReport;
import aidg.ui.page.Destination;
import aidg.ui.paper.PaperDesk;
import aidg.ui.review.ReviewDesk;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.Background;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Fifty proposals of the sample, triaged by keyboard in the real workbench: engine, workspace and window. What the
/// test itself noted, the database, the audit log and the report must agree line by line. [WB-9]
@ExtendWith(ApplicationExtension.class)
final class TriageJourneyTest {

    private static final int PROPOSALS = 50;

    private static final Clock CLOCK = Clock.systemUTC();

    private static Session session;
    private static LiveEngine live;

    private final Random random = new Random(50);
    private final List<String> noted = new ArrayList<>();
    private final Map<String, String> asleep = new HashMap<>();
    private Optional<Frame> window = Optional.empty();

    @BeforeAll
    static void openWorkspace(@TempDir Path home) {
        AppFiles files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        session = Session.open(files, files.defaultWorkspace(), new char[0], CLOCK);
        live = new LiveEngine(session);
        live.with(engine -> engine.scoreOpen(Progress.SILENT));
    }

    @AfterAll
    static void close() {
        live.close();
        session.close();
    }

    @Start
    void open(Stage stage) {
        Theme.loadTypeface();
        Appearance appearance = Appearance.of(Theme.LIGHT);
        WorkbenchPorts ports = Desktop.ports(session, live, CLOCK);
        Frame frame = new Frame(
                Desktop.setting("journey", CLOCK),
                ports.reviewingAt(unexplained(ports.review())),
                Background.onCallingThread(CLOCK),
                appearance);
        Scene scene = new Scene(frame, 1280, 800);
        appearance.dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        frame.review().load();
        frame.review().shown(Destination.Review.QUEUE);
        window = Optional.of(frame);
    }

    /// The same desk, but selecting a proposal does not have it explained: fifty explanations take half a
    /// minute and decide nothing here.
    private static ReviewDesk unexplained(ReviewDesk desk) {
        return (ReviewDesk) Proxy.newProxyInstance(
                ReviewDesk.class.getClassLoader(), new Class<?>[] {ReviewDesk.class}, (proxy, method, given) -> {
                    if (method.getName().equals("explain")) {
                        return ((ReviewItem) given[0]).scored();
                    }
                    if (method.getName().equals("check")) {
                        throw new IllegalStateException("not asked for here");
                    }
                    try {
                        return method.invoke(desk, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void databaseAuditLogAndReportAgreeLineByLine(FxRobot robot, @TempDir Path folder) throws Exception {
        for (int i = 0; i < PROPOSALS; i++) {
            triage(robot);
        }
        String half = selected();
        robot.type(KeyCode.O);
        robot.type(KeyCode.DIGIT2);

        List<String> stored = session.workspace().decisions().stream()
                .map(TriageJourneyTest::words)
                .toList();
        assertThat(stored).isEqualTo(decisions());
        assertThat(stored).hasSizeGreaterThan(PROPOSALS / 2);
        Map<String, String> sleeping = new HashMap<>();
        session.workspace()
                .snoozes()
                .all()
                .forEach(snooze -> sleeping.put(snooze.dealId(), snooze.until().toString()));
        assertThat(sleeping).isEqualTo(asleep);

        List<AuditLine> audit = session.workspace().audit();
        assertThat(AuditChain.check(audit)).isInstanceOf(AuditChain.Intact.class);
        ReviewSession open = session.workspace().sessions().open().orElseThrow();
        List<AuditLine> own = audit.stream()
                .filter(line -> line.session() == open.number())
                .filter(line -> line.kind() != AuditKind.SESSION_STARTED)
                .toList();
        assertThat(own.stream().map(TriageJourneyTest::words)).isEqualTo(noted);

        SessionReport report = SessionReport.of(open, audit, session.workspace().decisions());
        assertThat(report.lines().stream()
                        .filter(line -> line.kind() != AuditKind.SESSION_STARTED)
                        .map(SessionReport.Line::sequence))
                .isEqualTo(own.stream().map(AuditLine::sequence).toList());
        assertThat(new SessionTable(
                                new SessionAccounts(session.workspace(), CLOCK).of(open, Optional.empty()),
                                Optional.empty(),
                                CLOCK.getZone())
                        .csv()
                        .lines()
                        .count())
                .isEqualTo(report.lines().size() + 1L);
        assertThat(session.workspace().sessions().state(open.number()))
                .containsEntry("review.selection", half)
                .containsEntry("review.draft", half)
                .containsEntry("review.draft.reason", "discount_too_shallow");
        papersHold(
                decisions().stream()
                        .filter(line -> line.startsWith("approved"))
                        .findFirst()
                        .orElseThrow()
                        .split(" ")[1],
                folder);
    }

    private void papersHold(String deal, Path folder) throws Exception {
        PaperDesk papers = new SessionPaperDesk(session, live, CLOCK);

        Path sheet = papers.callSheet(deal, folder.resolve("sheet.pdf"), Progress.SILENT);
        Path packet = papers.packet(deal, folder.resolve("packet.json"), Progress.SILENT);

        assertThat(Files.readString(sheet, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        PacketVerification verified = PacketVerification.whole(
                PacketVerification.read(packet), new Signers(session.files(), List.of()), session, Progress.SILENT);
        assertThat(verified.holds()).as("%s", verified.steps()).isTrue();
        assertThatThrownBy(() -> papers.callSheet("D0", folder.resolve("none.pdf"), Progress.SILENT))
                .hasMessageContaining("D0");
        assertThatThrownBy(() -> papers.callSheet(deal, folder.resolve("sheet.txt"), Progress.SILENT))
                .hasMessageContaining("sheet.txt");
        assertThatThrownBy(() -> papers.packet(selected(), folder.resolve("undecided.json"), Progress.SILENT))
                .hasMessageContaining("No decision");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(sheet, packet);
        }
    }

    private String selected() {
        return item().scored().proposal().id();
    }

    private ReviewItem item() {
        return window.orElseThrow().review().selection().now().get().orElseThrow();
    }

    /// Does one thing with the selected proposal, and notes it.
    private void triage(FxRobot robot) {
        String deal = selected();
        boolean allowed = item().scored().guard().allowed();
        switch (random.nextInt(7)) {
            case 0 -> {
                robot.type(KeyCode.O, KeyCode.DIGIT1);
                robot.type(KeyCode.ENTER);
                noted.add("overridden " + deal + " discount_too_deep");
            }
            case 1 -> {
                robot.type(KeyCode.S, KeyCode.DIGIT1);
                robot.type(KeyCode.ENTER);
                String until = LocalDate.now(CLOCK).plusDays(1).toString();
                noted.add("snoozed " + deal + " " + until);
                asleep.put(deal, until);
            }
            case 2 -> {
                robot.type(KeyCode.N);
                robot.type(KeyCode.H, KeyCode.I);
                robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
                noted.add("note-written " + item().merchant().id() + " hi");
                robot.type(KeyCode.J);
            }
            case 3 -> {
                robot.type(KeyCode.O, KeyCode.DIGIT8);
                robot.type(KeyCode.ENTER);
                noted.add("overridden " + deal + " bad_timing");
                robot.type(KeyCode.Z);
                noted.add("withdrawn " + deal + " " + decisions().size());
                assertThat(selected()).isEqualTo(deal);
                robot.type(KeyCode.J);
            }
            default -> {
                if (allowed) {
                    robot.type(KeyCode.A);
                    noted.add("approved " + deal);
                } else {
                    robot.type(KeyCode.A);
                    assertThat(selected()).as("refused by the guard").isEqualTo(deal);
                    robot.type(KeyCode.O, KeyCode.DIGIT0);
                    robot.type(KeyCode.ENTER);
                    noted.add("overridden " + deal + " merchant_declined");
                }
            }
        }
    }

    private List<String> decisions() {
        return noted.stream()
                .filter(line -> line.matches("(approved|overridden|withdrawn) .*"))
                .toList();
    }

    private static String words(Decision decision) {
        return switch (decision.verdict()) {
            case Decision.Approved ignored -> "approved " + decision.dealId();
            case Decision.Overridden overridden ->
                "overridden " + decision.dealId() + " " + overridden.reason().code();
            case Decision.Withdrawn(long undone) -> "withdrawn " + decision.dealId() + " " + undone;
        };
    }

    private static String words(AuditLine line) {
        String rest = switch (line.kind()) {
            case OVERRIDDEN -> " " + line.facts().get("reason");
            case WITHDRAWN -> " " + line.facts().get("undone");
            case SNOOZED -> " " + line.facts().get("until");
            case NOTE_WRITTEN -> " " + line.facts().get("text");
            default -> "";
        };
        return line.kind().code() + " " + line.subject() + rest;
    }
}
