package aidg.ui.shell;

import aidg.ui.page.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the command palette finds: every action, and merchants once something is typed.
final class PaletteViewModel {

    private static final int MERCHANTS_SHOWN = 6;

    /// Where one can go by a name.
    @FunctionalInterface
    interface ByName {

        /// The first of those whose name holds these words.
        ///
        /// @param words in lower case
        List<Action> called(String words, int most);
    }

    private final Supplier<List<Action>> actions;
    private final ByName places;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Action> found = FXCollections.observableArrayList();
    private final ObservableList<Action> foundView = FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();

    PaletteViewModel(Supplier<List<Action>> actions, ByName places) {
        this.actions = actions;
        this.places = places;
        query.subscribe((before, now) -> search());
    }

    /// Starts over, with everything listed.
    void reset() {
        query.set("");
        search();
    }

    private void search() {
        String wanted = wanted();
        Stream<Action> commands = actions.get().stream()
                .filter(action -> matches(action, wanted))
                .sorted(Comparator.comparing(Action::group)
                        .thenComparing(action ->
                                !action.words().toLowerCase(Locale.ROOT).startsWith(wanted)));
        Stream<Action> merchants = wanted.isEmpty() ? Stream.empty() : places.called(wanted, MERCHANTS_SHOWN).stream();
        found.setAll(Stream.concat(commands, merchants).toList());
        selected.set(best(wanted));
    }

    /// The first that can be done whose words begin with that, else hold it, else any that can be done.
    private int best(String wanted) {
        int best = found.isEmpty() ? -1 : 0;
        int likest = 0;
        for (int i = 0; i < found.size(); i++) {
            int likeness = found.get(i).enabled().get() ? likeness(found.get(i), wanted) : 0;
            if (likeness > likest) {
                likest = likeness;
                best = i;
            }
        }
        return best;
    }

    private static int likeness(Action action, String wanted) {
        String words = action.words().toLowerCase(Locale.ROOT);
        return words.startsWith(wanted) ? 3 : words.contains(wanted) ? 2 : 1;
    }

    private static boolean matches(Action action, String wanted) {
        return wanted.isEmpty()
                || action.words().toLowerCase(Locale.ROOT).contains(wanted)
                || action.context().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// Moves the selection, round the ends.
    void move(int by) {
        if (!found.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, found.size()));
        }
    }

    void select(int position) {
        selected.set(position);
    }

    /// What is typed, as it is compared.
    String wanted() {
        return query.get().strip().toLowerCase(Locale.ROOT);
    }

    /// How many actions there are in all.
    int count() {
        return actions.get().size();
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Action> found() {
        return foundView;
    }

    /// Position in `found`, or -1.
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
