package aidg.engine.marketplace.intake;

import aidg.engine.marketplace.Reject;
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
                            cell(reject.table()),
                            cell(reject.file()),
                            Long.toString(reject.line()),
                            cell(reject.column()),
                            cell(reject.reason()),
                            cell(reject.raw())));
                    out.write("\r\n");
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Always in quotes; a beginning that a spreadsheet takes for a formula gets an apostrophe before it.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
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
