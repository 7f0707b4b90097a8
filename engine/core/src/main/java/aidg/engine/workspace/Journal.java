package aidg.engine.workspace;

import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All writing that people will be asked about later: one writer at a time, each change in one transaction with its
/// line of the audit log, and on the disk before the call returns.
final class Journal {

    private static final String COLUMNS =
            "sequence, made_at, actor, session, kind, subject, facts, previous_hash, hash";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile String actor = "manager";

    Journal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A change at a moment.
    interface Change<T> {
        T on(Connection connection, Instant now) throws SQLException;
    }

    /// Makes the change and returns once it is on the disk.
    <T> T write(Change<T> change) {
        writing.lock();
        try {
            T written = database.transaction(connection -> change.on(connection, clock.instant()));
            database.force();
            return written;
        } finally {
            writing.unlock();
        }
    }

    <T> T read(Database.Work<T> work) {
        return database.call(work);
    }

    void actAs(String reader) {
        actor = reader;
    }

    String actor() {
        return actor;
    }

    /// Adds a line within a change that is being written; it belongs to the actor's session, if one runs, and is a sign
    /// of life of it.
    AuditLine line(Connection connection, Instant now, AuditKind kind, String subject, Map<String, String> facts)
            throws SQLException {
        long session = running(connection);
        if (session != 0) {
            signOfLife(connection, now);
        }
        return line(connection, now, session, kind, subject, facts);
    }

    /// Somebody is at work in the session that runs, if one does. After a break a new stretch of work begins.
    void signOfLife(Connection connection, Instant now) throws SQLException {
        long session;
        Instant before;
        try (Statement statement = connection.createStatement();
                ResultSet open =
                        statement.executeQuery("SELECT session, alive_at FROM public.session_span WHERE NOT closed")) {
            if (!open.next()) {
                return;
            }
            session = open.getLong(1);
            before = open.getObject(2, Instant.class);
        }
        if (Duration.between(before, now).compareTo(ReviewSession.BREAK) >= 0) {
            set(connection, "UPDATE public.session_span SET closed = TRUE WHERE NOT closed");
            set(
                    connection,
                    "INSERT INTO public.session_span (session, begun_at, alive_at, closed) VALUES (?, ?, ?, FALSE)",
                    session,
                    now,
                    now);
        } else if (now.isAfter(before)) {
            set(connection, "UPDATE public.session_span SET alive_at = ? WHERE NOT closed", now);
        }
    }

    static void set(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private long running(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT span.session FROM public.session_span span"
                + " JOIN public.review_session own ON own.number = span.session"
                + " WHERE NOT span.closed AND LOWER(own.reader) = LOWER(?)")) {
            select.setString(1, actor);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /// Adds a line to a session.
    AuditLine line(
            Connection connection, Instant now, long session, AuditKind kind, String subject, Map<String, String> facts)
            throws SQLException {
        long last = 0;
        String head = AuditChain.START;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sequence, hash FROM public.audit ORDER BY sequence DESC LIMIT 1")) {
            if (row.next()) {
                last = row.getLong(1);
                head = row.getString(2);
            }
        }
        AuditLine line = AuditChain.next(last, head, now, actor, session, kind, subject, facts);
        insert(connection, line);
        return line;
    }

    private static void insert(Connection connection, AuditLine line) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO public.audit (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS))) {
            statement.setLong(1, line.sequence());
            statement.setObject(2, line.at());
            statement.setString(3, line.actor());
            statement.setLong(4, line.session());
            statement.setString(5, line.kind().code());
            statement.setString(6, line.subject());
            statement.setString(7, JSON.writeValueAsString(line.facts()));
            statement.setString(8, line.previousHash());
            statement.setString(9, line.hash());
            statement.executeUpdate();
        }
    }

    List<AuditLine> all() {
        return read(connection -> {
            List<AuditLine> lines = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT %s FROM public.audit ORDER BY sequence".formatted(COLUMNS))) {
                while (row.next()) {
                    lines.add(new AuditLine(
                            row.getLong(1),
                            row.getObject(2, Instant.class),
                            row.getString(3),
                            row.getLong(4),
                            AuditKind.of(row.getString(5)),
                            row.getString(6),
                            JSON.readValue(row.getString(7), FACTS),
                            row.getString(8),
                            row.getString(9)));
                }
            }
            return List.copyOf(lines);
        });
    }

    /// Numbers of the decisions to let out, or to change, that were made in a session.
    List<Long> decisionsOf(Connection connection, long session) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT facts FROM public.audit WHERE session = ? AND kind IN (?, ?)")) {
            select.setLong(1, session);
            select.setString(2, AuditKind.APPROVED.code());
            select.setString(3, AuditKind.OVERRIDDEN.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(
                            Long.valueOf(JSON.readValue(row.getString(1), FACTS).getOrDefault("decision", "0")));
                }
            }
        }
        return numbers;
    }

    /// A workspace from before there was an audit log has decisions without lines: they get theirs, said to be
    /// recorded later.
    void catchUp(List<Decision> decisions) {
        boolean none = read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1 FROM public.audit LIMIT 1")) {
                return !rows.next();
            }
        });
        if (!none || decisions.isEmpty()) {
            return;
        }
        write((connection, now) -> {
            for (Decision decision : decisions) {
                Map<String, String> facts = new TreeMap<>(decision.facts());
                facts.put("madeAt", decision.at().toString());
                line(connection, now, DecisionLog.auditKind(decision.verdict()), decision.dealId(), facts);
            }
            return decisions.size();
        });
    }
}
