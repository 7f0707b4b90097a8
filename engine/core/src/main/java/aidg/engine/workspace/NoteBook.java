package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.review.WrittenNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notes that managers wrote about merchants in this workspace. [PER-8]
public final class NoteBook {

    private final Journal journal;

    NoteBook(Journal journal) {
        this.journal = journal;
    }

    /// Adds a note.
    ///
    /// @param dealId the proposal it was written at, null if at none
    /// @throws IllegalArgumentException if the text is blank
    public WrittenNote write(String merchantId, @Nullable String dealId, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note needs words");
        }
        return journal.write((connection, now) -> {
            WrittenNote note =
                    new WrittenNote(1 + last(connection), merchantId, dealId, journal.actor(), now, text.strip());
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO public.note (number, merchant_id, deal_id, writer, written_at, body, withdrawn)"
                            + " VALUES (?, ?, ?, ?, ?, ?, FALSE)")) {
                insert.setLong(1, note.number());
                insert.setString(2, merchantId);
                insert.setString(3, dealId);
                insert.setString(4, note.writer());
                insert.setObject(5, now);
                insert.setString(6, note.text());
                insert.executeUpdate();
            }
            journal.line(
                    connection,
                    now,
                    AuditKind.NOTE_WRITTEN,
                    merchantId,
                    Map.of(
                            "note",
                            Long.toString(note.number()),
                            "deal",
                            dealId == null ? "" : dealId,
                            "text",
                            note.text()));
            return note;
        });
    }

    /// Takes a note back.
    ///
    /// @throws IllegalArgumentException if there is none of that number
    public void withdraw(long number) {
        journal.write((connection, now) -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE public.note SET withdrawn = TRUE WHERE number = ? AND NOT withdrawn")) {
                update.setLong(1, number);
                if (update.executeUpdate() == 0) {
                    throw new IllegalArgumentException("there is no note %d to take back".formatted(number));
                }
            }
            journal.line(connection, now, AuditKind.NOTE_WITHDRAWN, Long.toString(number), Map.of());
            return true;
        });
    }

    private static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM public.note")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Every note that was not taken back, in the order of writing.
    public List<WrittenNote> all() {
        return where("NOT withdrawn");
    }

    /// Every note that was taken back, in the order of writing.
    public List<WrittenNote> withdrawn() {
        return where("withdrawn");
    }

    private List<WrittenNote> where(String condition) {
        return journal.read(connection -> {
            List<WrittenNote> all = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT number, merchant_id, deal_id, writer, written_at,"
                            + " body FROM public.note WHERE " + condition + " ORDER BY number")) {
                while (row.next()) {
                    all.add(new WrittenNote(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, Instant.class),
                            row.getString(6)));
                }
            }
            return List.copyOf(all);
        });
    }
}
