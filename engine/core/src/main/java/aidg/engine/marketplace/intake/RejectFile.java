package aidg.engine.marketplace.intake;

import aidg.engine.marketplace.Reject;
import aidg.engine.marketplace.SpreadsheetCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Refused rows as a CSV file for whoever has to mend them. Only its owner may read it, because raw rows may
/// hold what was never meant to leave the source; and no cell can work as a formula when a spreadsheet opens
/// it.
public final class RejectFile {

    private static final String HEADER = "table,file,line,column,reason,raw";

    private RejectFile() {}

    /// Writes all rejects, replacing an earlier file in one step: readers see the old or the new one, never half.
    ///
    /// @throws IOException if the folder is missing, full or may not be written
    public static void write(List<Reject> rejects, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(
                    Channels.newOutputStream(Files.newByteChannel(
                            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(target))),
                    StandardCharsets.UTF_8))) {
                out.write(HEADER + "\r\n");
                for (Reject reject : rejects) {
                    out.write(String.join(
                            ",",
                            SpreadsheetCell.of(reject.table()),
                            SpreadsheetCell.of(reject.file()),
                            Long.toString(reject.line()),
                            SpreadsheetCell.of(reject.column()),
                            SpreadsheetCell.of(reject.reason()),
                            SpreadsheetCell.of(reject.raw())));
                    out.write("\r\n");
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path target) throws IOException {
        Path folder = target.getParent();
        boolean posix = folder != null
                && Files.isDirectory(folder)
                && Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
