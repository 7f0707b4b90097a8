package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Scenario;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import aidg.ui.task.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Keeps what is tried under a name: proposes one, and asks twice before one of the same name is replaced.
final class ScenarioNaming {

    private final WhatIfDesk desk;
    private final Surroundings surroundings;
    private final Slot reading;
    private final Line writing;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanBinding replaces = Bindings.createBooleanBinding(this::isTaken, name, asked);
    private final BooleanBinding canConfirm = Bindings.createBooleanBinding(
            () -> !name.get().isBlank() && plain().length() <= Scenario.LONGEST_NAME, name);

    /// What is to be named.
    ///
    /// @param taken names of the proposal's other scenarios
    record Asked(Proposal tried, List<String> taken) {
        Asked {
            taken = List.copyOf(taken);
        }
    }

    ScenarioNaming(WhatIfDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        reading = surroundings.background().slot();
        writing = surroundings.background().line();
    }

    /// Asks for a name, once it is known which ones are taken.
    void ask(Proposal tried, Proposal proposed) {
        problem.set(Optional.empty());
        reading.run(
                () -> desk.scenarioNames(tried.id()),
                taken -> {
                    name.set(free(proposal(tried, proposed), taken));
                    asked.set(Optional.of(new Asked(tried, taken)));
                },
                this::fail);
    }

    /// `30% off, $82`: what differs, shortest first; `As proposed` where nothing does.
    private String proposal(Proposal tried, Proposal proposed) {
        DealTerms now = tried.terms();
        DealTerms was = proposed.terms();
        List<String> parts = new ArrayList<>();
        if (!now.discount().equals(was.discount())) {
            parts.add(surroundings.figures().percent(now.discount().fraction()) + " off");
        }
        if (!now.price().equals(was.price())) {
            parts.add(surroundings.figures().price(now.price()));
        }
        if (now.durationDays() != was.durationDays()) {
            parts.add(surroundings.figures().days(now.durationDays()));
        }
        if (!now.category().equals(was.category())) {
            parts.add("as " + now.category().words());
        }
        if (!tried.startsOn().equals(proposed.startsOn())) {
            parts.add("from " + surroundings.figures().date(tried.startsOn()));
        }
        String all = parts.isEmpty() ? "As proposed" : String.join(", ", parts);
        return all.length() <= Scenario.LONGEST_NAME ? all : all.substring(0, Scenario.LONGEST_NAME);
    }

    private static String free(String wanted, List<String> taken) {
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = "%s (%d)".formatted(wanted, number);
        }
        return name;
    }

    private String plain() {
        return name.get().strip();
    }

    private boolean isTaken() {
        return asked.get().filter(now -> now.taken().contains(plain())).isPresent();
    }

    /// Keeps it. Where the name is taken the view says so beforehand; confirming then replaces.
    void confirm() {
        asked.get().filter(now -> canConfirm.get()).ifPresent(now -> {
            String chosen = plain();
            boolean replaced = replaces.get();
            stop();
            writing.run(
                    () -> desk.saveScenario(now.tried(), chosen),
                    saved -> surroundings
                            .notices()
                            .accept(new Notice(
                                    replaced
                                            ? "Scenario '%s' replaced".formatted(saved.name())
                                            : "Scenario '%s' saved".formatted(saved.name()),
                                    false)),
                    this::fail);
        });
    }

    private void fail(Exception failed) {
        problem.set(Optional.of(surroundings.told(
                Problem.of("The scenario was not saved", failed, "Save it again; what you tried is still here."))));
    }

    /// Drops the question.
    ///
    /// @return whether there was one
    boolean stop() {
        reading.cancel();
        boolean open = asked.get().isPresent();
        asked.set(Optional.empty());
        problem.set(Optional.empty());
        return open;
    }

    /// What is being named, if anything is.
    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    /// Whether another scenario of the proposal has the name.
    BooleanBinding replacesProperty() {
        return replaces;
    }

    /// Whether there is a name, of 60 letters at most.
    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }

    /// Why the last one was not kept.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
