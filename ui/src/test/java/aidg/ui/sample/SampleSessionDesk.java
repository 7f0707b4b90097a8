package aidg.ui.sample;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.Interruption;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.review.SessionReport.Line;
import aidg.ui.session.OpenSession;
import aidg.ui.session.SessionDesk;
import aidg.ui.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in a list, as the workspace keeps them in its tables; three of them, the last one open. Can be told
/// to break.
public final class SampleSessionDesk implements SessionDesk {

    private static final Instant NOW = SampleReviewDesk.NOW;
    private static final Duration BEFORE_CRASH = Duration.ofMinutes(31);

    private final List<ReviewSession> sessions = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private boolean crashed;
    private boolean diskFull;
    private boolean unreadable;
    private int beats;
    private Runnable onBeat = () -> {};

    /// One session runs.
    public SampleSessionDesk() {
        sessions.add(session(1, 50, 41, Duration.ofMinutes(95), true));
        sessions.add(session(2, 26, 24, Duration.ofMinutes(64), true));
        sessions.add(session(3, 1, 0, Duration.ofMinutes(47), false));
        decisions();
    }

    /// There was no session yet.
    public static SampleSessionDesk empty() {
        SampleSessionDesk desk = new SampleSessionDesk();
        desk.sessions.clear();
        desk.lines.clear();
        return desk;
    }

    /// The program was killed 31 minutes into the open session, and has just been started again.
    public static SampleSessionDesk afterCrash() {
        SampleSessionDesk desk = new SampleSessionDesk();
        desk.crashed = true;
        desk.replace(desk.sessions.getLast(), null, BEFORE_CRASH, false);
        return desk;
    }

    private static ReviewSession session(long number, long begun, long ended, Duration worked, boolean over) {
        Instant start = NOW.minus(Duration.ofHours(begun)).minusSeconds(1380);
        return new ReviewSession(number, "Ana", start, over ? NOW.minus(Duration.ofHours(ended)) : null, worked, !over);
    }

    /// Whether writing fails from now on.
    public void setDiskFull(boolean full) {
        diskFull = full;
    }

    /// Whether reading fails from now on.
    public void setUnreadable(boolean broken) {
        unreadable = broken;
    }

    /// How often the sign of life was renewed.
    /// Told of every sign of life.
    public void setOnBeat(Runnable told) {
        onBeat = told;
    }

    public int beats() {
        return beats;
    }

    private void decisions() {
        List<ReviewItem> items = SampleProposals.all();
        add(AuditKind.SESSION_STARTED, "3", Double.NaN, null, null, "", true);
        for (int i = 0; i < 14; i++) {
            ReviewItem item = items.get(i % items.size());
            String id = "P-09%02d".formatted(i);
            double score = item.scored().score();
            switch (i % 7) {
                case 2 ->
                    add(
                            AuditKind.OVERRIDDEN,
                            id,
                            0.38,
                            OverrideReason.DISCOUNT_TOO_DEEP,
                            terms(),
                            "Owner never goes below 28% in December, see the note from October.",
                            true);
                case 4 -> add(AuditKind.OVERRIDDEN, id, score, OverrideReason.BAD_TIMING, null, "", i < 7);
                case 5 -> {
                    if (i >= 7) {
                        add(AuditKind.WITHDRAWN, "P-0911", score, null, null, "", true);
                    }
                    add(AuditKind.APPROVED, id, 0.44, null, null, "", true);
                }
                default -> add(AuditKind.APPROVED, id, score, null, null, "", true);
            }
        }
        add(AuditKind.SNOOZED, items.get(3).scored().proposal().id(), Double.NaN, null, null, "2026-12-01", true);
        add(
                AuditKind.NOTE_WRITTEN,
                items.get(4).merchant().id(),
                Double.NaN,
                null,
                null,
                "Kitchen is being rebuilt in January, asks to be called after the 20th.",
                true);
    }

    private static DealTerms terms() {
        DealTerms proposed =
                SampleProposals.all().getFirst().scored().proposal().terms();
        return proposed.withDiscount(new Discount(0.28));
    }

