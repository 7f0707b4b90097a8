package aidg.engine.marketplace;

/// A row that was not imported, with all that is needed to find and mend it.
///
/// @param table  which table it was meant for: `deals`
/// @param file   name of the file inside the imported folder
/// @param line   line in that file from 1 (the header is line 1); row number for files without lines; 0 for the
///               file as a whole
/// @param column the offending column, empty if the row as a whole is at fault
/// @param reason one sentence: what is wrong and what to write instead
/// @param raw    the row as it stands in the file, cut at 2,000 characters
public record Reject(String table, String file, long line, String column, String reason, String raw) {}
