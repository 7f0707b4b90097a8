package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every control of every view is reached with Tab and says what it is.
class TabTest {

    private static final int MOST_STOPS = 400;

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    static Stream<Named<Consumer<Frame>>> views() {
        return Scenes.views();
    }

    static Stream<Named<Consumer<Frame>>> overlays() {
        return Scenes.overlays();
    }

    static Stream<Named<Consumer<Frame>>> all() {
        return Stream.concat(views(), overlays());
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyControlIsReachedWithTab(Consumer<Frame> path) throws Exception {
        List<Node> missed = FrontThread.call(() -> {
            Frame frame = Scenes.frame(path);
            Set<Node> reached = walk(frame);
            return Scenes.visible(frame, node -> isControl(node) && !node.isDisabled() && !isReached(node, reached));
        });

        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void tabStaysInWhatIsOpenAndReachesAllOfIt(Consumer<Frame> path) throws Exception {
        Set<List<String>> wrong = FrontThread.call(() -> {
            Frame frame = Scenes.frame(path);
            Set<Node> inside = new LinkedHashSet<>(
                    Scenes.visible(frame.getChildren().getLast(), node -> stops(node) && !isIn(node, "toast")));
            Set<Node> reached = walk(frame);
            return inside.equals(reached) ? Set.of() : Set.of(names(inside), names(reached));
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everythingThatTakesTheKeyboardHasAName(Consumer<Frame> path) throws Exception {
        List<Node> nameless = FrontThread.call(() -> {
            Frame frame = Scenes.frame(path);
            List<Node> labels = Scenes.visible(frame, Label.class::isInstance);
            return Scenes.visible(frame, node -> (stops(node) || isControl(node)) && !isNamed(node, labels));
        });

        assertThat(nameless).isEmpty();
    }

    @Test
    void arrowKeysMoveWithinAGroupOfChoices() throws Exception {
        int focused = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> one.go(new Destination.Why()));
            List<Node> choices =
                    Scenes.visible(frame, node -> node instanceof ToggleButton).subList(0, 2);
            choices.getFirst().requestFocus();
            press(choices.getFirst(), KeyCode.RIGHT);
            return choices.indexOf(frame.getScene().getFocusOwner());
        });

        assertThat(focused).isEqualTo(1);
    }

    /// A group of choices is one stop of Tab; arrow keys move within it.
    private static boolean isReached(Node node, Set<Node> reached) {
        return reached.contains(node)
                || node instanceof ToggleButton choice
                        && choice.getToggleGroup() != null
                        && choice.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static Set<Node> walk(Frame frame) {
        Set<Node> reached = new LinkedHashSet<>();
        Node here = frame.getScene().getFocusOwner();
        if (here == null) {
            here = Scenes.visible(frame, TabTest::stops).getFirst();
            here.requestFocus();
        }
        for (int i = 0; i < MOST_STOPS && here != null && !(reached.contains(here) && i > reached.size() + 1); i++) {
            reached.add(here);
            press(here, KeyCode.TAB);
            here = frame.getScene().getFocusOwner();
        }
        return reached;
    }

    private static boolean stops(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && !isPopup(node);
    }

    /// What a person would click or type into.
    private static boolean isControl(Node node) {
        return !isPopup(node)
                && (node.isFocusTraversable()
                        || node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>
                        || node instanceof Slider
                        || node instanceof ListView<?>
                        || node instanceof TableView<?>);
    }

    /// The list of a combo box belongs to its pop-up, of which nothing is seen until it opens.
    private static boolean isPopup(Node node) {
        return node instanceof ListView<?> && node.getParent() instanceof ComboBoxBase<?>;
    }

    private static boolean isNamed(Node node, List<Node> labels) {
        String accessible = node.getAccessibleText();
        return accessible != null && !accessible.isBlank()
                || node instanceof Labeled labeled && !labeled.getText().isBlank()
                || labels.stream().anyMatch(label -> ((Label) label).getLabelFor() == node);
    }

    private static boolean isIn(Node node, String style) {
        for (Node over = node; over != null; over = over.getParent()) {
            if (over.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Set<Node> nodes) {
        return nodes.stream().map(Node::toString).toList();
    }
}
