package aidg.ui.scenario;

import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Scenario;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.scenario.ScenarioDesk.Comparison;
import aidg.ui.scenario.ScenarioDesk.Kept;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Scenarios of the selected proposal, or of all, and up to four of one proposal side by side with it.
final class ScenarioViewModel {

    private final ScenarioDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot reading;
    private final Slot comparing;
    private final Saving saving;
    private final Marks marks = new Marks();
    private final ReadOnlyObjectWrapper<ScenarioState> state = new ReadOnlyObjectWrapper<>(new ScenarioState.Loading());
    private final ReadOnlyObjectWrapper<ComparisonState> comparison =
            new ReadOnlyObjectWrapper<>(new ComparisonState.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Kept>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty everything = new SimpleBooleanProperty();
    private final Changes changes;
    private final Renaming renaming;
    private List<Kept> all = List.of();

    ScenarioViewModel(ScenarioDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        reading = surroundings.background().slot();
        comparing = surroundings.background().slot();
        changes = new Changes(desk, surroundings, this::changed, this::failWriting);
        renaming = new Renaming(changes::rename);
        saving = new Saving(surroundings);
        surroundings.navigator().currentProperty().subscribe(now -> read());
        selection.now().subscribe(now -> {
            if (isInFront()) {
                list();
            }
        });
        everything.subscribe(now -> {
            if (isInFront() && !(state.get() instanceof ScenarioState.Loading)) {
                list();
            }
        });
    }

    private boolean isInFront() {
        return surroundings.navigator().currentProperty().get() instanceof Destination.Scenarios;
    }

    /// Reads them anew: What-if may have saved some.
    private void read() {
        if (isInFront()) {
            reading.run(
                    desk::all,
                    found -> {
                        all = List.copyOf(found);
                        list();
                    },
                    failed -> state.set(new ScenarioState.Broken(
                            surroundings.told(Problem.of("The scenarios could not be read", failed, "Try again.")))));
        }
    }

    private Optional<String> selectedDeal() {
        return selection.now().get().map(item -> item.scored().proposal().id());
    }

    private void list() {
        Optional<String> deal = selectedDeal();
        List<Kept> shown = everything.get()
                ? all
                : all.stream()
                        .filter(one -> deal.equals(Optional.of(one.scenario().dealId())))
                        .toList();
        state.set(
                shown.isEmpty()
                        ? new ScenarioState.Empty(deal.isPresent(), all.size())
                        : new ScenarioState.Ready(shown));
        chosen.get().filter(one -> !shown.contains(one)).ifPresent(gone -> chosen.set(Optional.empty()));
        List<Scenario> known =
                all.stream().filter(Kept::isKnown).map(Kept::scenario).toList();
        if (!everything.get()) {
            marks.begin(deal, known);
        } else if (!marks.keep(known)) {
            marks.begin(deal.or(() -> known.stream().map(Scenario::dealId).findFirst()), known);
        }
        compare();
    }

    private void compare() {
        List<Scenario> marked = marks.marked();
        if (marked.isEmpty()) {
            comparing.cancel();
            comparison.set(new ComparisonState.Nothing());
            return;
        }
        boolean isSame = comparison.get() instanceof ComparisonState.Ready(Comparison now)
                && now.sides().stream()
                        .map(ScenarioDesk.Side::scenario)
                        .toList()
                        .equals(marked);
        if (isSame) {
            return;
        }
        comparison.set(new ComparisonState.Working());
        comparing.run(
                () -> desk.compare(marked.getFirst().dealId(), marked),
                found -> comparison.set(new ComparisonState.Ready(found)),
                failed -> comparison.set(new ComparisonState.Broken(surroundings.told(
                        Problem.of("The scenarios could not be scored again", failed, "Try again, or mark others.")))));
    }

    /// Puts one beside the others, or takes it away. Only scenarios of one proposal stand side by side.
    void mark(Kept kept) {
        if (!kept.isKnown()) {
            problem.set(Optional.of(new Problem(
                    "'%s' cannot be compared: the data in use have no proposal %s."
                            .formatted(kept.scenario().name(), kept.scenario().dealId()),
                    "Import the data that it was saved with, or delete it.")));
            return;
        }
        problem.set(
                marks.toggle(kept.scenario())
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                "Four stand side by side already.", "Take one away first, then mark this one.")));
        compare();
    }

    /// Takes one to What-if, where its terms and first day are put in place.
    void open(Kept kept) {
        Scenario scenario = kept.scenario();
        Optional<Proposal> proposal = selection.queue().stream()
                .map(item -> item.scored().proposal())
                .filter(one -> one.id().equals(scenario.dealId()))
                .findFirst()
                .or(() -> selection
                        .now()
                        .get()
                        .map(ReviewItem::scored)
                        .map(scored -> scored.proposal())
                        .filter(one -> one.id().equals(scenario.dealId())));
        problem.set(
                proposal.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                "'%s' cannot be tried: %s is not in the queue."
                                        .formatted(scenario.name(), scenario.dealId()),
                                "It was decided or is filtered away; look in Review.")));
        proposal.ifPresent(one -> surroundings
                .navigator()
                .go(new Destination.WhatIf(
                        Optional.of(one.withTerms(scenario.terms()).startingOn(scenario.startsOn())))));
    }

    void delete(Kept kept) {
        renaming.stop();
        changes.delete(kept.scenario());
    }

    /// Asks for another name.
    void rename(Kept kept) {
        renaming.ask(kept.scenario(), all.stream().map(Kept::scenario).toList());
    }

    private void changed(Scenario before, Scenario now) {
        problem.set(Optional.empty());
        marks.replace(before, now);
        read();
    }

    private void failWriting(Exception failed) {
        problem.set(Optional.of(surroundings.told(
                Problem.of("The list of scenarios was not changed", failed, "Try again in a moment."))));
        read();
    }

    /// Writes what stands side by side.
    void export(Path file) {
        compared()
                .ifPresent(found -> saving.write(file, () -> {
                    desk.export(found, file);
                    return file;
                }));
    }

    private Optional<Comparison> compared() {
        return comparison.get() instanceof ComparisonState.Ready(Comparison now) ? Optional.of(now) : Optional.empty();
    }

    void tryAgain() {
        if (state.get() instanceof ScenarioState.Broken) {
            state.set(new ScenarioState.Loading());
            read();
        } else {
            comparison.set(new ComparisonState.Nothing());
            compare();
        }
    }

    void goToWhatIf() {
        surroundings.navigator().go(new Destination.WhatIf());
    }

    /// Other data is in use: nothing that was worked out holds; what was saved stays.
    void forget() {
        reading.cancel();
        comparing.cancel();
        all = List.of();
        comparison.set(new ComparisonState.Nothing());
        state.set(new ScenarioState.Loading());
        read();
    }

    ReadOnlyObjectProperty<ScenarioState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ComparisonState> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// What could not be done last.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The one that actions are about.
    ObjectProperty<Optional<Kept>> chosenProperty() {
        return chosen;
    }

    /// Whether scenarios of all proposals are listed.
    BooleanProperty everythingProperty() {
        return everything;
    }

    Changes changes() {
        return changes;
    }

    Renaming renaming() {
        return renaming;
    }

    /// The selected proposal, whose scenarios are listed.
    ReadOnlyObjectProperty<Optional<ReviewItem>> selectedProperty() {
        return selection.now();
    }

    boolean isMarked(Scenario scenario) {
        return marks.marked().contains(scenario);
    }

    Saving saving() {
        return saving;
    }
}
