package aidg.engine.marketplace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an import read, took and refused.
///
/// @param source  the folder it came from, as given
/// @param tables  per table, in the order of the schema; `read = accepted + rejected`
/// @param rejects every refused row, in the order of table, file and line
public record ImportReport(String source, Map<String, TableCount> tables, List<Reject> rejects) {

    public ImportReport {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        rejects = List.copyOf(rejects);
    }

    /// Rows of one table.
    public record TableCount(long read, long accepted, long rejected) {

        public TableCount {
            if (read != accepted + rejected) {
                throw new IllegalArgumentException(
                        "%d read, but %d accepted and %d rejected".formatted(read, accepted, rejected));
            }
        }
    }
}
