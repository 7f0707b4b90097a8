package aidg.engine.marketplace.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Sentences about files whose bytes are no use.
final class Unreadable {

    static final String NOT_UTF_8 = "the text is not UTF-8; save the file as UTF-8";
    static final String NOT_UTF_8_FILE = "the column names are not UTF-8; save the file as UTF-8";

    private Unreadable() {}

    /// A file that cannot even be opened.
    static String file(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "the file may not be read by you; change its permissions";
            case NoSuchFileException _ -> "the file has gone; copy it again";
            default -> "the file cannot be unpacked; copy or pack it again";
        };
    }

    /// A file whose bytes stop making sense after its beginning.
    static String brokenOff(SourceFile file) {
        return file.compression().isEmpty()
                ? "the disk stopped giving the file here; copy it again"
                : "the packed file is cut off or damaged here; copy or pack it again";
    }
}
