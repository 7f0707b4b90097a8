package aidg.ui.shell;

import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The first look round in three steps: where it is, forward, back and out of it. It starts by itself once, as soon
/// as there is a proposal to look at, and whenever it is asked for.
final class GuideViewModel {

    static final List<GuideStep> STEPS = List.of(
            new GuideStep(
                    "Start at the top of the queue",
                    "Proposals stand by what a look at each is worth in dollars. J and K move, A approves, O overrides "
                            + "with a reason, E changes the terms, and Z takes the last decision back.",
                    Destination.Review.QUEUE,
                    "queue"),
            new GuideStep(
                    "See why it scores as it does",
                    "The bars show what moved this score, the largest first, and the sentence says the same in words. "
                            + "If the explanation fails its checks, a red badge hides it. The score stands.",
                    Destination.Review.QUEUE,
                    "why-strip"),
            new GuideStep(
                    "Find terms that both sides can live with",
                    "The corridor shows expected GP30 for every discount and price; hatched is what the guard rejects. "
                            + "Drag the point or use the arrow keys, then write the terms down with Use these terms.",
                    new Destination.WhatIf(),
                    "corridor"));

    private final TourMemory memory;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot asking;
    private final ReadOnlyObjectWrapper<Optional<Integer>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Destination before = Destination.Review.QUEUE;
    private boolean due;

    GuideViewModel(TourMemory memory, Surroundings surroundings, Selection selection) {
        this.memory = memory;
        this.surroundings = surroundings;
        this.selection = selection;
        asking = surroundings.background().slot();
        selection.now().subscribe(now -> startIfDue());
    }

    /// Starts it, now or with the first proposal, unless the person has seen it before.
    void offerOnce() {
        asking.run(
                memory::seen,
                seen -> {
                    due = !seen;
                    startIfDue();
                },
                failed -> {});
    }

    private void startIfDue() {
        if (due && selection.now().get().isPresent()) {
            start();
        }
    }

    /// Starts it at its first step.
    void start() {
        due = false;
        if (step.get().isEmpty()) {
            before = surroundings.navigator().currentProperty().get();
        }
        show(0);
    }

    private void show(int number) {
        surroundings.navigator().go(STEPS.get(number).there());
        step.set(Optional.of(number));
    }

    /// On the last step this ends it.
    void next() {
        step.get().ifPresent(now -> {
            if (now + 1 < STEPS.size()) {
                show(now + 1);
            } else {
                end();
            }
        });
    }

    /// On the first step nothing happens.
    void back() {
        step.get().filter(now -> now > 0).ifPresent(now -> show(now - 1));
    }

    /// Ends it, wherever it is, and goes back to where the person was.
    ///
    /// @return whether it was on
    boolean end() {
        boolean on = step.get().isPresent();
        if (on) {
            step.set(Optional.empty());
            surroundings.navigator().go(before);
            asking.run(
                    () -> {
                        memory.remember();
                        return true;
                    },
                    done -> {},
                    failed -> surroundings.told(Problem.of(
                            "That you were shown around was not written down",
                            failed,
                            "Nothing else is lost. It will start once more next time: press Esc then.")));
        }
        return on;
    }

    /// The position of the step shown, from 0; empty while it is off.
    ReadOnlyObjectProperty<Optional<Integer>> stepProperty() {
        return step.getReadOnlyProperty();
    }
}
