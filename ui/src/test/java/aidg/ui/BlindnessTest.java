package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleSecondReadingDesk;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing in the window tells a second reader what the first one decided: it is the same to the last property
/// whether everything was let out, nothing was, or half of it.
class BlindnessTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    static List<Named<Consumer<Frame>>> paths() {
        return List.of(
                Named.of("reading", frame -> {}),
                Named.of("further down", frame -> {
                    for (int i = 0; i < 5; i++) {
                        Scenes.run(frame, "Next one");
                    }
                }),
                Named.of("about to say yes", frame -> Scenes.run(frame, "Goes out")),
                Named.of("about to say no", frame -> Scenes.run(frame, "Does not go out")),
                Named.of("what may be known of others", frame -> Scenes.run(frame, "See agreement")),
                Named.of("notifications", Frame::openNotifications),
                Named.of("palette", Frame::openPalette));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void theWindowIsTheSameWhateverWasDecided(Consumer<Frame> path) throws Exception {
        List<String> allOut = walk(item -> true, path);
        assertThat(allOut).hasSizeGreaterThan(200);
        assertThat(walk(item -> false, path)).isEqualTo(allOut);
        assertThat(walk(item -> item.scored().score() > 0.6, path)).isEqualTo(allOut);
        assertThat(String.join("\n", allOut)).doesNotContain(SampleSecondReadingDesk.SECRET);
    }

    private static List<String> walk(Predicate<ReviewItem> letOut, Consumer<Frame> path) throws Exception {
        return FrontThread.call(() -> {
            Frame frame = Scenes.frame(
                    new SampleDesks().with(new SampleSecondReadingDesk(letOut)).ports(), one -> {
                        one.go(new Destination.SecondReading());
                        path.accept(one);
                    });
            List<String> told = new ArrayList<>();
            Scenes.visible(frame, node -> true).forEach(node -> told.add(words(node)));
            return told;
        });
    }

    /// Everything of a node that a person, a screen reader or a curious one could find.
    private static String words(Node node) {
        List<String> parts = new ArrayList<>(List.of(
                node.getClass().getSimpleName(),
                String.valueOf(node.getId()),
                String.valueOf(node.getStyleClass()),
                node.getPseudoClassStates().stream()
                        .map(PseudoClass::getPseudoClassName)
                        .sorted()
                        .toList()
                        .toString(),
                String.valueOf(node.getAccessibleText()),
                String.valueOf(node.getAccessibleHelp()),
                String.valueOf(node.getUserData()),
                node.getBoundsInParent().toString()));
        if (node instanceof Labeled labeled) {
            parts.add(labeled.getText());
        }
        if (node instanceof Text text) {
            parts.add(text.getText());
        }
        if (node instanceof TextInputControl input) {
            parts.add(input.getText() + " " + input.getPromptText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            parts.add(control.getTooltip().getText());
        }
        return String.join(" | ", parts);
    }
}
