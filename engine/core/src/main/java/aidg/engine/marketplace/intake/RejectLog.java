package aidg.engine.marketplace.intake;

import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.ImportReport.TableCount;
import aidg.engine.marketplace.Reject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts rows and keeps the refused ones.
final class RejectLog {

    /// More refused rows than this mean that the file is not what its name says.
    static final int MOST_REJECTS = 1_000_000;

    /// From here on only the beginning of the raw text is kept, so that a wrong file cannot fill the memory.
    private static final int WELL_KEPT = 20_000;

    private static final int LONGEST_RAW_LATER = 200;

    private final List<Reject> rejects = new ArrayList<>();
    /// Per table the accepted and the rejected rows.
    private final Map<String, long[]> counts = new LinkedHashMap<>();

    void accept(String table) {
        count(table, 1, 0);
    }

    void reject(Reject reject) {
        if (rejects.size() >= MOST_REJECTS) {
            throw new TooMany();
        }
        int longest = rejects.size() < WELL_KEPT ? Cells.LONGEST_RAW : LONGEST_RAW_LATER;
        String raw = Cells.cut(reject.raw(), longest);
        rejects.add(new Reject(reject.table(), reject.file(), reject.line(), reject.column(), reject.reason(), raw));
        count(reject.table(), 0, 1);
    }

    /// Adds to a table's counts; with zeros it makes the table appear in the report.
    void count(String table, long accepted, long rejected) {
        long[] count = counts.computeIfAbsent(table, _ -> new long[2]);
        count[0] += accepted;
        count[1] += rejected;
    }

    boolean isEmpty() {
        return rejects.isEmpty();
    }

    List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    /// What was seen of one table so far.
    TableCount countOf(String table) {
        long[] count = counts.getOrDefault(table, new long[2]);
        return new TableCount(count[0] + count[1], count[0], count[1]);
    }

    ImportReport report(String source) {
        Map<String, TableCount> tables = new LinkedHashMap<>();
        counts.keySet().forEach(table -> tables.put(table, countOf(table)));
        return new ImportReport(source, tables, rejects);
    }

    /// Ends an import whose rejects would fill the memory.
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooMany() {
            super("more than %,d rows refused".formatted(MOST_REJECTS), null, false, false);
        }
    }
}
