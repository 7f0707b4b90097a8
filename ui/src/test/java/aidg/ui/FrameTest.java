package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    static Stream<Named<Consumer<Frame>>> places() {
        return Stream.concat(Scenes.views(), Scenes.overlays());
    }

    @ParameterizedTest
    @MethodSource("places")
    void nothingSticksOutSidewaysAtTheSmallestWindow(Consumer<Frame> path) throws Exception {
        List<Node> outside = at(
                path,
                node -> node instanceof Region
                        && node.getParent() instanceof Region parent
                        && node.isManaged()
                        && !parent.getStyleClass().contains("clipped-container")
                        && sticksOut(node.getBoundsInParent(), parent.getWidth()));

        assertThat(outside).isEmpty();
    }

    private static boolean sticksOut(Bounds bounds, double width) {
        return bounds.getWidth() > 0 && bounds.getMinX() >= 0 && bounds.getMaxX() - ROOM_FOR_SHADOW > width + 0.5;
    }

    private static final double ROOM_FOR_SHADOW = 32;

    @Test
    void labelsThatMustBeReadAreNotCutAtTheSmallestWindow() throws Exception {
        List<Node> cut = at(
                frame -> {},
                node -> node instanceof Labeled labeled
                        && labeled.getMinWidth() == Region.USE_PREF_SIZE
                        && labeled.getWidth() + 0.5 < labeled.prefWidth(-1));

        assertThat(cut).isEmpty();
    }

    @Test
    void thePaletteListsEveryActionOnce() throws Exception {
        Set<String> rows = new HashSet<>();
        List<String> actions = FrontThread.call(() -> {
            Frame frame = frame(Frame::openPalette);
            rows.addAll(frame.lookupAll(".palette-row").stream()
                    .map(Node::getAccessibleText)
                    .toList());
            return frame.actions().stream()
                    .map(action -> action.words() + ", " + action.context())
                    .toList();
        });

        assertThat(actions).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(rows).containsExactlyInAnyOrderElementsOf(actions);
    }

    @Test
    void noTwoActionsShareTheirKeys() throws Exception {
        List<List<String>> keys = FrontThread.call(() -> frame(frame -> {}).actions().stream()
                .flatMap(action -> action.shortcut().stream())
                .map(shortcut -> shortcut.keys())
                .toList());

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void aProposalOutOfSightCannotBeDecided() throws Exception {
        boolean enabled = FrontThread.call(() -> frame(frame -> frame.go(new Destination.Data())).actions().stream()
                .filter(action -> action.group() == Action.Group.PROPOSAL)
                .anyMatch(action -> action.enabled().get()));

        assertThat(enabled).isFalse();
    }

    @Test
    void withoutAProposalTheViewsSaySo() throws Exception {
        List<String> texts = FrontThread.call(() -> {
            List<String> found = new ArrayList<>();
            for (Destination there : List.of(new Destination.Why(), Destination.Similar.TO_SELECTED)) {
                Frame frame = Scenes.frame(Scenes.nobody(), one -> one.go(there));
                Scenes.visible(frame, Labeled.class::isInstance)
                        .forEach(label -> found.add(((Labeled) label).getText()));
            }
            return found;
        });

        assertThat(texts).contains("Nothing to explain", "Nobody to compare", "No proposal awaits review");
    }

    private static List<Node> at(Consumer<Frame> path, Predicate<Node> wanted) throws Exception {
        return FrontThread.call(() -> Scenes.visible(frame(path), wanted));
    }

    private static Frame frame(Consumer<Frame> path) {
        return Scenes.frame(path);
    }
}
