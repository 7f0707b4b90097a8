package aidg.ui.page;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/// Something a person can do, by key, button or command palette.
///
/// @param words    what it does: `Approve`
/// @param context  what with, in a few words; may be empty
/// @param enabled  whether it can be done now
public record Action(
        String words,
        String context,
        Group group,
        Feather icon,
        Optional<Shortcut> shortcut,
        ObservableBooleanValue enabled,
        Runnable run) {

    /// Where the palette lists it.
    public enum Group {
        PROPOSAL("This proposal"),
        QUEUE("Queue"),
        WHAT_IF("What-if"),
        WHY("Why"),
        SIMILAR("Similar merchants"),
        RULES("Rules"),
        SESSION("Session"),
        SECOND_READING("Second reading"),
        MIRROR("My record"),
        SCENARIOS("Scenarios"),
        PORTFOLIO("Portfolio"),
        DATA("Data"),
        GO_TO("Go to"),
        WORKBENCH("Workbench"),
        MERCHANTS("Merchants");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// One of this group that has keys of its own.
        public Action action(
                String words,
                String context,
                Feather icon,
                Shortcut keys,
                ObservableBooleanValue enabled,
                Runnable run) {
            return new Action(words, context, this, icon, Optional.of(keys), enabled, run);
        }
    }

    /// One that can always be done.
    public static Action always(
            String words, String context, Group group, Feather icon, Optional<Shortcut> shortcut, Runnable run) {
        return new Action(words, context, group, icon, shortcut, Bindings.createBooleanBinding(() -> true), run);
    }

    /// Runs it if it can be done now.
    public void runIfEnabled() {
        if (enabled.get()) {
            run.run();
        }
    }
}
