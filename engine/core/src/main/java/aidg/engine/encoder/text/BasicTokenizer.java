package aidg.engine.encoder.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits text into words and single punctuation marks as BERT does before its word pieces (Devlin et al. 2019):
/// control characters go, Chinese characters stand alone, then case and accents, then white space and punctuation.
/// Special tokens such as `[MASK]` in the text are ordinary characters here.
///
/// @param lowerCase    whether case is dropped
/// @param stripAccents whether `é` becomes `e`
/// @param splitChinese whether each Chinese, Japanese or Korean ideograph is a word
record BasicTokenizer(boolean lowerCase, boolean stripAccents, boolean splitChinese) {

    /// As in the `uncased` models; used for the notes.
    static final BasicTokenizer UNCASED = new BasicTokenizer(true, true, true);

    /// Words and marks, in order.
    List<String> words(String text) {
        String normal = cleaned(text);
        if (stripAccents) {
            normal = withoutAccents(normal);
        }
        if (lowerCase) {
            normal = normal.toLowerCase(Locale.ROOT);
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normal.codePoints().forEach(c -> {
            if (isSpace(c)) {
                finish(word, words);
            } else if (isPunctuation(c)) {
                finish(word, words);
                words.add(Character.toString(c));
            } else {
                word.appendCodePoint(c);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            if (isSpace(c)) {
                clean.append(' ');
            } else if (c == 0 || c == 0xFFFD || isControl(c)) {
                return;
            } else if (splitChinese && isIdeograph(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static String withoutAccents(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /// Every ASCII sign that is neither letter nor digit, and what Unicode calls punctuation.
    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c != 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /// The blocks that BERT separates; kana and hangul are not among them.
    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B820 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
