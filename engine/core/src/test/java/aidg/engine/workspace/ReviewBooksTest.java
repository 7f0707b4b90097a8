package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.TestClock;
import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.DecisionDraft;
import aidg.engine.review.Interruption;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SessionReport;
import aidg.engine.review.Snooze;
import aidg.engine.review.WorkSpan;
import aidg.engine.review.WrittenNote;
import aidg.engine.whatif.Scenario;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a review session leaves in the workspace, and that it is still there after reopening. [WB-9]
final class ReviewBooksTest {

    private static final DealTerms TERMS =
            new DealTerms(new Discount(0.1 + 0.2), Money.of(19.99), 21, new Category("spa"));

    @TempDir
    Path folder;

    private final TestClock hands = new TestClock("2026-11-21T09:00:00.123456789Z");

    private Workspace open() {
        return Workspaces.opened(
                Workspace.open(Workspaces.directory(folder), WorkspaceKey.file(Workspaces.keyFile(folder)), hands));
    }

    @Test
    void everythingThatIsDoneLeavesItsLineInAnIntactChain() {
        try (Workspace workspace = open()) {
            workspace.actAs("Ana");
            workspace.sessions().start();
            Decision approved = workspace.append("D1", new Decision.Approved(), 0.7, "model");
            workspace.append("D2", new Decision.Overridden(OverrideReason.BAD_TIMING, TERMS, "wait"), 0.4, "model");
            workspace.append("D1", new Decision.Withdrawn(approved.sequence()), 0.7, "model");
            workspace.snoozes().snooze(List.of("D3", "D4"), LocalDate.of(2026, 12, 1));
            workspace.snoozes().wake(List.of("D4", "D9"));
            long note = workspace
                    .notes()
                    .write("M1", "D1", " Closes for two weeks. ")
                    .number();
            workspace.notes().withdraw(note);
            workspace.secondReadings().add("D2", null, "");
            workspace.sessions().end();
            workspace.record(AuditKind.PACKET_WRITTEN, "D1", Map.of("file", "d1.json"));
        }
        try (Workspace workspace = open()) {
            List<AuditLine> log = workspace.audit();
            assertThat(AuditChain.check(log))
                    .isEqualTo(new AuditChain.Intact(12, log.getLast().hash()));
            assertThat(log)
                    .extracting(AuditLine::kind)
                    .containsExactly(
                            AuditKind.SESSION_STARTED,
                            AuditKind.APPROVED,
                            AuditKind.OVERRIDDEN,
                            AuditKind.WITHDRAWN,
                            AuditKind.SNOOZED,
                            AuditKind.SNOOZED,
                            AuditKind.WOKEN,
                            AuditKind.NOTE_WRITTEN,
                            AuditKind.NOTE_WITHDRAWN,
                            AuditKind.SECOND_READING,
                            AuditKind.SESSION_ENDED,
                            AuditKind.PACKET_WRITTEN);
            assertThat(log).extracting(AuditLine::actor).containsOnly("Ana");
            assertThat(log).extracting(AuditLine::session).startsWith(1L, 1L).endsWith(1L, 0L);
            assertThat(log.get(2).facts())
                    .isEqualTo(Map.of(
                            "decision", "2",
                            "score", "0.4",
                            "model", "model",
                            "reason", "bad_timing",
                            "comment", "wait",
                            "discount", Double.toString(0.1 + 0.2),
                            "priceCents", "1999",
                            "durationDays", "21",
                            "category", "spa"));
            assertThat(workspace.snoozes().all()).extracting(Snooze::dealId).containsExactly("D3");
            assertThat(workspace.notes().all()).isEmpty();
        }
    }

