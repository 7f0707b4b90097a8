package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Edit;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The selected proposal on other terms or another first day: what they would bring, what each does alone and two do
/// together, and the smallest edit that makes it acceptable. Edits can be undone.
final class WhatIfViewModel {

    private static final int ON_A_CURVE = 41;
    private static final int ON_A_PLANE = 48;

    private final WhatIfDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot opening;
    private final Findings findings;
    private final ScenarioNaming naming;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<WhatIfState> state = new ReadOnlyObjectWrapper<>(new WhatIfState.Nobody());
    private final Tries tries = new Tries();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Plane> plane = new SimpleObjectProperty<>(Plane.DISCOUNT_PRICE);
    private final ObjectProperty<Double> target = new SimpleObjectProperty<>(0.5);
    private final ObservableSet<Term> frozen = FXCollections.observableSet(EnumSet.noneOf(Term.class));
    private Optional<Proposal> drawnFor = Optional.empty();
    private Optional<LocalDate> searchedFor = Optional.empty();

    WhatIfViewModel(WhatIfDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        opening = surroundings.background().slot();
        findings = new Findings(desk, surroundings.background(), this::fail);
        naming = new ScenarioNaming(desk, surroundings);
        saving = new Saving(surroundings);
        selection.now().subscribe(now -> follow());
        surroundings.navigator().currentProperty().subscribe(now -> arrive());
        plane.subscribe(now -> drawPlane());
        tries.nowProperty().subscribe(now -> now.ifPresent(this::work));
    }

    /// Whoever comes with an offer to try finds its proposal selected and the offer in place.
    private void arrive() {
        Optional<Proposal> wanted = wanted();
        wanted.ifPresent(offer -> selection.select().accept(offer.id()));
        follow();
        wanted.filter(this::isReady).ifPresent(tries::set);
    }

    private Optional<Proposal> wanted() {
        return surroundings.navigator().currentProperty().get() instanceof Destination.WhatIf(Optional<Proposal> offer)
                ? offer
                : Optional.empty();
    }

    private boolean isReady(Proposal offer) {
        return ready().filter(now -> now.item().scored().proposal().id().equals(offer.id()))
                .isPresent();
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
        findings.begin(item, axes());
        tries.begin(Optional.of(proposal));
        search();
        wanted().filter(offer -> offer.id().equals(proposal.id())).ifPresent(tries::set);
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
        tries.get().filter(this::isReady).ifPresent(base -> {
            drawnFor = Optional.of(base);
            Plane wanted = plane.get();
            findings.draw(
                    base,
                    base.terms(),
                    range(wanted.x()).axis(ON_A_PLANE),
                    range(wanted.y()).axis(ON_A_PLANE));
        });
    }

    /// A term has been moved to a value in its unit; part of one gesture until `commit`.
    void drag(Term term, double value) {
        tries.get().ifPresent(now -> {
            WideRange range = range(term);
            tries.drag(term.with(now.terms(), Math.clamp(value, range.low(), range.high())));
        });
    }

    /// Moves both terms of the corridor by steps.
    void step(int right, int up) {
        tries.get().ifPresent(now -> {
            drag(plane.get().x(), Steps.moved(plane.get().x(), now.terms(), right));
            drag(plane.get().y(), Steps.moved(plane.get().y(), now.terms(), up));
            tries.commit();
        });
    }

    /// Works out what is tried now would bring.
    private void work(Proposal tried) {
        ready().ifPresent(now -> {
            problem.set(Optional.empty());
            findings.follow(tried, now.item().scored(), axes());
            if (drawnFor.filter(drawn -> plane.get().holds(drawn, tried)).isEmpty()) {
                drawPlane();
            }
            if (searchedFor.filter(day -> !day.equals(tried.startsOn())).isPresent()) {
                search();
            }
        });
    }

    /// Looks for the smallest acceptable edit of the proposed terms, on the first day that is tried.
    void search() {
        ready().ifPresent(now -> tries.get().ifPresent(tried -> {
            Proposal proposal = now.item().scored().proposal().startingOn(tried.startsOn());
            Limits limits = now.opened().limits().limits();
            for (Term term : frozen) {
                limits = limits.with(term, null);
            }
            searchedFor = Optional.of(tried.startsOn());
            findings.search(proposal, limits, target.get());
        }));
    }

    /// Puts the first of the edits found in place, or the nearest miss.
    void applySmallest() {
        findings.answerProperty()
                .get()
                .flatMap(found -> found.edits().stream().findFirst().or(() -> Optional.ofNullable(found.nearest())))
                .ifPresent(this::apply);
    }

    /// Puts an edit's terms in place.
    void apply(Edit edit) {
        tries.set(edit.terms());
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

    /// Takes what is tried to the review, where a reason is asked for. A decision holds terms only, so another first
    /// day goes into its comment.
    void use() {
        original()
                .ifPresent(proposed -> tries.get()
                        .filter(tried -> !tried.equals(proposed))
                        .ifPresent(tried -> surroundings
                                .navigator()
                                .go(new Destination.Review(
                                        Optional.of(proposed.id()),
                                        Optional.of(tried.terms()).filter(terms -> !terms.equals(proposed.terms())),
                                        tried.startsOn().equals(proposed.startsOn())
                                                ? ""
                                                : "Start on %s, not on %s."
                                                        .formatted(
                                                                surroundings
                                                                        .figures()
                                                                        .date(tried.startsOn()),
                                                                surroundings
                                                                        .figures()
                                                                        .date(proposed.startsOn()))))));
    }

    /// Asks for a name for what is tried.
    void nameScenario() {
        ready().ifPresent(now -> tries.get()
                .ifPresent(tried -> naming.ask(tried, now.item().scored().proposal())));
    }

    void tryAgain() {
        selection.now().get().ifPresent(this::open);
    }

    /// Nothing that is known holds any more.
    void forget() {
        opening.cancel();
        naming.stop();
        findings.forget();
        tries.begin(Optional.empty());
        drawnFor = Optional.empty();
        searchedFor = Optional.empty();
        problem.set(Optional.empty());
        state.set(new WhatIfState.Nobody());
    }

    /// The proposal as it is.
    Optional<Proposal> original() {
        return ready().map(now -> now.item().scored().proposal());
    }

    ReadOnlyObjectProperty<WhatIfState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is worked out of what is tried.
    Findings findings() {
        return findings;
    }

    /// What is tried, to be changed, reverted and undone.
    Tries tries() {
        return tries;
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

    ScenarioNaming naming() {
        return naming;
    }

    Saving saving() {
        return saving;
    }
}
