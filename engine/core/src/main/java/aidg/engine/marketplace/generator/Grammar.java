package aidg.engine.marketplace.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A context-free grammar of phrases. A section `[name]` lists alternatives, one a line; `{a|b}` chooses
/// and `<name>` refers to a section.
final class Grammar {

    private final Map<String, List<String>> sections;

    private Grammar(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    static Grammar read(String file) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Vocabulary.lines(file)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else {
                current.add(line);
            }
        }
        return new Grammar(sections);
    }

    /// Every alternative of a section, unexpanded.
    List<String> alternatives(String section) {
        List<String> found = sections.get(section);
        if (found == null) {
            throw new IllegalArgumentException("no section [%s] in the grammar".formatted(section));
        }
        return found;
    }

    /// One phrase of a section.
    ///
    /// @param kind a reference `<x>` is looked up as `kind.x` first
    String phrase(String section, String kind, RandomGenerator random) {
        String specific = kind + "." + section;
        String found = sections.containsKey(specific) ? specific : section;
        return expand(Draws.pick(random, alternatives(found)), kind, random);
    }

    private String expand(String pattern, String kind, RandomGenerator random) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '{') {
                int end = closing(pattern, at);
                List<String> choices = choices(pattern.substring(at + 1, end));
                out.append(expand(Draws.pick(random, choices), kind, random));
                at = end + 1;
            } else if (c == '<') {
                int end = pattern.indexOf('>', at);
                out.append(phrase(pattern.substring(at + 1, end), kind, random));
                at = end + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                depth++;
            } else if (pattern.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unclosed choice in '%s'".formatted(pattern));
    }

    private static List<String> choices(String inner) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '|' && depth == 0) {
                choices.add(inner.substring(from, i));
                from = i + 1;
            }
        }
        choices.add(inner.substring(from));
        return choices;
    }
}
