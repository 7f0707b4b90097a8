package aidg.app.export;

import aidg.app.Json;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report of a review session in the forms that it leaves the workbench in.
///
/// @param out    what the session let out, if that was worked out
/// @param zone   of the times that people read
/// @param madeAt printed on the pages
public record SessionExport(SessionAccount account, Optional<SentOut> out, ZoneId zone, Instant madeAt) {

    private static final String PDF = ".pdf";
    private static final String CSV = ".csv";
    private static final String JSON = ".json";

    /// A file for it.
    ///
    /// @throws aidg.app.Failure saying why it cannot be written
    public static OutFile file(Path named) {
        return new OutFile(named, List.of(PDF, CSV, JSON));
    }

    public static boolean isPdf(OutFile file) {
        return ending(file, PDF);
    }

    private static boolean ending(OutFile file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// For people at a terminal, for a spreadsheet and for programs.
    public SessionTable table() {
        return new SessionTable(account, out, zone);
    }

    /// A4 pages with their fonts; the same report gives the same bytes.
    public byte[] pdf() throws IOException {
        return SessionPdf.bytes(this);
    }

    /// Writes it in the form that the file's ending tells, replacing an earlier file in one step.
    public void write(OutFile file) throws IOException {
        if (isPdf(file)) {
            file.write(pdf());
        } else {
            String text = ending(file, CSV) ? table().csv() : Json.of(table().json()) + "\n";
            file.write(text);
        }
    }
}
