package aidg.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How a list that is chosen from, not typed into, writes its choices.
public final class ChoiceWords<T> extends StringConverter<T> {

    private final String none;
    private final Function<T, String> words;

    /// @param none where nothing is chosen
    public ChoiceWords(String none, Function<T, String> words) {
        this.none = none;
        this.words = words;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? none : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is not read back from its words");
    }
}
