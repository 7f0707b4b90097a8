package aidg.engine.workspace;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The append-only log of decisions. An append returns when the line is on the disk; the sequence runs from 1 without
/// gaps, because it is given under a lock and only to lines that are stored.
final class DecisionLog {

    private static final String COLUMNS =
            "sequence, deal_id, verdict, reason, comment, new_discount, new_price, new_duration, new_category, undone, score, model_hash, made_at";

    private final Database database;
    private final Clock clock;
    private final ReentrantLock appending = new ReentrantLock();

    DecisionLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Decision append(String dealId, Verdict verdict, double score, String modelHash) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not in 0..1".formatted(score));
        }
        appending.lock();
        try {
            Decision appended = database.transaction(connection -> {
                if (verdict instanceof Withdrawn(long undone)) {
                    requireWithdrawable(connection, dealId, undone);
                }
                Decision line = new Decision(last(connection) + 1, dealId, verdict, clock.instant(), score, modelHash);
                insert(connection, line);
                return line;
            });
            database.force();
            return appended;
        } finally {
            appending.unlock();
        }
    }

    private static void requireWithdrawable(Connection connection, String dealId, long undone) throws SQLException {
        Decision decision = select(connection, "WHERE sequence = " + undone).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no decision %d to withdraw".formatted(undone)));
        if (decision.verdict() instanceof Withdrawn) {
            throw new IllegalArgumentException(
                    "decision %d is itself a withdrawal; decide on deal %s anew instead".formatted(undone, dealId));
        }
        if (!decision.dealId().equals(dealId)) {
            throw new IllegalArgumentException(
                    "decision %d is about deal %s, not %s".formatted(undone, decision.dealId(), dealId));
        }
        if (!select(connection, "WHERE undone = " + undone).isEmpty()) {
            throw new IllegalArgumentException("decision %d is already withdrawn".formatted(undone));
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(sequence), 0) FROM public.decision")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void insert(Connection connection, Decision line) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO public.decision (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS))) {
            RowWriter row = new RowWriter(statement).number(line.sequence()).text(line.dealId());
            switch (line.verdict()) {
                case Approved a ->
                    row.text("APPROVED").text(null).text(null).terms(null).nothing(Types.BIGINT);
                case Overridden changed ->
                    row.text("OVERRIDDEN")
                            .text(changed.reason().code())
                            .text(changed.comment())
                            .terms(changed.newTerms())
                            .nothing(Types.BIGINT);
                case Withdrawn(long undone) ->
                    row.text("WITHDRAWN").text(null).text(null).terms(null).number(undone);
            }
            row.real(line.score()).text(line.modelHash()).moment(line.at());
            statement.executeUpdate();
        }
    }

    List<Decision> all() {
        return database.call(connection -> select(connection, ""));
    }

    private static List<Decision> select(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT %s FROM public.decision %s ORDER BY sequence".formatted(COLUMNS, where))) {
            RowReader row = new RowReader(rows);
            List<Decision> decisions = new ArrayList<>();
            while (row.next()) {
                decisions.add(read(row));
            }
            return List.copyOf(decisions);
        }
    }

    private static Decision read(RowReader row) throws SQLException {
        long sequence = row.number();
        String dealId = row.text();
        String kind = row.text();
        String reason = row.textIfAny();
        String comment = row.textIfAny();
        var newTerms = row.termsIfAny();
        long undone = row.number();
        double score = row.real();
        String modelHash = row.text();
        Verdict verdict = switch (kind) {
            case "APPROVED" -> new Approved();
            case "WITHDRAWN" -> new Withdrawn(undone);
            default -> new Overridden(OverrideReason.of(present(reason)), newTerms, present(comment));
        };
        return new Decision(sequence, dealId, verdict, row.moment(), score, modelHash);
    }

    private static String present(@Nullable String text) throws SQLException {
        if (text == null) {
            throw new SQLException("an override in the decision log lacks its reason or comment");
        }
        return text;
    }
}
