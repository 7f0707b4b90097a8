package aidg.ui.whatif;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Edit;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The selected proposal on other terms: what they would bring, what each does alone and two do together, and the
/// smallest edit that makes it acceptable. Edits can be undone; of what is worked out only the latest arrives.
final class WhatIfViewModel {

    private static final int ON_A_CURVE = 41;
    private static final int ON_A_PLANE = 48;

    private final WhatIfDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot opening;
    private final Slot scoring;
    private final Slot curving;
    private final Slot originals;
    private final Slot planes;
    private final Slot searching;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<WhatIfState> state = new ReadOnlyObjectWrapper<>(new WhatIfState.Nobody());
    private final ReadOnlyObjectWrapper<Optional<DealTerms>> terms = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScoredDeal>> scored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Curve>> curves = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Curve>> before = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Surface>> surface = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SmallestEdit.Answer>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Plane> plane = new SimpleObjectProperty<>(Plane.DISCOUNT_PRICE);
    private final ObjectProperty<Double> target = new SimpleObjectProperty<>(0.5);
    private final ObservableSet<Term> frozen = FXCollections.observableSet(EnumSet.noneOf(Term.class));
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<DealTerms> past = new ArrayDeque<>();
    private final Deque<DealTerms> future = new ArrayDeque<>();
    private Optional<DealTerms> dragged = Optional.empty();

    WhatIfViewModel(WhatIfDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        opening = surroundings.background().slot();
        scoring = surroundings.background().slot();
        curving = surroundings.background().slot();
        originals = surroundings.background().slot();
        planes = surroundings.background().slot();
        searching = surroundings.background().slot();
        saving = new Saving(surroundings);
        selection.now().subscribe(now -> follow());
        surroundings.navigator().currentProperty().subscribe(now -> follow());
        plane.subscribe(now -> drawPlane());
    }

    private void follow() {
        if (!(surroundings.navigator().currentProperty().get() instanceof Destination.WhatIf)) {
            return;
        }
        Optional<ReviewItem> item = selection.now().get();
        if (item.isEmpty()) {
            forget();
        } else if (!item.equals(shown())) {
            open(item.get());
        }
    }

    /// The proposal that is shown, or is about to be.
    private Optional<ReviewItem> shown() {
        return switch (state.get()) {
            case WhatIfState.Loading(ReviewItem item) -> Optional.of(item);
            case WhatIfState.Ready ready -> Optional.of(ready.item());
            case WhatIfState.Nobody() -> Optional.empty();
            case WhatIfState.Broken broken -> Optional.empty();
        };
    }

    private void open(ReviewItem item) {
        forget();
        state.set(new WhatIfState.Loading(item));
        opening.run(
                () -> desk.open(item),
                opened -> {
                    state.set(new WhatIfState.Ready(item, opened));
                    begin(item);
                },
                failed -> state.set(new WhatIfState.Broken(
                        item,
                        Problem.of(
                                "The proposal could not be tried on other terms",
                                failed,
                                "Try again, or look at another proposal."))));
    }

    private void begin(ReviewItem item) {
        Proposal proposal = item.scored().proposal();
        terms.set(Optional.of(proposal.terms()));
        scored.set(Optional.of(item.scored()));
        originals.run(
                () -> desk.curves(proposal, proposal.terms(), axes(proposal.terms())),
                found -> {
                    before.set(found);
                    if (terms.get().equals(Optional.of(proposal.terms()))) {
                        curves.set(found);
                    }
                },
                this::fail);
        drawPlane();
        search();
    }

    private Optional<WhatIfState.Ready> ready() {
        return state.get() instanceof WhatIfState.Ready ready ? Optional.of(ready) : Optional.empty();
    }

    private void fail(Exception failed) {
        problem.set(Optional.of(
                Problem.of("These terms could not be scored", failed, "Change them, or go back with Ctrl+Z.")));
    }

    /// From where to where a term can be moved and is drawn.
    WideRange range(Term term) {
        WhatIfState.Ready now = ready().orElseThrow();
        DealTerms original = now.item().scored().proposal().terms();
        Range usual = now.opened().limits().limits().ranges().get(term);
        return usual == null ? WideRange.of(term, original) : WideRange.of(term, original, usual);
    }

    private List<Axis> axes(DealTerms at) {
        return Arrays.stream(Term.values())
                .map(term -> range(term).axis(ON_A_CURVE))
                .toList();
    }

    private void drawPlane() {
        ready().ifPresent(now -> {
            Proposal proposal = now.item().scored().proposal();
            DealTerms base = terms.get().orElse(proposal.terms());
            Plane wanted = plane.get();
            Axis x = range(wanted.x()).axis(ON_A_PLANE);
            Axis y = range(wanted.y()).axis(ON_A_PLANE);
            planes.run(() -> desk.surface(proposal, base, x, y), found -> surface.set(Optional.of(found)), this::fail);
        });
    }

    /// A term has been moved; part of one gesture until `commit`.
    void drag(Term term, double value) {
        terms.get().ifPresent(now -> {
            WideRange range = range(term);
            double inside = Math.clamp(value, range.low(), range.high());
            drag(term.with(now, inside));
        });
    }