    private void add(
            AuditKind kind,
            String subject,
            double score,
            @Nullable OverrideReason reason,
            @Nullable DealTerms terms,
            String words,
            boolean stands) {
        boolean decides = kind == AuditKind.APPROVED || kind == AuditKind.OVERRIDDEN;
        lines.add(new Line(
                1_204 + lines.size(),
                decides ? 861 + lines.size() : 0,
                NOW.minusSeconds(2_700).plusSeconds(140L * lines.size()),
                kind,
                subject,
                score,
                reason,
                terms,
                words,
                stands));
    }

    private void failIf(boolean broken, String words) throws IOException {
        if (broken) {
            throw new IOException(words);
        }
    }

    private Optional<ReviewSession> open() {
        return sessions.stream().filter(one -> one.endedAt() == null).findFirst();
    }

    @Override
    public Optional<OpenSession> now() throws IOException {
        failIf(unreadable, "the workspace is open in another window");
        return open().map(one -> new OpenSession(one, report(one).agreement().decided()));
    }

    @Override
    public Optional<OpenSession> beat() throws IOException {
        beats++;
        onBeat.run();
        failIf(diskFull, "the disk is full. Free some space");
        return now();
    }

    @Override
    public void start() throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        sessions.add(new ReviewSession(sessions.size() + 1L, "Ana", NOW, null, Duration.ZERO, true));
    }

    @Override
    public void pause() throws IOException {
        change(null, false);
    }

    @Override
    public void resume() throws IOException {
        change(null, true);
    }

    @Override
    public void end() throws IOException {
        change(NOW, false);
    }

    private void change(@Nullable Instant ended, boolean running) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        open().ifPresent(one -> replace(one, ended, one.worked(), running));
    }

    private void replace(ReviewSession one, @Nullable Instant ended, Duration worked, boolean running) {
        sessions.set(
                sessions.indexOf(one),
                new ReviewSession(one.number(), one.reader(), one.startedAt(), ended, worked, running));
    }

    @Override
    public Sessions read(@Nullable Long number) throws IOException {
        failIf(unreadable, "the workspace is open in another window");
        return new Sessions(
                sessions,
                sessions.stream()
                        .filter(one -> number == null || one.number() == number)
                        .reduce((earlier, later) -> later)
                        .map(this::account));
    }

    private SessionReport report(ReviewSession session) {
        return session.number() == 3
                ? new SessionReport(session, lines, Duration.ofSeconds(41))
                : new SessionReport(session, List.of(), null);
    }

    private SessionAccount account(ReviewSession session) {
        List<ReviewItem> items = SampleProposals.all();
        Map<String, String> names = new HashMap<>();
        Set<String> waiting = new HashSet<>();
        for (int i = 0; i < 14; i++) {
            names.put(
                    "P-09%02d".formatted(i),
                    items.get(i % items.size()).merchant().name());
        }
        names.remove("P-0903");
        items.forEach(item -> {
            names.put(item.merchant().id(), item.merchant().name());
            names.put(item.scored().proposal().id(), item.merchant().name());
            waiting.add(item.scored().proposal().id());
        });
        return new SessionAccount(
                report(session),
                crashed && session.number() == 3
                        ? List.of(new Interruption(NOW.minusSeconds(960), session.running() ? NOW : null))
                        : List.of(),
                names,
                waiting,
                items.size() - 1,
                1);
    }

    @Override
    public SentOut sentOut(SessionReport report, Progress progress) throws IOException {
        failIf(unreadable, "the model file cannot be read");
        return report.lines().isEmpty()
                ? new SentOut(0, 0, Money.ZERO, new MoneyRange(Money.ZERO, Money.ZERO))
                : new SentOut(12, 11, Money.of(38_420), new MoneyRange(Money.of(24_100), Money.of(52_900)));
    }

    @Override
    public void export(SessionAccount account, Optional<SentOut> out, Path file) throws IOException {
        Files.writeString(file, "session " + account.report().session().number());
    }
}
