package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import aidg.engine.review.DecisionDraft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The append-only log of decisions. An append returns when the line is on the disk; the sequence runs from 1
/// without gaps, because it is given under a lock and only to lines that are stored.
final class DecisionLog {

    private static final String COLUMNS =
            "sequence, deal_id, verdict, reason, comment, new_discount, new_price, new_duration, new_category, undone, score, model_hash, made_at";

    private final Journal journal;

    DecisionLog(Journal journal) {
        this.journal = journal;
    }

    Decision append(String dealId, Verdict verdict, double score, String modelHash) {
        return appendAll(List.of(new DecisionDraft(dealId, verdict, score, modelHash)))
                .getFirst();
    }

    /// All of them or, after an exception, none.
    List<Decision> appendAll(List<DecisionDraft> drafts) {
        return journal.write((connection, now) -> {
            List<Decision> lines = new ArrayList<>(drafts.size());
            for (DecisionDraft draft : drafts) {
                if (draft.verdict() instanceof Withdrawn(long undone)) {
                    requireWithdrawable(connection, draft.dealId(), undone);
                }
                Decision line = new Decision(
                        last(connection) + 1, draft.dealId(), draft.verdict(), now, draft.score(), draft.modelHash());
                insert(connection, line);
                journal.line(connection, now, auditKind(line.verdict()), line.dealId(), line.facts());
                lines.add(line);
            }
            return List.copyOf(lines);
        });
    }

    static AuditKind auditKind(Verdict verdict) {
        return AuditKind.of(verdict.code());
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
        Overridden changed = line.verdict() instanceof Overridden overridden ? overridden : null;
        DealTerms terms = changed == null ? null : changed.newTerms();
        List<@Nullable Object> values = Arrays.asList(
                line.sequence(),
                line.dealId(),
                kind(line.verdict()),
                changed == null ? null : changed.reason().code(),
                changed == null ? null : changed.comment(),
                terms == null ? null : terms.discount().fraction(),
                terms == null ? null : terms.price().cents(),
                terms == null ? null : terms.durationDays(),
                terms == null ? null : terms.category().name(),
                line.verdict() instanceof Withdrawn(long undone) ? undone : null,
                line.score(),
                line.modelHash(),
                line.at());
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO public.decision (%s) VALUES (%s)".formatted(COLUMNS, places))) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case Approved a -> "APPROVED";
            case Overridden o -> "OVERRIDDEN";
            case Withdrawn w -> "WITHDRAWN";
        };
    }

    List<Decision> all() {
        return journal.read(connection -> select(connection, ""));
    }

    private static List<Decision> select(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT %s FROM public.decision %s ORDER BY sequence".formatted(COLUMNS, where))) {
            List<Decision> decisions = new ArrayList<>();
            while (rows.next()) {
                decisions.add(read(rows));
            }
            return List.copyOf(decisions);
        }
    }

    private static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("sequence"),
                row.getString("deal_id"),
                verdict(row),
                row.getObject("made_at", Instant.class),
                row.getDouble("score"),
                row.getString("model_hash"));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return switch (row.getString("verdict")) {
            case "APPROVED" -> new Approved();
            case "WITHDRAWN" -> new Withdrawn(row.getLong("undone"));
            default -> new Overridden(OverrideReason.of(row.getString("reason")), terms(row), row.getString("comment"));
        };
    }

    private static @Nullable DealTerms terms(ResultSet row) throws SQLException {
        String category = row.getString("new_category");
        return category == null
                ? null
                : new DealTerms(
                        new Discount(row.getDouble("new_discount")),
                        new Money(row.getLong("new_price")),
                        row.getInt("new_duration"),
                        new Category(category));
    }
}
