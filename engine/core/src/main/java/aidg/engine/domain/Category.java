package aidg.engine.domain;

import java.util.Locale;

/// A deal category by its normalised name: lower case, words joined by one hyphen (`Home & Garden` is
/// `home-garden`). Normalising once here keeps every comparison, the safety guard's included, independent of
/// case. [B9]
public record Category(String name) implements Comparable<Category> {

    public Category {
        name = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("category is empty");
        }
    }

    /// The name for people: `home-garden` reads `Home garden`.
    public String words() {
        String spaced = name.replace('-', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    @Override
    public int compareTo(Category other) {
        return name.compareTo(other.name);
    }
}
