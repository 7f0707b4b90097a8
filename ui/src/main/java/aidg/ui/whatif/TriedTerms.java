package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The terms that are tried, with what was tried before. A gesture, from its first `drag` to `commit`, is one
/// step of undo. Empty before a proposal is there.
final class TriedTerms {

    private final ReadOnlyObjectWrapper<Optional<DealTerms>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<DealTerms> past = new ArrayDeque<>();
    private final Deque<DealTerms> future = new ArrayDeque<>();
    private Optional<DealTerms> gestureFrom = Optional.empty();

    /// Begins anew, with nothing to undo.
    void begin(Optional<DealTerms> terms) {
        past.clear();
        future.clear();
        gestureFrom = Optional.empty();
        showHistory();
        now.set(terms);
    }

    /// Part of a gesture.
    void drag(DealTerms moved) {
        now.get().filter(terms -> !terms.equals(moved)).ifPresent(terms -> {
            if (gestureFrom.isEmpty()) {
                gestureFrom = Optional.of(terms);
            }
            now.set(Optional.of(moved));
        });
    }

    /// The gesture is over.
    void commit() {
        gestureFrom.filter(from -> !Optional.of(from).equals(now.get())).ifPresent(from -> {
            past.push(from);
            future.clear();
        });
        gestureFrom = Optional.empty();
        showHistory();
    }

    /// A change that is a gesture of its own.
    void set(DealTerms changed) {
        drag(changed);
        commit();
    }

    void undo() {
        swap(past, future);
    }

    void redo() {
        swap(future, past);
    }

    private void swap(Deque<DealTerms> from, Deque<DealTerms> to) {
        if (!from.isEmpty()) {
            now.get().ifPresent(to::push);
            now.set(Optional.of(from.pop()));
            showHistory();
        }
    }

    private void showHistory() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }

    Optional<DealTerms> get() {
        return now.get();
    }

    ReadOnlyObjectProperty<Optional<DealTerms>> nowProperty() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
