package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.review.Snooze;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which proposals are put off, and until when.
public final class SnoozeBook {

    private final Journal journal;

    SnoozeBook(Journal journal) {
        this.journal = journal;
    }

    /// Puts proposals off; one that is put off already gets the new day.
    public List<Snooze> snooze(List<String> dealIds, LocalDate until) {
        return journal.write((connection, now) -> {
            List<Snooze> all = new ArrayList<>();
            try (PreparedStatement merge = connection.prepareStatement(
                    "MERGE INTO public.snooze (deal_id, until_day, snoozed_at) KEY (deal_id) VALUES (?, ?, ?)")) {
                for (String dealId : dealIds) {
                    merge.setString(1, dealId);
                    merge.setObject(2, until);
                    merge.setObject(3, now);
                    merge.executeUpdate();
                    journal.line(connection, now, AuditKind.SNOOZED, dealId, Map.of("until", until.toString()));
                    all.add(new Snooze(dealId, until, now));
                }
            }
            return List.copyOf(all);
        });
    }

    /// Lets proposals await review again at once; nothing happens to one that does already.
    public void wake(List<String> dealIds) {
        journal.write((connection, now) -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM public.snooze WHERE deal_id = ?")) {
                for (String dealId : dealIds) {
                    delete.setString(1, dealId);
                    if (delete.executeUpdate() > 0) {
                        journal.line(connection, now, AuditKind.WOKEN, dealId, Map.of());
                    }
                }
            }
            return true;
        });
    }

    /// All that were put off and not woken, also those whose day has come, by deal.
    public List<Snooze> all() {
        return journal.read(connection -> {
            List<Snooze> all = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT deal_id, until_day, snoozed_at FROM public.snooze ORDER BY deal_id")) {
                while (rows.next()) {
                    all.add(new Snooze(
                            rows.getString(1), rows.getObject(2, LocalDate.class), rows.getObject(3, Instant.class)));
                }
            }
            return List.copyOf(all);
        });
    }
}
