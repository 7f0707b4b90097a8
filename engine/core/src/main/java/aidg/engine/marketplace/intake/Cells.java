package aidg.engine.marketplace.intake;

import java.util.function.IntPredicate;

/// Text of single cells: how it is stripped, quoted and cut.
final class Cells {

    /// Longest text of a refused row that is kept, in characters.
    static final int LONGEST_RAW = 2_000;

    private static final int LONGEST_QUOTE = 60;

    private Cells() {}

    /// Without white space, no-break spaces and byte order marks at both ends.
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == '\u00A0' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    /// The first 2,000 characters, no half character at the end.
    static String cut(String text) {
        return cut(text, LONGEST_RAW);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /// A value inside a sentence: in quotes, short, and without characters that do not show.
    static String quote(String text) {
        String shown = cut(text, LONGEST_QUOTE);
        StringBuilder quoted = new StringBuilder("\"");
        shown.codePoints().forEach(c -> {
            if (isHidden(c)) {
                quoted.append("\\u%04X".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append(shown.length() < text.length() ? "…\"" : "\"").toString();
    }

    /// Whether any character is of the kind.
    static boolean holds(String text, IntPredicate kind) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (kind.test(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /// Control, format and separator characters, and halves of characters.
    static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
