package aidg.engine.marketplace.intake;

import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row with typed access to its cells; every method refuses with the sentence that its reader needs.
///
/// @param table  the table it is meant for
/// @param line   where it starts in its file
/// @param values one per column of the table
@SuppressWarnings("ArrayRecordComponent")
record Row(Table table, long line, String[] values) {

    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_LINE_OF_TEXT = 1_000;
    private static final int LONGEST_ID = 200;
    private static final String NUMBER = "write a plain number with a point, such as 12.5";

    boolean isEmpty(String column) {
        return cell(column).isEmpty();
    }

    /// The value inside a sentence.
    String quoted(String column) {
        return Cells.quote(cell(column));
    }

    /// The value as it stands, stripped.
    String cell(String column) {
        return values[table.position(column)];
    }

    private String filled(String column) throws Refusal {
        String cell = cell(column);
        if (cell.isEmpty()) {
            throw new Refusal(column, column + " is empty; fill it in");
        }
        if (cell.length() > LONGEST_TEXT) {
            throw new Refusal(
                    column, "%s has %,d characters; write at most %,d".formatted(column, cell.length(), LONGEST_TEXT));
        }
        return cell;
    }

    /// A key: 1 to 200 visible characters.
    String id(String column) throws Refusal {
        String id = filled(column);
        if (id.length() > LONGEST_ID) {
            throw new Refusal(
                    column, "%s has %,d characters; an id has at most %d".formatted(column, id.length(), LONGEST_ID));
        }
        if (Cells.holds(id, Cells::isHidden)) {
            throw new Refusal(column, "%s holds a character that does not show; remove it".formatted(Cells.quote(id)));
        }
        return id;
    }

    /// One line of words, up to 1,000 characters.
    String words(String column) throws Refusal {
        String words = filled(column);
        if (words.length() > LONGEST_LINE_OF_TEXT) {
            throw new Refusal(
                    column,
                    "%s has %,d characters; write at most %,d".formatted(column, words.length(), LONGEST_LINE_OF_TEXT));
        }
        if (Cells.holds(words, Character::isISOControl)) {
            throw new Refusal(
                    column,
                    "%s holds a line break or another control character; write one line".formatted(Cells.quote(words)));
        }
        return words;
    }

    /// Prose of any number of lines, up to 65,536 characters.
    String prose(String column) throws Refusal {
        String text = filled(column);
        if (Cells.holds(text, c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new Refusal(column, "%s holds a control character; remove it".formatted(Cells.quote(text)));
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// A finite number.
    double number(String column) throws Refusal {
        String cell = filled(column);
        double value = Numerals.isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new Refusal(column, "%s is not a number; %s".formatted(Cells.quote(cell), NUMBER));
        }
        return value;
    }

    double number(String column, double low, double high) throws Refusal {
        double value = number(column);
        if (!(value >= low && value <= high)) {
            String range = high == Integer.MAX_VALUE
                    ? "%s or more".formatted(Numerals.plain(low))
                    : "between %s and %s".formatted(Numerals.plain(low), Numerals.plain(high));
            throw new Refusal(column, "%s is not %s; write a number in that range".formatted(quoted(column), range));
        }
        return value;
    }

    /// A whole number; `12.0` counts as one, because tables with gaps are often written so.
    int whole(String column, int low, int high) throws Refusal {
        double value = number(column);
        if (value != Math.rint(value)) {
            throw new Refusal(
                    column,
                    "%s is not a whole number; write one without a fraction".formatted(Cells.quote(cell(column))));
        }
        return (int) number(column, low, high);
    }

    /// Any sum of money, also below zero, up to 10^12.
    Money money(String column) throws Refusal {
        double value = number(column);
        if (Math.abs(value) > 1e12) {
            throw new Refusal(column, "%s is beyond any sum of money; check it".formatted(Cells.quote(cell(column))));
        }
        return Money.of(value);
    }

    boolean yesNo(String column) throws Refusal {
        String cell = filled(column);
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal(column, Cells.quote(cell) + " is not true or false; write one of them");
        };
    }

    /// A calendar day, `2026-03-31`; a time of day after it is ignored.
    LocalDate day(String column) throws Refusal {
        String cell = filled(column);
        boolean timed =
                cell.length() >= 16 && (cell.charAt(10) == ' ' || cell.charAt(10) == 'T') && cell.charAt(13) == ':';
        try {
            LocalDate day = Numerals.day(timed ? cell.substring(0, 10) : cell);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw new Refusal(column, "%s is not in the years 1900 to 2200; check it".formatted(Cells.quote(cell)));
            }
            return day;
        } catch (DateTimeException e) {
            throw new Refusal(
                    column, "%s is not a date; write year-month-day, such as 2026-03-31".formatted(Cells.quote(cell)));
        }
    }

    /// The point on the map; null if both coordinates are empty.
    @Nullable
    Position position() throws Refusal {
        if (isEmpty("latitude") && isEmpty("longitude")) {
            return null;
        }
        return new Position(number("latitude", -90, 90), number("longitude", -180, 180));
    }
}
