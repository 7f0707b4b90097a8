package aidg.engine.marketplace;

/// Text as a cell of a CSV file that people open in a spreadsheet.
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /// Always in quotes; a beginning that a spreadsheet takes for a formula gets an apostrophe before it.
    public static String of(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
