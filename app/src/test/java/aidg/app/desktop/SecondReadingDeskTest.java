package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.SessionAccounts;
import aidg.app.export.SessionTable;
import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SecondReview.Course;
import aidg.engine.review.Standing;
import aidg.ui.second.SecondResult;
import aidg.ui.second.SecondRound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Second readings and a manager's record over the sample, the shipped model and a workspace on the disk: Ana decides,
/// Ben reads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecondReadingDeskTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String COMMENT = "told me on the phone";

    private AppFiles files;
    private Session session;
    private LiveEngine live;
    private SessionSecondReadingDesk desk;
    private List<ReviewItem> decided = List.of();
    private Path folder;

    @BeforeAll
    void open(@TempDir Path home) {
        folder = home;
        files = new AppFiles(home, Path.of(System.getProperty("aidg.root", "..")));
        session = Session.open(files, files.defaultWorkspace(), new char[0], CLOCK);
        live = new LiveEngine(session);
        desk = new SessionSecondReadingDesk(session, live, CLOCK);
    }

    @AfterAll
    void close() {
        live.close();
        session.close();
    }

    @Test
    void aSecondReadingFromTheFirstDecisionToItsSettling() throws Exception {
        whoseDecisionsAllAreIsOfferedNone();
        anotherReaderEndsTheSessionBeforeAndIsOfferedAllWithoutAHint();
        theAuditLogHasTheReaderAndNotTheAnswer();
        aDisagreementIsSettledByANewDecisionInReview();
        theReaderIsKeptInTheWorkspaceAndARecordIsNotInTheReport();
    }

    private void whoseDecisionsAllAreIsOfferedNone() {
        assertThat(desk.round(Progress.SILENT).decided()).isZero();
        desk.readAs("Ana");
        SessionReviewDesk review = review();
        List<ReviewItem> allowed = review.queue(Progress.SILENT).items().stream()
                .filter(item -> item.scored().guard().allowed())
                .limit(6)
                .toList();
        decided = allowed;
        review.approve(allowed.subList(0, 4));
        review.override(allowed.subList(4, 6), OverrideReason.NO_CAPACITY, null, COMMENT);
        SecondRound own = desk.round(Progress.SILENT);
        assertThat(own.reader()).isEqualTo("Ana");
        assertThat(own.toRead()).isEmpty();
        assertThat(own.own()).isEqualTo(own.decided()).isEqualTo(6);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> desk.answer(allowed.getFirst(), null, ""))
                .withMessageContaining("nobody reads their own a second time");
    }

    private SessionReviewDesk review() {
        return new SessionReviewDesk(session, live, new Explanations(live), CLOCK);
    }

    private void anotherReaderEndsTheSessionBeforeAndIsOfferedAllWithoutAHint() {
        desk.readAs("Ben");
        ReviewSession before = session.workspace().sessions().all().getLast();
        assertThat(before.reader()).isEqualTo("Ana");
        assertThat(before.endedAt()).isNotNull();

        SecondRound round = desk.round(Progress.SILENT);
        assertThat(round.reader()).isEqualTo("Ben");
        assertThat(round.toRead()).hasSameElementsAs(decided).hasSameSizeAs(decided);
        assertThat(round.toString() + desk.similar(round.toRead().getFirst()))
                .doesNotContain(COMMENT, "NO_CAPACITY", "Ana", "Overridden", "Approved");
        assertThat(desk.explain(round.toRead().getFirst()).trace()).isNotNull();
    }

    private void theAuditLogHasTheReaderAndNotTheAnswer() {
        desk.answer(decided.get(0), null, "");
        desk.answer(decided.get(1), OverrideReason.PRICE_TOO_HIGH, "=1+1");
        desk.answer(decided.get(4), OverrideReason.OTHER, "");
        List<AuditLine> lines = session.workspace().audit().stream()
                .filter(line -> line.kind() == AuditKind.SECOND_READING)
                .toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo("Ben");
            assertThat(line.facts()).isEmpty();
        });
        assertThat(AuditChain.check(session.workspace().audit())).isInstanceOf(AuditChain.Intact.class);
        assertThat(desk.round(Progress.SILENT).toRead()).hasSize(3);
    }

    private void aDisagreementIsSettledByANewDecisionInReview() throws Exception {
        SecondResult result = desk.result();
        assertThat(result.agreements()).singleElement().satisfies(with -> {
            assertThat(with.other()).isEqualTo("Ana");
            assertThat(with.agreement().both()).isEqualTo(3);
            assertThat(with.agreement().same()).isEqualTo(2);
        });
        SecondResult.Differing differing = result.differing().getFirst();
        assertThat(differing.merchant()).isEqualTo(decided.get(1).merchant().name());
        Path csv = folder.resolve("differing.csv");
        desk.export(List.of(differing.pair()), csv);
        assertThat(Files.readString(csv)).contains("\"'=1+1\"", "\"price_too_high\"");

        desk.reopen(differing.pair());
        desk.reopen(differing.pair());
        assertThat(session.workspace().decisions()).hasSize(7);
        assertThat(desk.result().differing().getFirst().pair().course()).isEqualTo(Course.REOPENED);
        ReviewItem back = review().queue(Progress.SILENT).items().stream()
                .filter(decided.get(1)::equals)
                .findFirst()
                .orElseThrow();
        review().override(List.of(back), OverrideReason.PRICE_TOO_HIGH, null, "agreed");
        assertThat(desk.result().differing()).isEmpty();
        assertThat(desk.result().agreements().getFirst().agreement().same()).isEqualTo(2);
        assertThat(session.workspace().audit().getLast().actor()).isEqualTo("Ben");
    }

    private void theReaderIsKeptInTheWorkspaceAndARecordIsNotInTheReport() {
        SessionMirrorDesk mirror = new SessionMirrorDesk(session, live);
        String manager = mirror.managers(Progress.SILENT).getFirst();
        assertThat(mirror.chosen()).isEmpty();
        mirror.choose(manager);
        assertThat(mirror.record(manager).changed().known()).isPositive();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> mirror.choose("nobody"))
                .withMessageContaining("no override by a manager 'nobody'");
        for (ReviewSession one : session.workspace().sessions().all()) {
            SessionTable table = new SessionTable(
                    new SessionAccounts(session.workspace(), CLOCK).of(one, Optional.empty()),
                    Optional.empty(),
                    CLOCK.getZone());
            assertThat(table.csv()).doesNotContain(manager);
        }
        assertThat(session.workspace().audit().toString()).doesNotContain(manager);

        live.close();
        session.close();
        session = Session.open(files, files.defaultWorkspace(), new char[0], CLOCK);
        live = new LiveEngine(session);
        assertThat(session.reader()).isEqualTo("Ben");
        assertThat(new SessionMirrorDesk(session, live).chosen()).contains(manager);
        assertThat(Standing.of(session.workspace().decisions()).inForce()).hasSize(6);
        assertThat(session.workspace().decisions().getLast().verdict()).isInstanceOf(Decision.Overridden.class);
    }
}
