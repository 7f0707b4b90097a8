package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.control.KeyHint;
import aidg.ui.control.Parts;
import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.FrontThread;
import atlantafx.base.controls.ToggleSwitch;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a button does can be done from the palette. A button is tied to its action by the keys it shows, which
/// must be those of an action on offer, or by the action noted for it with `Parts.doing`.
class PaletteCoverageTest {

    /// Buttons without an action of their own, by the style class of what they stand in or by their words.
    private static final Map<String, String> EXCEPTIONS = Map.of(
            ".draft-panel", "a panel that waits for a reason takes the keys printed on its buttons and Tab, until Esc",
            ".list-panel", "Close is Esc; Undo and Try again belong to one line of the list",
            ".key-sheet", "Close is Esc",
            ".guide-callout", "Back, Next and Skip are Left, Right and Esc while the tour is on",
            "Try again", "stands where something failed, and repeats just that",
            "Open \\d.* (deals?|overrides?)", "the map of attention, which has an action, opens the same with Enter",
            "Review P-.*", "the palette opens proposals by their merchant's name",
            "Its proposal in the queue", "the palette opens proposals by their merchant's name",
            "Close", "takes away a problem that was told; Notifications keep it",
            "Open data", "the way to Data, which is an action by that name");

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    static Stream<Named<Consumer<Frame>>> states() {
        return Stream.concat(Scenes.views(), Scenes.overlays());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyButtonDoesWhatAnActionDoes(Consumer<Frame> path) throws Exception {
        assertThat(FrontThread.call(() -> withoutAction(Scenes.frame(path)))).isEmpty();
    }

    @Test
    void everyButtonOfEmptyAndBrokenViewsDoesWhatAnActionDoes() throws Exception {
        List<Destination> all = List.of(
                Destination.Review.QUEUE,
                new Destination.Session(),
                new Destination.WhatIf(),
                new Destination.Scenarios(),
                new Destination.Portfolio(),
                new Destination.Why(),
                Destination.Similar.TO_SELECTED,
                new Destination.Rules(),
                new Destination.Data());
        for (Destination there : all) {
            assertThat(FrontThread.call(() -> withoutAction(Scenes.frame(Scenes.nobody(), frame -> frame.go(there)))))
                    .isEmpty();
            assertThat(FrontThread.call(
                            () -> withoutAction(Scenes.frame(Scenes.unreadable(), frame -> frame.go(there)))))
                    .isEmpty();
        }
    }

    @Test
    void everyExceptionIsStillNeeded() throws Exception {
        Set<String> used = new HashSet<>();
        FrontThread.call(() -> {
            states().forEach(state -> buttons(Scenes.frame(state.getPayload()))
                    .forEach(button -> exception(button).ifPresent(used::add)));
            for (WorkbenchPorts ports : List.of(Scenes.nobody(), Scenes.unreadable())) {
                buttons(Scenes.frame(ports, frame -> {}))
                        .forEach(button -> exception(button).ifPresent(used::add));
            }
            return true;
        });

        assertThat(EXCEPTIONS.keySet()).containsAll(used);
        assertThat(used).hasSizeGreaterThan(EXCEPTIONS.size() - 4);
    }

    @Test
    void aButtonThatNoActionStandsForIsFound() throws Exception {
        List<String> found = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> {});
            frame.getChildren().add(Parts.button("Sell everything", List.of(), () -> {}));
            frame.getChildren().add(Parts.button("Sell half", List.of("F12"), () -> {}));
            return withoutAction(frame);
        });

        assertThat(found).containsExactly("Sell everything", "Sell half, key F12");
    }

    private static List<String> withoutAction(Frame frame) {
        Set<List<String>> keys = frame.actions().stream()
                .flatMap(action -> action.shortcut().stream())
                .map(shortcut -> shortcut.keys())
                .collect(Collectors.toSet());
        Set<String> words = frame.actions().stream().map(Action::words).collect(Collectors.toSet());
        return buttons(frame).stream()
                .filter(button -> exception(button).isEmpty())
                .filter(button -> Parts.actionOf(button).filter(words::contains).isEmpty())
                .filter(button -> shown(button).stream().noneMatch(keys::contains))
                .map(PaletteCoverageTest::name)
                .toList();
    }

    private static List<Node> buttons(Frame frame) {
        return Scenes.visible(
                frame,
                node -> node instanceof ButtonBase || node instanceof ToggleSwitch || node instanceof MenuButton);
    }

    /// The keys printed on a button: one chord, or several single keys.
    private static List<List<String>> shown(Node button) {
        return Scenes.visible(button, KeyHint.class::isInstance).stream()
                .map(hint -> ((KeyHint) hint)
                        .getChildren().stream()
                                .map(key -> ((Labeled) key).getText())
                                .toList())
                .flatMap(chord -> Stream.concat(Stream.of(chord), chord.stream().map(List::of)))
                .toList();
    }

    private static Optional<String> exception(Node button) {
        return EXCEPTIONS.keySet().stream()
                .filter(rule -> rule.startsWith(".")
                        ? isIn(button, rule.substring(1))
                        : name(button).matches(rule))
                .findFirst();
    }

    private static boolean isIn(Node node, String style) {
        for (Node over = node; over != null; over = over.getParent()) {
            if (over.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static String name(Node button) {
        String accessible = button.getAccessibleText();
        return accessible == null || accessible.isBlank() ? ((Control) button).toString() : accessible;
    }
}
