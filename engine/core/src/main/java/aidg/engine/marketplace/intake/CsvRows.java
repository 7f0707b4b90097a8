package aidg.engine.marketplace.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a delimited text file with a header line.
final class CsvRows implements RowReader {

    private static final System.Logger LOG = System.getLogger(CsvRows.class.getName());

    private final SourceFile file;
    private final Table table;
    private final ReadMeter meter;

    CsvRows(SourceFile file, Table table, ReadMeter meter) {
        this.file = file;
        this.table = table;
        this.meter = meter;
    }

    @Override
    public void read(RowVisitor visitor) {
        @Nullable CsvScanner scanner = null;
        try (InputStream bytes = file.open(meter)) {
            scanner = new CsvScanner(bytes, file.format() == SourceFile.Format.TSV ? '\t' : ',');
            int[] positions = header(scanner, visitor);
            if (positions.length > 0) {
                rows(scanner, positions, visitor);
            }
        } catch (IOException e) {
            if (scanner == null) {
                visitor.broken(0, "", Unreadable.file(e), "");
            } else {
                visitor.broken(scanner.line(), "", Unreadable.brokenOff(file), scanner.raw());
            }
        }
    }

    /// For each field of the file the column of the table it fills, -1 for none; empty if the header is no use.
    private int[] header(CsvScanner scanner, RowVisitor visitor) throws IOException {
        switch (scanner.next()) {
            case END -> {
                visitor.broken(0, "", "the file is empty; its first line must name the columns", "");
                return new int[0];
            }
            case FAULT -> {
                visitor.broken(
                        0, "", "the line with the column names cannot be read: " + scanner.fault(), scanner.raw());
                return new int[0];
            }
            case RECORD -> {}
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < scanner.fields(); i++) {
            String name = scanner.field(i);
            if (name == null) {
                visitor.broken(0, "", Unreadable.NOT_UTF_8_FILE, scanner.raw());
                return new int[0];
            }
            names.add(name);
        }
        Header header = Header.of(table, names);
        if (!header.fault().isEmpty()) {
            visitor.broken(0, "", header.fault(), scanner.raw());
            return new int[0];
        }
        header.logIgnored(LOG, file.name());
        return header.positions();
    }

    private void rows(CsvScanner scanner, int[] positions, RowVisitor visitor) throws IOException {
        CsvScanner.Found found = scanner.next();
        while (found != CsvScanner.Found.END) {
            if (found == CsvScanner.Found.FAULT) {
                visitor.broken(scanner.line(), "", scanner.fault(), scanner.raw());
            } else {
                row(scanner, positions, visitor);
            }
            found = scanner.next();
        }
    }

    private void row(CsvScanner scanner, int[] positions, RowVisitor visitor) throws IOException {
        if (scanner.fields() != positions.length) {
            String reason = "the row has %d fields, the first line names %d; put texts with commas in double quotes"
                    .formatted(scanner.fields(), positions.length);
            if (scanner.isMultiLine()) {
                scanner.giveUpFirstLine();
            }
            visitor.broken(scanner.line(), "", reason, scanner.raw());
            return;
        }
        String[] values = new String[table.columns().size()];
        Arrays.fill(values, "");
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                String value = scanner.field(i);
                if (value == null) {
                    visitor.broken(
                            scanner.line(), table.columns().get(positions[i]), Unreadable.NOT_UTF_8, scanner.raw());
                    return;
                }
                values[positions[i]] = value;
            }
        }
        visitor.row(scanner.line(), values, scanner::raw);
    }
}
