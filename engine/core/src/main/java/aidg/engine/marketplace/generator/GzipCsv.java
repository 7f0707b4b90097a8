package aidg.engine.marketplace.generator;

import aidg.engine.domain.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A compressed table with a header: RFC 4180, UTF-8, lines end in LF. Equal rows give equal bytes, because the
/// header of the compressed stream carries neither time nor name.
final class GzipCsv implements AutoCloseable {

    private final BufferedWriter out;
    private final int columns;

    GzipCsv(Path file, String... header) {
        columns = header.length;
        try {
            out = new BufferedWriter(
                    new OutputStreamWriter(new BestCompression(Files.newOutputStream(file)), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot create " + file + "; check that the disk is writable", broken);
        }
        row((Object[]) header);
    }

    /// Writes one row; null is an empty cell.
    void row(@Nullable Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, columns));
        }
        try {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    out.write(',');
                }
                Object cell = cells[i];
                out.write(text(cell));
            }
            out.write('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException("a table cannot be written; check that the disk has room", broken);
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Money money -> decimal(money.cents());
            default -> quoted(cell.toString());
        };
    }

    /// Hundredths as a decimal number, `-12.05`.
    private static String decimal(long cents) {
        long size = Math.abs(cents);
        return (cents < 0 ? "-" : "") + size / 100 + (size % 100 < 10 ? ".0" : ".") + size % 100;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("a table cannot be finished; check that the disk has room", broken);
        }
    }

    private static final class BestCompression extends GZIPOutputStream {
        BestCompression(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
