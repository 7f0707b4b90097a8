package aidg.ui.whatif;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Term;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The proposal as it is tried, terms and first day, with what was tried before. A gesture, from its first `drag` to
/// `commit`, is one step of undo. Empty before a proposal is there.
final class Tries {

    /// Latest first day that can be tried, days after the proposal.
    static final int LATEST_START = 180;

    private final ReadOnlyObjectWrapper<Optional<Proposal>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<Proposal> past = new ArrayDeque<>();
    private final Deque<Proposal> future = new ArrayDeque<>();
    private Optional<Proposal> gestureFrom = Optional.empty();
    private Optional<Proposal> proposed = Optional.empty();

    /// Begins anew from a proposal as it is, with nothing to undo.
    void begin(Optional<Proposal> proposal) {
        proposed = proposal;
        past.clear();
        future.clear();
        gestureFrom = Optional.empty();
        showHistory();
        now.set(proposal);
    }

    /// Part of a gesture.
    void drag(Proposal moved) {
        now.get().filter(tried -> !tried.equals(moved)).ifPresent(tried -> {
            if (gestureFrom.isEmpty()) {
                gestureFrom = Optional.of(tried);
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
    void set(Proposal changed) {
        drag(changed);
        commit();
    }

    /// Terms have been moved; part of a gesture.
    void drag(DealTerms moved) {
        now.get().ifPresent(tried -> drag(tried.withTerms(moved)));
    }

    /// Other terms, as a gesture of their own.
    void set(DealTerms changed) {
        drag(changed);
        commit();
    }

    void setCategory(Category category) {
        now.get()
                .map(Proposal::terms)
                .ifPresent(
                        terms -> set(new DealTerms(terms.discount(), terms.price(), terms.durationDays(), category)));
    }

    /// Another first day, moved into what can be tried: from the day of the proposal to half a year later.
    void start(LocalDate day) {
        now.get().ifPresent(tried -> {
            LocalDate last = tried.proposedOn().plusDays(LATEST_START);
            LocalDate first = day.isBefore(tried.proposedOn()) ? tried.proposedOn() : day;
            set(tried.startingOn(first.isAfter(last) ? last : first));
        });
    }

    /// The first day some days later, or earlier.
    void shiftStart(int days) {
        now.get().ifPresent(tried -> start(tried.startsOn().plusDays(days)));
    }

    /// Back to the proposed value.
    void revert(Term term) {
        proposed.ifPresent(from -> now.get().ifPresent(tried -> set(term.with(tried.terms(), term.of(from.terms())))));
    }

    void revertCategory() {
        proposed.ifPresent(from -> setCategory(from.terms().category()));
    }

    void revertStart() {
        proposed.ifPresent(from -> now.get().ifPresent(tried -> set(tried.startingOn(from.startsOn()))));
    }

    void revertAll() {
        proposed.ifPresent(this::set);
    }

    void undo() {
        swap(past, future);
    }

    void redo() {
        swap(future, past);
    }

    private void swap(Deque<Proposal> from, Deque<Proposal> to) {
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

    Optional<Proposal> get() {
        return now.get();
    }

    ReadOnlyObjectProperty<Optional<Proposal>> nowProperty() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