    /// Several terms at once.
    void drag(DealTerms moved) {
        terms.get().filter(now -> !now.equals(moved)).ifPresent(now -> {
            if (dragged.isEmpty()) {
                dragged = Optional.of(now);
            }
            move(moved);
        });
    }

    /// Moves both terms of the corridor by steps.
    void step(int right, int up) {
        terms.get().ifPresent(now -> {
            drag(plane.get().x(), Steps.moved(plane.get().x(), now, right));
            drag(plane.get().y(), Steps.moved(plane.get().y(), now, up));
            commit();
        });
    }

    /// The gesture is over: it can be undone as one.
    void commit() {
        dragged.filter(from -> !Optional.of(from).equals(terms.get())).ifPresent(from -> {
            past.push(from);
            future.clear();
        });
        dragged = Optional.empty();
        showHistory();
    }

    /// A change that is a gesture of its own.
    void set(DealTerms changed) {
        drag(changed);
        commit();
    }

    void setCategory(Category category) {
        terms.get().ifPresent(now -> set(new DealTerms(now.discount(), now.price(), now.durationDays(), category)));
    }

    /// Back to the proposed value.
    void revert(Term term) {
        original().ifPresent(proposed -> terms.get().ifPresent(now -> set(term.with(now, term.of(proposed)))));
    }

    void revertAll() {
        original().ifPresent(this::set);
    }

    void undo() {
        if (!past.isEmpty()) {
            terms.get().ifPresent(future::push);
            move(past.pop());
            showHistory();
        }
    }

    void redo() {
        if (!future.isEmpty()) {
            terms.get().ifPresent(past::push);
            move(future.pop());
            showHistory();
        }
    }

    private void showHistory() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }

    private void move(DealTerms moved) {
        ready().ifPresent(now -> {
            Proposal proposal = now.item().scored().proposal();
            boolean samePlane =
                    terms.get().filter(old -> plane.get().holds(old, moved)).isPresent();
            terms.set(Optional.of(moved));
            problem.set(Optional.empty());
            scoring.run(() -> desk.score(proposal, moved), found -> scored.set(Optional.of(found)), this::fail);
            curving.run(() -> desk.curves(proposal, moved, axes(moved)), curves::set, this::fail);
            if (!samePlane) {
                drawPlane();
            }
        });
    }

    /// Looks for the smallest acceptable edit of the proposal.
    void search() {
        ready().ifPresent(now -> {
            Proposal proposal = now.item().scored().proposal();
            Limits limits = now.opened().limits().limits();
            for (Term term : frozen) {
                limits = limits.with(term, null);
            }
            Limits kept = limits;
            double least = target.get();
            answer.set(Optional.empty());
            searching.run(
                    () -> desk.smallest(proposal, kept, least), found -> answer.set(Optional.of(found)), this::fail);
        });
    }

    /// Puts an edit's terms in place.
    void apply(Edit edit) {
        set(edit.terms());
    }

    void freeze(Term term, boolean isFrozen) {
        if (isFrozen ? frozen.add(term) : frozen.remove(term)) {
            search();
        }
    }

    void aim(double leastScore) {
        if (target.get() != leastScore) {
            target.set(leastScore);
            search();
        }
    }

    /// Takes the terms to the review, where a reason is asked for.
    void use() {
        ready().ifPresent(now -> {
            Proposal proposal = now.item().scored().proposal();
            terms.get()
                    .filter(changed -> !changed.equals(proposal.terms()))
                    .ifPresent(changed -> surroundings
                            .navigator()
                            .go(new Destination.Review(Optional.of(proposal.id()), Optional.of(changed))));
        });
    }

    void tryAgain() {
        selection.now().get().ifPresent(this::open);
    }

    /// Nothing that is known holds any more.
    void forget() {
        List.of(opening, scoring, curving, originals, planes, searching).forEach(Slot::cancel);
        terms.set(Optional.empty());
        scored.set(Optional.empty());
        curves.set(List.of());
        before.set(List.of());
        surface.set(Optional.empty());
        answer.set(Optional.empty());
        problem.set(Optional.empty());
        past.clear();
        future.clear();
        dragged = Optional.empty();
        showHistory();
        state.set(new WhatIfState.Nobody());
    }

    /// The terms as proposed.
    Optional<DealTerms> original() {
        return ready().map(now -> now.item().scored().proposal().terms());
    }

    ReadOnlyObjectProperty<WhatIfState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The terms as they are tried.
    ReadOnlyObjectProperty<Optional<DealTerms>> termsProperty() {
        return terms.getReadOnlyProperty();
    }

    /// What they would bring; may lag behind the terms by a moment.
    ReadOnlyObjectProperty<Optional<ScoredDeal>> scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /// What each term does alone, the others as they are tried.
    ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /// The same, the others as proposed.
    ReadOnlyObjectProperty<List<Curve>> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Surface>> surfaceProperty() {
        return surface.getReadOnlyProperty();
    }

    /// Empty while it is looked for.
    ReadOnlyObjectProperty<Optional<SmallestEdit.Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<Plane> planeProperty() {
        return plane;
    }

    /// The score that is acceptable.
    ReadOnlyObjectProperty<Double> targetProperty() {
        return target;
    }

    /// Terms that an edit must leave alone.
    Set<Term> frozen() {
        return frozen;
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    Saving saving() {
        return saving;
    }
}
