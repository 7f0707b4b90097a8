package aidg.ui.data;

import aidg.engine.marketplace.ImportReport;

/// How an import ended.
public sealed interface ImportOutcome {

    /// The new snapshot is in place.
    record Done(ImportReport report) implements ImportOutcome {}

    /// Rows were refused and the import was strict: the old snapshot stays.
    record Refused(ImportReport report) implements ImportOutcome {}

    /// The folder as a whole cannot be used: the old snapshot stays.
    ///
    /// @param words which file, row and column, and what is wrong
    /// @param next  what to do about it
    record Unusable(String words, String next) implements ImportOutcome {}
}
