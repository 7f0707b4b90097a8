package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.WorkSpan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Review sessions, with the time spent in them and where each stands. [WB-9]
public final class SessionBook {

    private final Journal journal;

    SessionBook(Journal journal) {
        this.journal = journal;
    }

    /// Starts a session of the present reader; what is done from now on belongs to it.
    ///
    /// @throws IllegalStateException if one is open
    public ReviewSession start() {
        return journal.write((connection, now) -> {
            if (open(connection).isPresent()) {
                throw new IllegalStateException("a session is open already; end it first");
            }
            return start(connection, now);
        });
    }

    private ReviewSession start(Connection connection, Instant now) throws SQLException {
        long number = 1 + all(connection).size();
        Journal.set(
                connection,
                "INSERT INTO public.review_session (number, reader, started_at) VALUES (?, ?, ?)",
                number,
                journal.actor(),
                now);
        begin(connection, number, now);
        journal.line(connection, now, AuditKind.SESSION_STARTED, Long.toString(number), Map.of());
        return new ReviewSession(number, journal.actor(), now, null, Duration.ZERO, true);
    }

    /// What is done from now on belongs to a session: begins one, goes on with the open one after a pause, or does
    /// nothing while one runs. Of several threads that ask at once the first does it for all.
    public void ensureRunning() {
        if (open().filter(ReviewSession::running).isPresent()) {
            return;
        }
        journal.write((connection, now) -> {
            Optional<ReviewSession> open = open(connection);
            if (open.isEmpty()) {
                start(connection, now);
            } else if (!open.get().running()) {
                change(connection, now, AuditKind.SESSION_RESUMED, this::goOn);
            }
            return true;
        });
    }

    /// Stops the clock of the open session; nothing happens if it stands still.
    public void pause() {
        change(AuditKind.SESSION_PAUSED, (connection, session, now) -> {
            close(connection, now);
            return session.running();
        });
    }

    /// Goes on with the open session after a pause, or after the program was killed in the middle of it: then what
    /// was worked counts up to its last sign of life.
    public void resume() {
        change(AuditKind.SESSION_RESUMED, this::goOn);
    }

    private boolean goOn(Connection connection, ReviewSession session, Instant now) throws SQLException {
        Journal.set(
                connection,
                "UPDATE public.session_span SET closed = TRUE WHERE session = ? AND NOT closed",
                session.number());
        begin(connection, session.number(), now);
        return true;
    }

    /// Stops the clock of a session that a killed program left running, at its last sign of life. To be called when
    /// a program opens the workspace, before anything is done in it: nobody did anything, so the audit log has no
    /// line of it.
    public void stopLeftRunning() {
        journal.write((connection, now) -> {
            Journal.set(connection, "UPDATE public.session_span SET closed = TRUE WHERE NOT closed");
            return true;
        });
    }

    /// Ends the open session for good.
    public void end() {
        change(AuditKind.SESSION_ENDED, (connection, session, now) -> {
            close(connection, now);
            Journal.set(
                    connection,
                    "UPDATE public.review_session SET ended_at = ? WHERE number = ?",
                    now,
                    session.number());
            return true;
        });
    }

    private interface Step {
        boolean on(Connection connection, ReviewSession session, Instant now) throws SQLException;
    }

    private void change(AuditKind kind, Step step) {
        journal.write((connection, now) -> {
            change(connection, now, kind, step);
            return true;
        });
    }

    private void change(Connection connection, Instant now, AuditKind kind, Step step) throws SQLException {
        Optional<ReviewSession> open = open(connection);
        if (open.isPresent() && step.on(connection, open.get(), now)) {
            long number = open.get().number();
            journal.line(connection, now, number, kind, Long.toString(number), Map.of());
        }
    }

    /// Renews the sign of life of the open session and keeps where it stands. Keys that are not given stay as they
    /// are. Leaves no line in the audit log.
    public void keep(Map<String, String> state) {
        journal.write((connection, now) -> {
            Optional<ReviewSession> open = open(connection);
            if (open.isPresent()) {
                long number = open.get().number();
                journal.signOfLife(connection, now);
                for (Map.Entry<String, String> one : state.entrySet()) {
                    Journal.set(
                            connection,
                            "MERGE INTO public.session_state KEY (session, state_key) VALUES (?, ?, ?)",
                            number,
                            one.getKey(),
                            one.getValue());
                }
            }
            return true;
        });
    }

    /// What `keep` kept of a session.
    public Map<String, String> state(long session) {
        return journal.read(connection -> {
            Map<String, String> state = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT state_key, state_value FROM public.session_state WHERE session = ?")) {
                select.setLong(1, session);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        state.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
            return state;
        });
    }

    /// The stretches in which somebody worked in a session, in the order of beginning.
    public List<WorkSpan> spans(long session) {
        return journal.read(connection -> spans(connection, session));
    }

    /// How many decisions were made in a session and not taken back later.
    public int decided(long session) {
        return journal.read(connection -> {
            Set<Long> made = new HashSet<>(journal.decisionsOf(connection, session));
            if (made.isEmpty()) {
                return 0;
            }
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT undone FROM public.decision WHERE undone >= ?")) {
                select.setLong(1, Collections.min(made));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        made.remove(rows.getLong(1));
                    }
                }
            }
            return made.size();
        });
    }

    /// The session that was started and not ended, running or not.
    public Optional<ReviewSession> open() {
        return journal.read(SessionBook::open);
    }

    /// Every session, in the order of starting.
    public List<ReviewSession> all() {
        return journal.read(SessionBook::all);
    }

    private static Optional<ReviewSession> open(Connection connection) throws SQLException {
        return select(connection, "WHERE ended_at IS NULL").stream().findFirst();
    }

    private static List<ReviewSession> all(Connection connection) throws SQLException {
        return select(connection, "");
    }

    private static List<ReviewSession> select(Connection connection, String where) throws SQLException {
        List<ReviewSession> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT number, reader, started_at, ended_at FROM public.review_session %s ORDER BY number"
                                .formatted(where))) {
            while (row.next()) {
                List<WorkSpan> spans = spans(connection, row.getLong(1));
                found.add(new ReviewSession(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, Instant.class),
                        row.getObject(4, Instant.class),
                        spans.stream()
                                .map(span -> Duration.between(span.begunAt(), span.aliveAt()))
                                .reduce(Duration.ZERO, Duration::plus),
                        spans.stream().anyMatch(span -> !span.closed())));
            }
        }
        return List.copyOf(found);
    }

    private static List<WorkSpan> spans(Connection connection, long session) throws SQLException {
        List<WorkSpan> spans = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT begun_at, alive_at, closed FROM public.session_span WHERE session = ? ORDER BY begun_at")) {
            select.setLong(1, session);
            try (ResultSet span = select.executeQuery()) {
                while (span.next()) {
                    spans.add(new WorkSpan(
                            span.getObject(1, Instant.class), span.getObject(2, Instant.class), span.getBoolean(3)));
                }
            }
        }
        return List.copyOf(spans);
    }

    private static void begin(Connection connection, long session, Instant now) throws SQLException {
        Journal.set(
                connection,
                "MERGE INTO public.session_span (session, begun_at, alive_at, closed) KEY (session, begun_at)"
                        + " VALUES (?, ?, ?, FALSE)",
                session,
                now,
                now);
    }

    private void close(Connection connection, Instant now) throws SQLException {
        journal.signOfLife(connection, now);
        Journal.set(connection, "UPDATE public.session_span SET closed = TRUE WHERE NOT closed");
    }
}
