package aidg.engine.marketplace.intake;

import java.util.function.Supplier;

/// Takes the rows of one file as a reader finds them. Each call is one row read.
interface RowVisitor {

    /// A row with sound structure.
    ///
    /// @param line   physical line of its first character, from 1; the row number where a file has no lines
    /// @param values one per column of the table, in its order, stripped; empty where absent
    /// @param raw    the row as it stands, made on demand
    void row(long line, String[] values, Supplier<String> raw);

    /// A row, or with line 0 a whole file, that cannot be taken apart.
    void broken(long line, String column, String reason, String raw);
}
