package aidg.engine.encoder.text;

import java.util.ArrayList;
import java.util.List;

/// A text as words and marks, with contractions put together again: `don't` is `do not`, `owner's` is `owners`.
final class TextWords {

    private TextWords() {}

    static List<String> of(String text) {
        List<String> parts = BasicTokenizer.UNCASED.words(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean contraction = isApostrophe(part) && !words.isEmpty() && i + 1 < parts.size();
            if (!contraction || !isLetters(words.getLast()) || !isLetters(parts.get(i + 1))) {
                words.add(part);
                continue;
            }
            String before = words.removeLast();
            String after = parts.get(++i);
            if (after.equals("t") && before.endsWith("n")) {
                words.add(
                        switch (before) {
                            case "can" -> "can";
                            case "won" -> "will";
                            default -> before.substring(0, before.length() - 1);
                        });
                words.add("not");
            } else {
                words.add(before + after);
            }
        }
        return words;
    }

    static boolean isLetters(String word) {
        return word.codePoints().allMatch(Character::isLetter);
    }

    private static boolean isApostrophe(String part) {
        return part.equals("'") || part.equals("\u2019");
    }
}
