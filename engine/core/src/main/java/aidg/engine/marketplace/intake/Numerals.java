package aidg.engine.marketplace.intake;

import java.time.DateTimeException;
import java.time.LocalDate;

/// The written form of numbers and days.
final class Numerals {

    private Numerals() {}

    /// Whether `text` is a decimal number, such as `-12.5`, `.5` or `1e3`; neither `NaN` nor `0x10` nor `1d` is.
    static boolean isNumber(String text) {
        int i = sign(text, 0);
        int digits = i;
        i = digits(text, i);
        int count = i - digits;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = i + 1;
            i = digits(text, fraction);
            count += i - fraction;
        }
        if (count == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int exponent = sign(text, i + 1);
            i = digits(text, exponent);
            return i > exponent && i == text.length();
        }
        return i == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /// Reads `2026-03-31`, exactly.
    ///
    /// @throws DateTimeException if it is anything else
    static LocalDate day(String text) {
        if (text.length() != 10
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || digits(text, 0) != 4
                || digits(text, 5) != 7
                || digits(text, 8) != 10) {
            throw new DateTimeException("not year-month-day");
        }
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    /// Without a needless fraction: `90`, `0.5`.
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
