package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWindow;
import aidg.ui.shell.Frame;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list is a control with a selection of its own, which must not win when other rows are shown.
@ExtendWith(ApplicationExtension.class)
class SiftedListTest {

    private final SampleReviewDesk desk = new SampleReviewDesk();
    private Optional<Frame> window = Optional.empty();

    @Start
    void open(Stage stage) {
        Frame frame = SampleWindow.open(stage, new SampleDesks().with(desk).ports(), 1280);
        frame.review().shown(Destination.Review.QUEUE);
        window = Optional.of(frame);
    }

    private String selected() {
        return window.orElseThrow()
                .review()
                .selection()
                .now()
                .get()
                .orElseThrow()
                .scored()
                .proposal()
                .id();
    }

    @Test
    void aFilterThatLeavesTheSelectedRowLeavesItSelectedAndItsDraftOpen(FxRobot robot) {
        robot.type(KeyCode.J, KeyCode.J);
        String id = selected();
        robot.type(KeyCode.O);
        robot.type(KeyCode.DIGIT2);

        robot.interact(
                () -> robot.lookup("#queue-filter").queryAs(TextField.class).setText(id.toLowerCase(Locale.ROOT)));

        assertThat(selected()).isEqualTo(id);
        ListView<?> list = robot.lookup(".queue-list").queryAs(ListView.class);
        assertThat(list.getItems()).hasSize(1);
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(robot.lookup("#override-comment").tryQuery()).isPresent();

        robot.interact(
                () -> robot.lookup("#queue-filter").queryAs(TextField.class).setText(""));
        assertThat(selected()).isEqualTo(id);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        assertThat(robot.lookup("#override-comment").tryQuery()).isPresent();
    }
}