    @Test
    void severalDecisionsAreMadeWholeOrNotAtAll() {
        try (Workspace workspace = open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> workspace.append(List.of(
                            new DecisionDraft("D1", new Decision.Approved(), 0.5, "model"),
                            new DecisionDraft("D1", new Decision.Withdrawn(7), 0.5, "model"))));
            assertThat(workspace.decisions()).isEmpty();
            assertThat(workspace.audit()).isEmpty();
            assertThat(workspace.append(List.of(
                            new DecisionDraft("D1", new Decision.Approved(), 0.5, "model"),
                            new DecisionDraft("D2", new Decision.Approved(), 0.6, "model"))))
                    .isEqualTo(workspace.decisions());
        }
    }

    @Test
    void theDatabaseRefusesToChangeTheAuditLog() {
        try (Workspace workspace = open()) {
            workspace.append("D1", new Decision.Approved(), 0.5, "model");
            for (String sql : List.of(
                    "UPDATE public.audit SET actor = 'Eve'",
                    "DELETE FROM public.audit",
                    "INSERT INTO public.audit SELECT 7, made_at, actor, session, kind, subject, facts, hash, 'x' FROM public.audit")) {
                assertThatThrownBy(() -> workspace.database().<Integer>call(connection -> {
                            try (Statement statement = connection.createStatement()) {
                                return statement.executeUpdate(sql);
                            }
                        }))
                        .as(sql)
                        .hasRootCauseInstanceOf(SQLException.class);
            }
            assertThat(workspace.audit()).hasSize(1);
        }
    }

    @Test
    void decisionsFromBeforeTheAuditLogGetTheirLines() throws Exception {
        try (Workspace workspace = open()) {
            workspace.append("D1", new Decision.Approved(), 0.5, "model");
            workspace.database().<Integer>call(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DROP TRIGGER public.audit_delete");
                    return statement.executeUpdate("DELETE FROM public.audit");
                }
            });
        }
        hands.pass(Duration.ofDays(1));
        try (Workspace workspace = open()) {
            assertThat(workspace.audit()).singleElement().satisfies(line -> {
                assertThat(line.at()).isEqualTo(hands.instant());
                assertThat(line.facts()).containsEntry("madeAt", "2026-11-21T09:00:00.123456789Z");
            });
        }
    }

    @Test
    void aSessionLeftRunningStandsStillFromItsLastSignOfLifeOn() {
        try (Workspace workspace = open()) {
            workspace.actAs("Ana");
            workspace.sessions().start();
            work(workspace, 9);
            hands.pass(Duration.ofSeconds(4));
        }
        hands.pass(Duration.ofHours(3));
        try (Workspace workspace = open()) {
            workspace.sessions().stopLeftRunning();
            workspace.sessions().keep(Map.of());
            workspace.sessions().pause();
            ReviewSession open = workspace.sessions().open().orElseThrow();
            assertThat(open.running()).isFalse();
            assertThat(open.worked()).isEqualTo(Duration.ofMinutes(9));
            assertThat(interruptions(workspace))
                    .isEqualTo(List.of(new Interruption(open.startedAt().plus(Duration.ofMinutes(9)), null)));

            Instant resumed = hands.instant();
            workspace.sessions().resume();
            hands.pass(Duration.ofMinutes(2));
            workspace.sessions().pause();
            assertThat(workspace.sessions().open().orElseThrow().worked()).isEqualTo(Duration.ofMinutes(11));
            assertThat(interruptions(workspace))
                    .isEqualTo(List.of(new Interruption(open.startedAt().plus(Duration.ofMinutes(9)), resumed)));
            assertThat(workspace.sessions().spans(1))
                    .isEqualTo(List.of(
                            new WorkSpan(open.startedAt(), open.startedAt().plus(Duration.ofMinutes(9)), true),
                            new WorkSpan(resumed, resumed.plus(Duration.ofMinutes(2)), true)));
        }
    }

    /// Minutes at work, with a sign of life of each.
    private void work(Workspace workspace, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            hands.pass(Duration.ofMinutes(1));
            workspace.sessions().keep(Map.of());
        }
    }

    @Test
    void whatIsDoneIsASignOfLifeAndABreakIsNoWork() {
        try (Workspace workspace = open()) {
            workspace.sessions().start();
            hands.pass(Duration.ofMinutes(4));
            workspace.append("D1", new Decision.Approved(), 0.5, "model");
            workspace.sessions().stopLeftRunning();
            assertThat(workspace.sessions().all().getFirst().worked()).isEqualTo(Duration.ofMinutes(4));

            workspace.sessions().resume();
            work(workspace, 2);
            hands.pass(Duration.ofHours(1));
            workspace.append("D2", new Decision.Approved(), 0.5, "model");
            hands.pass(Duration.ofMinutes(1));
            workspace.append("D3", new Decision.Approved(), 0.5, "model");
            hands.pass(Duration.ofMinutes(5));
            workspace.sessions().end();
            assertThat(workspace.sessions().all().getFirst().worked()).isEqualTo(Duration.ofMinutes(7));
            assertThat(workspace.audit())
                    .filteredOn(line -> line.kind() == AuditKind.APPROVED)
                    .extracting(AuditLine::session)
                    .containsOnly(1L);
            assertThat(interruptions(workspace))
                    .extracting(Interruption::resumedAt)
                    .containsExactly(workspace.audit().get(2).at());
        }
    }

    private static List<Interruption> interruptions(Workspace workspace) {
        return Interruption.of(
                SessionReport.of(workspace.sessions().all().getFirst(), workspace.audit(), workspace.decisions()),
                workspace.sessions().spans(1));
    }

    @Test
    void aSessionThatEndsWithoutGoingOnAfterACrashWasInterrupted() {
        try (Workspace workspace = open()) {
            workspace.sessions().start();
            hands.pass(Duration.ofMinutes(1));
            workspace.sessions().keep(Map.of());
            workspace.sessions().stopLeftRunning();
            hands.pass(Duration.ofMinutes(1));
            workspace.sessions().end();
            assertThat(workspace.sessions().all().getFirst().worked()).isEqualTo(Duration.ofMinutes(1));
            assertThat(interruptions(workspace)).hasSize(1);
        }
    }

    @Test
    void onlyDecisionsOfASessionThatStandAreCounted() {
        try (Workspace workspace = open()) {
            workspace.append("D0", new Decision.Approved(), 0.5, "model");
            workspace.sessions().start();
            Decision first = workspace.append("D1", new Decision.Approved(), 0.5, "model");
            workspace.append("D2", new Decision.Overridden(OverrideReason.OTHER, null, ""), 0.5, "model");
            assertThat(workspace.sessions().decided(1)).isEqualTo(2);
            workspace.sessions().end();
            workspace.append("D1", new Decision.Withdrawn(first.sequence()), 0.5, "model");
            assertThat(workspace.sessions().decided(1)).isEqualTo(1);
            assertThat(workspace.sessions().decided(2)).isZero();
        }
    }

    @Test
    void aSessionGoesOnAfterAPauseAndAfterTheProgramWasKilled() {
        try (Workspace workspace = open()) {
            workspace.actAs("Ana");
            workspace.sessions().start();
            assertThatIllegalStateException()
                    .isThrownBy(() -> workspace.sessions().start());
            work(workspace, 10);
            workspace.sessions().pause();
            hands.pass(Duration.ofHours(1));
            workspace.append("D1", new Decision.Approved(), 0.5, "model");
            workspace.sessions().resume();
            hands.pass(Duration.ofMinutes(3));
            workspace.sessions().keep(Map.of("selection", "D7", "draft", "half a sen"));
            hands.pass(Duration.ofSeconds(2));
        }
        hands.pass(Duration.ofDays(2));
        try (Workspace workspace = open()) {
            ReviewSession open = workspace.sessions().open().orElseThrow();
            assertThat(open)
                    .isEqualTo(new ReviewSession(
                            1,
                            "Ana",
                            Instant.parse("2026-11-21T09:00:00.123456789Z"),
                            null,
                            Duration.ofMinutes(13),
                            true));
            assertThat(workspace.sessions().state(1)).isEqualTo(Map.of("selection", "D7", "draft", "half a sen"));
            workspace.append("D3", new Decision.Approved(), 0.5, "model");
            workspace.actAs("ana");
            workspace.sessions().resume();
            hands.pass(Duration.ofMinutes(4));
            workspace.append("D2", new Decision.Approved(), 0.5, "model");
            workspace.sessions().end();
            assertThat(workspace.sessions().open()).isEmpty();
            assertThat(workspace.sessions().all().getFirst().worked()).isEqualTo(Duration.ofMinutes(17));
            assertThat(workspace.audit())
                    .filteredOn(line -> line.kind() == AuditKind.APPROVED)
                    .extracting(AuditLine::session)
                    .as("what somebody else does is not of Ana's session")
                    .containsExactly(0L, 0L, 1L);
        }
    }

    @Test
    void notesSnoozesAndReadingsComeBackWhole() {
        WrittenNote note;
        SecondReading reading;
        try (Workspace workspace = open()) {
            workspace.actAs("Ben");
            note = workspace.notes().write("M1", null, "Kitchen burnt down; “closed” until March.");
            reading = workspace.secondReadings().add("D1", OverrideReason.PRICE_TOO_HIGH, "half that");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> workspace.secondReadings().add("D1", null, ""))
                    .withMessage("Ben has read deal D1 already");
            workspace.snoozes().snooze(List.of("D1"), LocalDate.of(2026, 12, 1));
            workspace.snoozes().snooze(List.of("D1"), LocalDate.of(2026, 12, 5));
        }
        try (Workspace workspace = open()) {
            assertThat(workspace.notes().all()).containsExactly(note);
            assertThat(workspace.secondReadings().all()).containsExactly(reading);
            Snooze snooze = workspace.snoozes().all().getFirst();
            assertThat(snooze.until()).isEqualTo(LocalDate.of(2026, 12, 5));
            assertThat(snooze.sleepsOn(LocalDate.of(2026, 12, 4))).isTrue();
            assertThat(snooze.sleepsOn(LocalDate.of(2026, 12, 5))).isFalse();
        }
    }

    @Test
    void aScenarioComesBackToTheBit() {
        Scenario.Said said = new Scenario.Said(
                Math.nextUp(0.46),
                new Interval(1e-17, Math.nextDown(1)),
                1 / 3.0,
                new Money(-1234567),
                new MoneyRange(new Money(-9999999), new Money(17)),
                "GP30 below baseline threshold");
        Scenario saved;
        try (Workspace workspace = open()) {
            workspace.scenarios().save("D1", "calm", TERMS, LocalDate.of(2026, 12, 1), said, "m0", "d");
            saved = workspace.scenarios().save("D1", " calm ", TERMS, LocalDate.of(2026, 12, 2), said, "m", "d");
        }
        try (Workspace workspace = open()) {
            assertThat(workspace.scenarios().all()).containsExactly(saved);
            workspace.scenarios().delete(saved.number());
            workspace.scenarios().delete(99);
            assertThat(workspace.scenarios().all()).isEmpty();
            assertThat(workspace.audit())
                    .extracting(AuditLine::kind)
                    .containsExactly(AuditKind.SCENARIO_SAVED, AuditKind.SCENARIO_SAVED, AuditKind.SCENARIO_DELETED);

            assertThat(workspace.scenarios().restore(saved)).isEqualTo(saved);
            assertThat(workspace.scenarios().all()).containsExactly(saved);
            assertThatThrownBy(() -> workspace.scenarios().restore(saved))
                    .hasMessageContaining("another scenario 'calm'");
            workspace.scenarios().delete(saved.number());
            Scenario other = workspace.scenarios().save("D2", "new", TERMS, LocalDate.of(2026, 12, 2), said, "m", "d");
            Scenario back = workspace.scenarios().restore(saved);
            assertThat(back).isEqualTo(saved);
            assertThat(other.number()).isNotEqualTo(saved.number());

            Scenario renamed = workspace.scenarios().rename(back.number(), " calmest ");
            assertThat(renamed).isEqualTo(back.named("calmest"));
            assertThat(workspace.scenarios().all()).contains(renamed).doesNotContain(back);
            assertThat(workspace.audit().getLast().facts()).containsEntry("before", "calm");
            workspace.scenarios().save("D1", "calm", TERMS, LocalDate.of(2026, 12, 2), said, "m", "d");
            assertThatThrownBy(() -> workspace.scenarios().rename(renamed.number(), "calm"))
                    .hasMessageContaining("another scenario 'calm'");
            assertThatThrownBy(() -> workspace.scenarios().rename(renamed.number(), " "))
                    .hasMessageContaining("needs a name");
            assertThatThrownBy(() -> workspace.scenarios().rename(99, "x")).hasMessageContaining("no such scenario");
            assertThat(workspace.scenarios().all()).contains(renamed);
        }
    }
}
