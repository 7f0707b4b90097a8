package aidg.engine.marketplace.intake;

/// Source of one table's rows.
interface RowReader {

    /// Reads from first to last row. Faults of the file are told to the visitor, not thrown.
    void read(RowVisitor visitor);
}
