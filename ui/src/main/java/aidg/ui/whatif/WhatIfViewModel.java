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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
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
    private final TriedTerms tried = new TriedTerms();
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
    private Optional<DealTerms> drawnFor = Optional.empty();

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
        tried.nowProperty().subscribe(now -> now.ifPresent(this::work));
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
                        surroundings.told(Problem.of(
                                "The proposal could not be tried on other terms",
                                failed,
                                "Try again, or look at another proposal.")))));
    }

    private void begin(ReviewItem item) {
        Proposal proposal = item.scored().proposal();
        scored.set(Optional.of(item.scored()));
        originals.run(() -> desk.curves(proposal, proposal.terms(), axes()), before::set, this::fail);
        tried.begin(Optional.of(proposal.terms()));
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

    private List<Axis> axes() {
        return Arrays.stream(Term.values())
                .map(term -> range(term).axis(ON_A_CURVE))
                .toList();
    }

    private void drawPlane() {
        ready().ifPresent(now -> {
            Proposal proposal = now.item().scored().proposal();
            DealTerms base = tried.get().orElse(proposal.terms());
            drawnFor = Optional.of(base);
            Plane wanted = plane.get();
            Axis x = range(wanted.x()).axis(ON_A_PLANE);
            Axis y = range(wanted.y()).axis(ON_A_PLANE);
            planes.run(() -> desk.surface(proposal, base, x, y), found -> surface.set(Optional.of(found)), this::fail);
        });
    }

    /// A term has been moved to a value in its unit; part of one gesture until `commit`.
    void drag(Term term, double value) {
        tried.get().ifPresent(now -> {
            WideRange range = range(term);
            tried.drag(term.with(now, Math.clamp(value, range.low(), range.high())));
        });
    }

    /// Several terms at once.
    void drag(DealTerms moved) {
        tried.drag(moved);
    }

    /// Moves both terms of the corridor by steps.
    void step(int right, int up) {
        tried.get().ifPresent(now -> {
            drag(plane.get().x(), Steps.moved(plane.get().x(), now, right));
            drag(plane.get().y(), Steps.moved(plane.get().y(), now, up));
            commit();
        });
    }

    /// The gesture is over: it can be undone as one.
    void commit() {
        tried.commit();
    }

    void setCategory(Category category) {
        tried.get()
                .ifPresent(now -> tried.set(new DealTerms(now.discount(), now.price(), now.durationDays(), category)));
    }

    /// Back to the proposed value.
    void revert(Term term) {
        original().ifPresent(proposed -> tried.get().ifPresent(now -> tried.set(term.with(now, term.of(proposed)))));
    }

    void revertAll() {
        original().ifPresent(tried::set);
    }

    void undo() {
        tried.undo();
    }

    void redo() {
        tried.redo();
    }

    /// Works out what the terms that are tried would bring.
    private void work(DealTerms terms) {
        ready().ifPresent(now -> {
            Proposal proposal = now.item().scored().proposal();
            problem.set(Optional.empty());
            if (terms.equals(proposal.terms())) {
                scoring.cancel();
                scored.set(Optional.of(now.item().scored()));
            } else {
                scoring.run(() -> desk.score(proposal, terms), found -> scored.set(Optional.of(found)), this::fail);
            }
            curving.run(() -> desk.curves(proposal, terms, axes()), curves::set, this::fail);
            if (drawnFor.filter(drawn -> plane.get().holds(drawn, terms)).isEmpty()) {
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

    /// Puts the first of the edits found in place, or the nearest miss.
    void applySmallest() {
        answer.get()
                .flatMap(found -> found.edits().stream().findFirst().or(() -> Optional.ofNullable(found.nearest())))
                .ifPresent(this::apply);
    }

    /// Puts an edit's terms in place.
    void apply(Edit edit) {
        tried.set(edit.terms());
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
            tried.get()
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
        tried.begin(Optional.empty());
        drawnFor = Optional.empty();
        scored.set(Optional.empty());
        curves.set(List.of());
        before.set(List.of());
        surface.set(Optional.empty());
        answer.set(Optional.empty());
        problem.set(Optional.empty());
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
        return tried.nowProperty();
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
        return tried.canUndoProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return tried.canRedoProperty();
    }

    Saving saving() {
        return saving;
    }
}
