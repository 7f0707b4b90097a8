package aidg.ui.scenario;

import aidg.engine.whatif.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A scenario being given another name, which no other of its proposal has.
final class Renaming {

    private final BiConsumer<Scenario, String> onConfirm;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanBinding taken = Bindings.createBooleanBinding(this::isTaken, name, asked);
    private final BooleanBinding canConfirm = Bindings.createBooleanBinding(this::willDo, name, asked);

    /// What is given a name.
    ///
    /// @param others names of the proposal's other scenarios
    record Asked(Scenario scenario, List<String> others) {
        Asked {
            others = List.copyOf(others);
        }
    }

    /// @param onConfirm takes the scenario and its new name
    Renaming(BiConsumer<Scenario, String> onConfirm) {
        this.onConfirm = onConfirm;
    }

    /// @param all scenarios of any proposal
    void ask(Scenario scenario, List<Scenario> all) {
        name.set(scenario.name());
        asked.set(Optional.of(new Asked(
                scenario,
                all.stream()
                        .filter(one -> one.dealId().equals(scenario.dealId()) && !one.equals(scenario))
                        .map(Scenario::name)
                        .toList())));
    }

    private String plain() {
        return name.get().strip();
    }

    private boolean isTaken() {
        return asked.get().filter(now -> now.others().contains(plain())).isPresent();
    }

    private boolean willDo() {
        return asked.get()
                .filter(now -> !plain().isEmpty()
                        && plain().length() <= Scenario.LONGEST_NAME
                        && !plain().equals(now.scenario().name())
                        && !isTaken())
                .isPresent();
    }

    void confirm() {
        asked.get().filter(now -> willDo()).ifPresent(now -> {
            String chosen = plain();
            stop();
            onConfirm.accept(now.scenario(), chosen);
        });
    }

    /// Drops the question.
    ///
    /// @return whether there was one
    boolean stop() {
        boolean open = asked.get().isPresent();
        asked.set(Optional.empty());
        return open;
    }

    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    /// Whether another scenario of the proposal has the name.
    BooleanBinding takenProperty() {
        return taken;
    }

    /// Whether it is another name, of 60 letters at most, that is free.
    BooleanBinding canConfirmProperty() {
        return canConfirm;
    }
}
