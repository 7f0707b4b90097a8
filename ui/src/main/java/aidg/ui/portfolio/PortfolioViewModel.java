package aidg.ui.portfolio;

import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Policy;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.portfolio.PortfolioDesk.Group;
import aidg.ui.portfolio.PortfolioDesk.Result;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// One policy put on many open proposals: the form, the work in the background and its result.
final class PortfolioViewModel {

    private final PortfolioDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot reading;
    private final Slot working;
    private final Saving saving;
    private final PolicyForm policy = new PolicyForm();
    private final ScopeForm scope;
    private final ReadOnlyObjectWrapper<PortfolioState> state =
            new ReadOnlyObjectWrapper<>(new PortfolioState.Loading());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Slice> slice = new SimpleObjectProperty<>(Slice.WINNERS);
    private final ObjectProperty<Optional<Moved>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding canRun;
    private final BooleanBinding isRunning;
    private final BooleanBinding isStale;
    private boolean known;

    PortfolioViewModel(PortfolioDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        reading = surroundings.background().slot();
        working = surroundings.background().slot();
        saving = new Saving(surroundings);
        scope = new ScopeForm(selection);
        isRunning = Bindings.createBooleanBinding(() -> state.get() instanceof PortfolioState.Running, state);
        canRun = Bindings.createBooleanBinding(
                () -> policy.policyProperty().get().isPresent()
                        && scope.chosenProperty().get().count() > 0
                        && !isRunning.get(),
                policy.policyProperty(),
                scope.chosenProperty(),
                isRunning);
        isStale = Bindings.createBooleanBinding(this::differs, state, policy.policyProperty(), scope.chosenProperty());
        surroundings.navigator().currentProperty().subscribe(now -> arrive());
    }

    private boolean isInFront() {
        return surroundings.navigator().currentProperty().get() instanceof Destination.Portfolio;
    }

    private void arrive() {
        if (isInFront()) {
            reading.run(desk::open, this::take, failed -> {
                Problem told =
                        surroundings.told(Problem.of("The open proposals could not be read", failed, "Try again."));
                if (known) {
                    problem.set(Optional.of(told));
                } else {
                    state.set(new PortfolioState.Broken(told));
                }
            });
        }
    }

    private void take(List<Group> open) {
        scope.show(open);
        known = true;
        if (state.get() instanceof PortfolioState.Loading || state.get() instanceof PortfolioState.Asking) {
            state.set(new PortfolioState.Asking(
                    open.stream().mapToInt(group -> group.dealIds().size()).sum()));
        }
    }

    /// Whether the result is of another policy, or of other proposals, than the form says now.
    private boolean differs() {
        return state.get() instanceof PortfolioState.Ready(Result result)
                && !(policy.policyProperty()
                                .get()
                                .equals(Optional.of(result.portfolio().policy()))
                        && scope.chosenProperty().get().scope().equals(result.scope()));
    }

    /// Works the policy out in the background.
    void run() {
        if (!canRun.get()) {
            return;
        }
        Policy rule = policy.policyProperty().get().orElseThrow();
        ScopeForm.Chosen over = scope.chosenProperty().get();
        problem.set(Optional.empty());
        chosen.set(Optional.empty());
        working.runLong(
                "Working out a portfolio",
                progress -> desk.run(rule, over.scope(), over.where(), progress),
                activity -> state.set(new PortfolioState.Running(activity)),
                result -> {
                    slice.set(Slice.first(result.portfolio()));
                    state.set(new PortfolioState.Ready(result));
                },
                this::fail);
    }

    private void fail(Exception failed) {
        state.set(
                failed instanceof CancellationException
                        ? new PortfolioState.Cancelled()
                        : new PortfolioState.Broken(Problem.of(
                                "The portfolio could not be worked out", failed, "Try again, or narrow the scope.")));
    }

    /// Ends the work under way; nothing was changed by it.
    void cancel() {
        if (isRunning.get()) {
            working.cancel();
            state.set(new PortfolioState.Cancelled());
        }
    }

    void tryAgain() {
        if (known) {
            run();
        } else {
            state.set(new PortfolioState.Loading());
            arrive();
        }
    }

    /// Takes a deal to What-if, on the terms that the policy gives it.
    void tryOut(Moved moved) {
        ifOpen(
                moved.proposal(),
                () -> surroundings
                        .navigator()
                        .go(new Destination.WhatIf(Optional.of(
                                moved.proposal().withTerms(moved.after().terms())))));
    }

    /// Goes to a deal in the queue.
    void review(Moved moved) {
        ifOpen(
                moved.proposal(),
                () -> surroundings
                        .navigator()
                        .go(new Destination.Review(Optional.of(moved.proposal().id()))));
    }

    void goToData() {
        surroundings.navigator().go(new Destination.Data());
    }

    private void ifOpen(Proposal proposal, Runnable go) {
        boolean open = selection.queue().stream()
                .anyMatch(item -> item.scored().proposal().id().equals(proposal.id()));
        problem.set(
                open
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                "%s is not in the queue now.".formatted(proposal.id()),
                                "It was decided since, put off, or the queue's filter hides it; look in Review.")));
        if (open) {
            go.run();
        }
    }

    /// Writes the result in the form that the file's ending tells.
    void export(Path file) {
        result().ifPresent(result -> saving.write(file, () -> {
            desk.export(result, file);
            return file;
        }));
    }

    private Optional<Result> result() {
        return state.get() instanceof PortfolioState.Ready(Result result) ? Optional.of(result) : Optional.empty();
    }

    /// Other data is in use: nothing that is known holds.
    void forget() {
        reading.cancel();
        working.cancel();
        known = false;
        chosen.set(Optional.empty());
        problem.set(Optional.empty());
        scope.show(List.of());
        state.set(new PortfolioState.Loading());
        arrive();
    }

    PolicyForm policy() {
        return policy;
    }

    ScopeForm scope() {
        return scope;
    }

    ReadOnlyObjectProperty<PortfolioState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What could not be done last.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Which deals of the result are listed.
    ObjectProperty<Slice> sliceProperty() {
        return slice;
    }

    /// The deal that actions are about.
    ObjectProperty<Optional<Moved>> chosenProperty() {
        return chosen;
    }

    BooleanBinding canRunProperty() {
        return canRun;
    }

    BooleanBinding isRunningProperty() {
        return isRunning;
    }

    /// Whether the form says something else than the result is of.
    BooleanBinding isStaleProperty() {
        return isStale;
    }

    Saving saving() {
        return saving;
    }
}
