package aidg.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Breaks text into lines.
final class PdfText {

    private static final String MORE = "\u2026";

    private PdfText() {}

    /// What can stand on a page: one line, no control characters, no half of a letter.
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            int kind = Character.getType(letter);
            boolean space = Character.isWhitespace(letter) || kind == Character.CONTROL;
            if (space) {
                printable.append(' ');
            } else if (kind == Character.SURROGATE) {
                printable.append('?');
            } else if (kind != Character.FORMAT) {
                printable.appendCodePoint(letter);
            }
        });
        return printable.toString();
    }

    /// Lines that fit. Breaks at spaces, within a word only where it is wider than a line. What is over is cut at a
    /// word, with an ellipsis in its place.
    ///
    /// @param most  lines, at least one
    /// @param width of a text on one line
    static List<String> wrapped(String text, float room, int most, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).strip().split(" +")) {
            String rest = word;
            if (fits(joined(line, rest), room, width)) {
                append(line, rest);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (!fits(rest, room, width)) {
                int end = fitting(rest, room, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
        kept.add(cut(lines.get(most - 1), room, width));
        return kept;
    }

    /// One line that fits, cut where it has to be.
    static String shortened(String text, float room, ToDoubleFunction<String> width) {
        String line = printable(text).strip();
        return fits(line, room, width) ? line : cut(line, room, width);
    }

    private static String cut(String line, float room, ToDoubleFunction<String> width) {
        String kept = line;
        while (!kept.isEmpty() && !fits(kept + MORE, room, width)) {
            int space = kept.lastIndexOf(' ');
            kept = space > 0 ? kept.substring(0, space) : kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.replaceAll("[\\s,;:.]+$", "") + MORE;
    }

    private static boolean fits(String text, float room, ToDoubleFunction<String> width) {
        return width.applyAsDouble(text) <= room;
    }

    /// How much of a word fits; one letter at least.
    private static int fitting(String word, float room, ToDoubleFunction<String> width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (!fits(word.substring(0, next), room, width)) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static String joined(StringBuilder line, String word) {
        return line.isEmpty() ? word : line + " " + word;
    }

    private static void append(StringBuilder line, String word) {
        if (!line.isEmpty()) {
            line.append(' ');
        }
        line.append(word);
    }
}
