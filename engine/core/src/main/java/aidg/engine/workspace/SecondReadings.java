package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ReaderNames;
import aidg.engine.review.SecondReading;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What second readers would have decided.
public final class SecondReadings {

    private final Journal journal;

    SecondReadings(Journal journal) {
        this.journal = journal;
    }

    /// Adds what the present reader would have decided.
    ///
    /// @param reason why it should not have gone out as proposed, null if it should have
    /// @throws IllegalArgumentException if this reader has read the proposal before
    public SecondReading add(String dealId, @Nullable OverrideReason reason, String comment) {
        String reader = journal.actor();
        return journal.write((connection, now) -> {
            List<SecondReading> before = all();
            if (before.stream()
                    .anyMatch(one -> one.dealId().equals(dealId) && ReaderNames.same(one.reader(), reader))) {
                throw new IllegalArgumentException("%s has read deal %s already".formatted(reader, dealId));
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO public.second_reading (number, deal_id, reader, read_at, reason, comment)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, before.size() + 1L);
                insert.setString(2, dealId);
                insert.setString(3, reader);
                insert.setObject(4, now);
                insert.setString(5, reason == null ? null : reason.code());
                insert.setString(6, comment);
                insert.executeUpdate();
            }
            // Not what was decided: who reads the audit log must stay blind too.
            journal.line(connection, now, AuditKind.SECOND_READING, dealId, Map.of());
            return new SecondReading(dealId, reader, now, reason, comment);
        });
    }

    /// Every reading, in order.
    public List<SecondReading> all() {
        return journal.read(connection -> {
            List<SecondReading> all = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT deal_id, reader, read_at, reason, comment"
                            + " FROM public.second_reading ORDER BY number")) {
                while (row.next()) {
                    String reason = row.getString(4);
                    all.add(new SecondReading(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, Instant.class),
                            reason == null ? null : OverrideReason.of(reason),
                            row.getString(5)));
                }
            }
            return List.copyOf(all);
        });
    }
}
