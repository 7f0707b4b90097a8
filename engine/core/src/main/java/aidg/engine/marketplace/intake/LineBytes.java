package aidg.engine.marketplace.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The physical lines of a stream, one at a time, with bounded memory.
final class LineBytes {

    /// Longest line that is kept, in bytes; of a longer one the beginning is kept.
    static final int LONGEST = 4 << 20;

    private final InputStream bytes;
    private final byte[] window = new byte[1 << 16];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int at;
    private int limit;
    private long line;
    private boolean tooLong;

    LineBytes(InputStream bytes) {
        this.bytes = bytes;
    }

    /// Moves to the next line; false after the last.
    boolean next() throws IOException {
        content.reset();
        tooLong = false;
        line++;
        boolean any = false;
        while (true) {
            if (at == limit) {
                at = 0;
                limit = Math.max(0, bytes.read(window, 0, window.length));
                if (limit == 0) {
                    return any;
                }
            }
            any = true;
            int end = at;
            while (end < limit && window[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - at, LONGEST - content.size());
            content.write(window, at, kept);
            tooLong |= kept < end - at;
            at = end;
            if (end < limit) {
                at++;
                return true;
            }
        }
    }

    /// Number of the line, from 1.
    long line() {
        return line;
    }

    boolean isTooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return content.toByteArray();
    }

    String text() {
        return Cells.strip(content.toString(StandardCharsets.UTF_8));
    }
}
