package aidg.engine.workspace;

import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// An import as one compressed stream: the report first, then the marketplace, each as its few single values
/// followed by its tables, a table as its row count and its rows. Numbers are big-endian, texts UTF-8.
final class SnapshotStream {

    /// Grows when a record of the stream changes. A snapshot of another layout is not read; the data is
    /// imported anew.
    static final int LAYOUT = 1;

    private static final int BUFFER = 1 << 16;
    /// Rows between two reports of progress.
    private static final int STEP = 10_000;

    private final RowWriter row;
    private final Progress progress;
    private final long total;
    private long done;

    private SnapshotStream(RowWriter row, Progress progress, long total) {
        this.row = row;
        this.progress = progress;
        this.total = total;
    }

    /// Writes both and closes the stream.
    static void write(ImportReport report, Marketplace marketplace, OutputStream sink, Progress progress)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new Quick(sink), BUFFER))) {
            long total = rowsOf(marketplace) + report.rejects().size();
            SnapshotStream stream = new SnapshotStream(new RowWriter(out), progress, total);
            stream.write(report);
            stream.write(marketplace);
        }
    }

    private static long rowsOf(Marketplace marketplace) {
        return (long) marketplace.cities().size()
                + marketplace.merchants().size()
                + marketplace.deals().size()
                + marketplace.overrides().size()
                + marketplace.notes().size()
                + marketplace.proposals().size();
    }

    private void write(ImportReport report) throws IOException {
        row.text(report.source()).count(report.tables().size());
        for (Map.Entry<String, ImportReport.TableCount> table : report.tables().entrySet()) {
            row.text(table.getKey())
                    .number(table.getValue().accepted())
                    .number(table.getValue().rejected());
        }
        table(RowKind.REJECT, report.rejects());
    }

    private void write(Marketplace marketplace) throws IOException {
        row.day(marketplace.asOf()).text(marketplace.dataHash());
        table(RowKind.CITY, marketplace.cities());
        table(RowKind.MERCHANT, marketplace.merchants());
        table(RowKind.DEAL, marketplace.deals());
        table(RowKind.OVERRIDE, marketplace.overrides());
        table(RowKind.NOTE, marketplace.notes());
        table(RowKind.PROPOSAL, marketplace.proposals());
    }

    private <T> void table(RowKind<T> kind, List<T> values) throws IOException {
        row.count(values.size());
        for (T value : values) {
            kind.write().row(value, row);
            if (++done % STEP == 0 || done == total) {
                progress.at("Storing the marketplace", done, total);
            }
        }
    }

    /// Reads the report and leaves the rest.
    static ImportReport report(InputStream source) throws IOException {
        try (DataInputStream in = plain(source)) {
            return report(new RowReader(in));
        }
    }

    /// Reads to the end, and so checks that the stream is whole.
    static Marketplace marketplace(InputStream source) throws IOException {
        try (DataInputStream in = plain(source)) {
            RowReader row = new RowReader(in);
            report(row);
            Marketplace marketplace = marketplace(row);
            if (in.read() >= 0) {
                throw new IOException("the stream goes on after its last row");
            }
            return marketplace;
        }
    }

    private static ImportReport report(RowReader row) throws IOException {
        String source = row.text();
        Map<String, ImportReport.TableCount> tables = new LinkedHashMap<>();
        for (int left = row.count(); left > 0; left--) {
            String name = row.text();
            long accepted = row.number();
            long rejected = row.number();
            tables.put(name, new ImportReport.TableCount(accepted + rejected, accepted, rejected));
        }
        return new ImportReport(source, tables, table(RowKind.REJECT, row));
    }

    private static Marketplace marketplace(RowReader row) throws IOException {
        return new Marketplace(
                row.day(),
                row.text(),
                table(RowKind.CITY, row),
                table(RowKind.MERCHANT, row),
                table(RowKind.DEAL, row),
                table(RowKind.OVERRIDE, row),
                table(RowKind.NOTE, row),
                table(RowKind.PROPOSAL, row));
    }

    private static <T> List<T> table(RowKind<T> kind, RowReader row) throws IOException {
        int size = row.count();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(kind.read().row(row));
        }
        return values;
    }

    private static DataInputStream plain(InputStream source) throws IOException {
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(source, BUFFER), BUFFER));
    }

    /// Least effort: a third of the time of the usual level, for a tenth more bytes.
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
