package aidg.engine.review;

import java.util.Locale;

/// Names under which people read and decide. Two that differ in case or blanks only are the same person.
public final class ReaderNames {

    /// Most characters of a name.
    public static final int LONGEST = 60;

    private ReaderNames() {}

    /// The name as it is kept: single blanks, none at the ends.
    ///
    /// @throws IllegalArgumentException saying why it is no name
    public static String checked(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a reader's name is one line of text");
        }
        String kept = name.strip().replaceAll("\\s+", " ");
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("a reader needs a name");
        }
        if (kept.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a reader's name has at most %d characters, this one %d".formatted(LONGEST, kept.length()));
        }
        return kept;
    }

    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /// Equal for names of the same person.
    static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
