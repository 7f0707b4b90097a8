package aidg.engine.marketplace.intake;

import java.util.ArrayList;
import java.util.List;

/// Divides SQL text into statements, each with the line on which it starts, so that a fault can be named by its
/// line.
final class SqlScript {

    /// @param line first line of the statement, from 1
    record Part(long line, String sql) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    private SqlScript(String text) {
        this.text = text;
    }

    static List<Part> parts(String text) {
        SqlScript script = new SqlScript(text);
        script.divide();
        return List.copyOf(script.parts);
    }

    private void divide() {
        int begin = -1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                skipTo("\n", at);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/", at + 2);
            } else if (c == ';') {
                add(begin, at++);
                begin = -1;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                begin = begin < 0 ? at : begin;
                skipToken(c);
            }
        }
        add(begin, text.length());
    }

    private void skipToken(char c) {
        if (c == '\'' || c == '"') {
            skipTo(String.valueOf(c), at + 1);
        } else if (c == '$'
                && text.indexOf('$', at + 1) > 0
                && isTag(text.substring(at + 1, text.indexOf('$', at + 1)))) {
            String tag = text.substring(at, text.indexOf('$', at + 1) + 1);
            skipTo(tag, at + tag.length());
        } else {
            at++;
        }
    }

    private static boolean isTag(String text) {
        return text.chars().allMatch(Character::isUnicodeIdentifierPart);
    }

    private void skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void add(int begin, int end) {
        if (begin >= 0) {
            long line =
                    1 + text.substring(0, begin).chars().filter(c -> c == '\n').count();
            parts.add(new Part(line, text.substring(begin, end)));
        }
    }
}
