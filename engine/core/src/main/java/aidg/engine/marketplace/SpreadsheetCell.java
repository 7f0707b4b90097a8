package aidg.engine.marketplace;

import java.util.regex.Pattern;

/// Text as a cell of a CSV file that people open in a spreadsheet.
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");

    /// Always in quotes; a beginning that a spreadsheet takes for a formula gets an apostrophe before it. A negative
    /// number stays a number.
    public static String of(String text) {
        boolean formula = !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
