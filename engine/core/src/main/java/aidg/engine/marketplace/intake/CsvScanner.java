package aidg.engine.marketplace.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes delimited text apart, record by record, out of one window of bytes.
///
/// The form is RFC 4180: fields may stand in double quotes, inside which delimiters and line breaks are text
/// and a doubled quote is one quote. Lines end with LF, CRLF or CR. A quote inside an unquoted field is text.
/// Where quotes do not add up, only the first physical line of the record is given up and reading goes on with
/// the next line, so one stray quote costs one row. Memory is bounded: a record longer than `LONGEST_RECORD` is
/// given up too.
final class CsvScanner {

    /// Longest record that is looked at as a whole, in bytes.
    static final int LONGEST_RECORD = 4 << 20;

    /// What `next` found.
    enum Found {
        RECORD,
        /// A record that is not one; `fault` says why.
        FAULT,
        END
    }

    private static final int END = -1;
    private static final int OVERFLOW = -2;

    private final InputStream bytes;
    private final byte delimiter;
    private byte[] window = new byte[1 << 18];
    private int start;
    private int limit;
    private boolean ended;

    private long line = 1;
    private int length;
    private int fields;
    private int[] begins = new int[32];
    private int[] ends = new int[32];
    private boolean[] escaped = new boolean[32];
    private long lineOfRecord;
    private long newlines;
    private String fault = "";

    CsvScanner(InputStream bytes, char delimiter) {
        this.bytes = bytes;
        this.delimiter = (byte) delimiter;
    }

    /// Moves to the next record, past blank lines.
    ///
    /// @throws IOException if the bytes break off or cannot be unpacked; `line` and `raw` tell where
    Found next() throws IOException {
        while (true) {
            start += length;
            line += newlines;
            length = 0;
            newlines = 0;
            fields = 0;
            lineOfRecord = line;
            if (at(0) == END) {
                return Found.END;
            }
            fault = scan();
            if (!fault.isEmpty()) {
                giveUpFirstLine();
                return Found.FAULT;
            }
            if (!isBlank()) {
                return Found.RECORD;
            }
        }
    }

    /// Physical line on which the record starts, from 1.
    long line() {
        return lineOfRecord;
    }

    int fields() {
        return fields;
    }

    /// Whether the record goes over several physical lines.
    boolean isMultiLine() {
        return newlines > 1;
    }

    String fault() {
        return fault;
    }

    /// A field without surrounding white space; null if its bytes are not UTF-8.
    @Nullable
    String field(int index) {
        int from = start + begins[index];
        int to = start + ends[index];
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            ascii &= window[i] >= 0;
        }
        String text;
        if (ascii) {
            text = new String(window, from, to - from, StandardCharsets.ISO_8859_1);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(window, from, to - from))
                        .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        return Cells.strip(escaped[index] ? text.replace("\"\"", "\"") : text);
    }

    /// The record as it stands, without its line end, cut; bytes that are not UTF-8 show as replacement characters.
    String raw() {
        int end = length == 0 ? limit - start : length;
        while (end > 0 && (window[start + end - 1] == '\n' || window[start + end - 1] == '\r')) {
            end--;
        }
        return Cells.cut(new String(window, start, Math.min(end, 4 * Cells.LONGEST_RAW), StandardCharsets.UTF_8));
    }

    /// Leaves out everything of the current record but its first physical line.
    void giveUpFirstLine() throws IOException {
        int off = 0;
        int c = at(off);
        while (c >= 0 && c != '\n' && c != '\r') {
            c = at(++off);
        }
        length = c >= 0 ? afterLineEnd(off) : off;
        newlines = 1;
        if (c == OVERFLOW) {
            skipToLineEnd();
        }
    }

    /// The rest of a line that does not fit the window is read over; its first bytes stay for `raw`.
    private void skipToLineEnd() throws IOException {
        int kept = Math.min(length, 4 * Cells.LONGEST_RAW);
        byte[] head = Arrays.copyOfRange(window, start, start + kept);
        while (true) {
            start = limit;
            int off = 0;
            int c = at(off);
            while (c >= 0 && c != '\n' && c != '\r') {
                c = at(++off);
            }
            if (c == OVERFLOW) {
                continue;
            }
            int rest = c == END ? off : afterLineEnd(off);
            int next = start + rest;
            // The window is at least as long as the head: lay it directly before what follows.
            if (next >= kept) {
                System.arraycopy(head, 0, window, next - kept, kept);
                start = next - kept;
            } else {
                byte[] wider = new byte[kept + limit - next];
                System.arraycopy(head, 0, wider, 0, kept);
                System.arraycopy(window, next, wider, kept, limit - next);
                window = wider;
                start = 0;
                limit = wider.length;
            }
            length = kept;
            return;
        }
    }

    /// Finds the fields of the record at `start`; empty, or what is wrong with its quotes.
    private String scan() throws IOException {
        int off = 0;
        while (true) {
            int begin = off;
            int end;
            boolean doubled = false;
            int c = at(off);
            if (c == '"') {
                begin = ++off;
                c = at(off);
                while (c != '"' || at(off + 1) == '"') {
                    if (c == END || c == OVERFLOW) {
                        return c == OVERFLOW
                                ? tooLong()
                                : "a quote is opened and never closed; close it, or double it (\"\") if it is text";
                    }
                    if (c == '"') {
                        doubled = true;
                        off++;
                    } else if (c == '\n' || (c == '\r' && at(off + 1) != '\n')) {
                        newlines++;
                    }
                    c = at(++off);
                }
                end = off++;
                c = at(off);
                while (c == ' ') {
                    c = at(++off);
                }
                if (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
                    return textAfterQuote();
                }
            } else {
                while (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
                    c = at(++off);
                }
                end = off;
            }
            if (c == OVERFLOW) {
                return tooLong();
            }
            field(begin, end, doubled);
            if (c != delimiter || c == END) {
                length = c == END ? off : afterLineEnd(off);
                newlines++;
                return "";
            }
            off++;
        }
    }

    private String textAfterQuote() {
        return newlines == 0
                ? "text follows a closing quote; double every quote (\"\") that is text"
                : "a quote is opened and not closed before the quote on line %d; close it, or double it (\"\") if it is text"
                        .formatted(line + newlines);
    }

    private static String tooLong() {
        return "the row is longer than %,d bytes; shorten it, or close its quote".formatted(LONGEST_RECORD);
    }

    private void field(int begin, int end, boolean doubled) {
        if (fields == begins.length) {
            begins = Arrays.copyOf(begins, fields * 2);
            ends = Arrays.copyOf(ends, fields * 2);
            escaped = Arrays.copyOf(escaped, fields * 2);
        }
        begins[fields] = begin;
        ends[fields] = end;
        escaped[fields++] = doubled;
    }

    private boolean isBlank() {
        for (int i = start; i < start + length; i++) {
            if (window[i] > ' ' || window[i] < 0 || window[i] == delimiter) {
                return false;
            }
        }
        return true;
    }

    private int afterLineEnd(int off) throws IOException {
        return at(off) == '\r' && at(off + 1) == '\n' ? off + 2 : off + 1;
    }

    /// The byte `off` after the start of the record, 0..255, or `END`, or `OVERFLOW` if it lies too far away.
    private int at(int off) throws IOException {
        while (start + off >= limit) {
            if (ended) {
                return END;
            }
            if (off >= LONGEST_RECORD) {
                return OVERFLOW;
            }
            fill();
        }
        return window[start + off] & 0xFF;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(window, start, window, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int count = bytes.read(window, limit, window.length - limit);
        if (count < 0) {
            ended = true;
        } else {
            limit += count;
        }
    }
}
