package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tasks, notifications and the first look round, by keyboard.
class OverlayTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    @Test
    void thePictureTourAndTheTestsAreNotInterruptedByTheFirstLookRound() throws Exception {
        boolean shown = FrontThread.call(() -> isShown(Scenes.frame(frame -> {}), ".guide-callout"));

        assertThat(shown).isFalse();
    }

    @Test
    void rightAndLeftTurnTheStepsAndEscEndsThem() throws Exception {
        List<String> counts = FrontThread.call(() -> {
            Frame frame = Scenes.frame(Frame::startTour);
            String first = text(frame, "\\d of 3");
            press(frame, KeyCode.RIGHT);
            String second = text(frame, "\\d of 3");
            press(frame, KeyCode.LEFT);
            String again = text(frame, "\\d of 3");
            press(frame, KeyCode.ESCAPE);
            return List.of(first, second, again, text(frame, "\\d of 3"));
        });

        assertThat(counts).containsExactly("1 of 3", "2 of 3", "1 of 3", "");
    }

    @Test
    void theRingLiesAroundWhatIsPointedAt() throws Exception {
        List<Bounds> both = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> {
                one.startTour();
                one.nextInTour();
                one.nextInTour();
            });
            return List.of(bounds(frame.lookup("#corridor")), bounds(frame.lookup(".guide-ring")));
        });

        assertThat(both.getLast().contains(both.getFirst())).isTrue();
        assertThat(both.getLast().getWidth() - both.getFirst().getWidth()).isLessThan(40);
    }

    @Test
    void withNothingToPointAtTheWordsStandAlone() throws Exception {
        List<Boolean> visible = FrontThread.call(() -> {
            Frame frame = Scenes.frame(Scenes.nobody(), Frame::startTour);
            return List.of(isShown(frame, ".guide-callout"), isShown(frame, ".guide-ring"));
        });

        assertThat(visible).containsExactly(true, false);
    }

    @Test
    void openingTheListOfNotificationsMarksThemAsRead() throws Exception {
        List<String> bell = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> Scenes.run(one, "Approve"));
            String before = bell(frame);
            press(frame, KeyCode.B, true);
            return List.of(before, bell(frame));
        });

        assertThat(bell)
                .containsExactly("Notifications, 1 unread, keys Ctrl B", "Notifications, none unread, keys Ctrl B");
    }

    @Test
    void inTheListOfNotificationsZTakesTheDecisionBack() throws Exception {
        SampleReviewDesk review = new SampleReviewDesk();
        int kept = FrontThread.call(() -> {
            Frame frame = Scenes.frame(new SampleDesks().with(review).ports(), one -> {
                Scenes.run(one, "Approve");
                one.openNotifications();
            });
            press(frame, KeyCode.Z);
            return frame.review().undoDepth().get();
        });

        assertThat(kept).isZero();
        assertThat(review.log()).hasSize(2);
    }

    @Test
    void aProblemIsKeptInTheListWithWhatToDo() throws Exception {
        SampleReviewDesk full = new SampleReviewDesk();
        full.setDiskFull(true);
        List<String> texts = FrontThread.call(() -> {
            Frame frame = Scenes.frame(new SampleDesks().with(full).ports(), one -> {
                Scenes.run(one, "Approve");
                one.openNotifications();
            });
            return Scenes.visible(frame.lookup(".notification-panel"), Labeled.class::isInstance).stream()
                    .map(label -> ((Labeled) label).getText())
                    .toList();
        });

        assertThat(texts).anyMatch(text -> text.startsWith("Osteria Fontana was not saved"));
        assertThat(texts).anyMatch(text -> text.startsWith("Nothing is lost"));
    }

    @Test
    void theListOfTasksOpensByKeyAndGivesTheKeyboardBack() throws Exception {
        List<Boolean> same = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> one.go(new Destination.Data()));
            Node button = Scenes.visible(frame, node -> node.getStyleClass().contains("status-task"))
                    .getFirst();
            button.requestFocus();
            press(frame, KeyCode.T, true);
            boolean open = isShown(frame, ".task-panel");
            press(frame, KeyCode.ESCAPE);
            return List.of(open, isShown(frame, ".task-panel"), frame.getScene().getFocusOwner() == button);
        });

        assertThat(same).containsExactly(true, false, true);
    }

    private static String bell(Frame frame) {
        return Scenes.visible(
                        frame,
                        node -> node.getAccessibleText() != null
                                && node.getAccessibleText().startsWith("Notifications, "))
                .getFirst()
                .getAccessibleText();
    }

    private static String text(Frame frame, String like) {
        return Scenes.visible(
                        frame,
                        node -> node instanceof Labeled labeled
                                && String.valueOf(labeled.getText()).matches(like))
                .stream()
                .map(label -> ((Labeled) label).getText())
                .findFirst()
                .orElse("");
    }

    private static boolean isShown(Frame frame, String style) {
        return !Scenes.visible(frame, node -> node.getStyleClass().contains(style.substring(1)))
                .isEmpty();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void press(Frame frame, KeyCode key) {
        press(frame, key, false);
    }

    private static void press(Frame frame, KeyCode key, boolean control) {
        Node owner = frame.getScene().getFocusOwner();
        Event.fireEvent(
                owner == null ? frame : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }
}
