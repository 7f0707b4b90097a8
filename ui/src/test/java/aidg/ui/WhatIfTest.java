package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWhatIfDesk;
import aidg.ui.sample.SampleWindow;
import aidg.ui.scenario.ScenarioPage;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import aidg.ui.whatif.WhatIfPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;

/// What-if, used with mouse and keyboard. [WB-10]
@ExtendWith(ApplicationExtension.class)
class WhatIfTest {

    private final SampleReviewDesk review = new SampleReviewDesk();
    private final SampleWhatIfDesk whatIf = new SampleWhatIfDesk();
    private Optional<Frame> window = Optional.empty();

    @TempDir
    Path folder;

    @Start
    void open(Stage stage) {
        window = Optional.of(SampleWindow.open(
                stage, new SampleDesks().with(review).with(whatIf).ports(), SampleWindow.WIDTH));
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Label && node.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static String field(FxRobot robot, String term) {
        return robot.lookup("#whatif-" + term).queryAs(TextField.class).getText();
    }

    @Test
    void termsThatAreTypedAreScoredAndComeBackOneByOne(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(field(robot, "discount")).isEqualTo("35%");

        robot.doubleClickOn("#whatif-discount")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("30")
                .type(KeyCode.ENTER);

        assertThat(field(robot, "discount")).isEqualTo("30%");
        assertThat(texts(robot)).contains("was 35%").anyMatch(text -> text.startsWith("In words. 30%"));

        robot.clickOn("Revert");

        assertThat(field(robot, "discount")).isEqualTo("35%");
        assertThat(texts(robot)).doesNotContain("was 35%");
    }

    @Test
    void nonsenseInAFieldLeavesTheTermAsItWas(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);

        robot.doubleClickOn("#whatif-price")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("cheap")
                .type(KeyCode.ENTER);

        assertThat(field(robot, "price")).isEqualTo("$78");
    }

    @Test
    void thePointMovesByMouseAndKeysAndEachGestureIsUndoneAsOne(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Node corridor = robot.lookup("#corridor").query();
        Point2D middle = corridor.localToScreen(200, 200);
        Point2D aside = corridor.localToScreen(260, 160);

        robot.moveTo(middle.getX(), middle.getY(), Motion.DIRECT);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(aside.getX(), aside.getY(), Motion.DIRECT);
        robot.release(MouseButton.PRIMARY);
        String dragged = field(robot, "price");
        assertThat(dragged).isNotEqualTo("$78");

        robot.type(KeyCode.RIGHT, 3);
        robot.type(KeyCode.UP);
        assertThat(field(robot, "price")).isNotEqualTo(dragged);
        assertThat(corridor.getAccessibleText()).startsWith("Corridor. ");

        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(field(robot, "price")).isEqualTo(dragged);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(field(robot, "price")).isEqualTo("$78");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(field(robot, "price")).isEqualTo(dragged);
    }

    @Test
    void aSliderMovesItsTermOnly(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Slider discount = robot.lookup(
                        (Node node) -> node instanceof Slider slider && "Discount".equals(slider.getAccessibleText()))
                .query();

        robot.interact(() -> {
            discount.requestFocus();
            discount.increment();
        });

        assertThat(field(robot, "discount")).isEqualTo("36%");
        assertThat(field(robot, "price")).isEqualTo("$78");
    }

    @Test
    void aHigherAimFindsEditsWhichCanBeTriedAndUsed(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(texts(robot)).contains("It is acceptable as proposed.");

        robot.clickOn("80%");
        Button first = robot.lookup("Try it").queryAll().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
        robot.interact(first::fire);

        assertThat(texts(robot)).anyMatch(text -> text.startsWith("was "));

        robot.interact(() -> robot.lookup("#corridor").query().requestFocus());
        robot.type(KeyCode.ENTER);

        assertThat(robot.lookup(".draft-panel").tryQuery()).isPresent();
    }

    @Test
    void whereNothingIsAcceptableTheNearestMissIsTold(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.interact(
                () -> robot.lookup(".freeze").queryAllAs(ToggleButton.class).forEach(one -> one.setSelected(true)));

        robot.clickOn("80%");

        assertThat(texts(robot)).contains("None within these limits. The nearest miss:");
    }

    @Test
    void aModelThatCannotBeLoadedIsToldAndTriedAgain(FxRobot robot) {
        whatIf.setFailing(true);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("The proposal could not be tried on other terms"));

        whatIf.setFailing(false);
        robot.clickOn("Try again");

        assertThat(field(robot, "discount")).isEqualTo("35%");
    }

    @Test
    void theNextProposalIsTriedFromItsOwnTerms(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.type(KeyCode.RIGHT);

        robot.type(KeyCode.J);

        assertThat(texts(robot)).anyMatch(text -> text.startsWith("What-if, proposal P-20419"));
        assertThat(texts(robot)).filteredOn(text -> text.startsWith("was ")).isEmpty();
    }

    @Test
    void theCorridorIsSavedAsAPicture(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Path file = folder.resolve("corridor.png");

        robot.interact(() -> window.orElseThrow().page(WhatIfPage.class).savePicture(file));

        assertThat(file).exists();
    }

    @Test
    void theFirstDayIsTypedSteppedRevertedAndRefusedInWords(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(field(robot, "start")).isEqualTo("Nov 23, 2026");

        robot.doubleClickOn("#whatif-start")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Dec 1")
                .type(KeyCode.ENTER);
        assertThat(field(robot, "start")).isEqualTo("Dec 1, 2026");
        assertThat(texts(robot))
                .contains("was Mon, Nov 23")
                .anyMatch(text -> text.contains("from Tue, Dec 1: expected"));

        robot.type(KeyCode.UP).type(KeyCode.PAGE_DOWN);
        assertThat(field(robot, "start")).isEqualTo("Nov 25, 2026");

        robot.push(KeyCode.CONTROL, KeyCode.A).write("someday").type(KeyCode.ENTER);
        assertThat(texts(robot)).contains("First day: write it like Nov 19, 2026 or 2026-11-19.");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("2026-11-01").type(KeyCode.ENTER);
        assertThat(texts(robot)).contains("First day: not before Nov 19, 2026, when it was proposed.");

        robot.clickOn("#corridor").push(KeyCode.CONTROL, KeyCode.Z);
        robot.interact(() -> run("Revert first day"));
        assertThat(field(robot, "start")).isEqualTo("Nov 23, 2026");
    }

    @Test
    void anotherFirstDayGoesIntoTheCommentOfADecision(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.interact(() -> run("Start a day later"));

        robot.interact(() -> run("Use these terms"));

        assertThat(robot.lookup((Node node) -> node instanceof TextInputControl).queryAllAs(TextInputControl.class))
                .anyMatch(input -> "Start on Nov 24, 2026, not on Nov 23, 2026.".equals(input.getText()));
    }

    @Test
    void whatIsSavedAsAScenarioStandsBesideTheProposalAndComesBackToWhatIf(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.doubleClickOn("#whatif-discount")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("30")
                .type(KeyCode.ENTER);
        robot.clickOn("#corridor");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Calmer").type(KeyCode.ENTER);
        robot.interact(() -> run("Revert all terms"));
        assertThat(field(robot, "discount")).isEqualTo("35%");

        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(texts(robot)).contains("Calmer", "As proposed", "Yes, to the bit", "1 scenario, 1 side by side");
        Path file = folder.resolve("scenarios.csv");
        robot.interact(() -> window.orElseThrow().page(ScenarioPage.class).export(file));
        assertThat(file).exists();
        Path picture = folder.resolve("scenarios.png");
        robot.interact(() -> window.orElseThrow().page(ScenarioPage.class).savePicture(picture));
        assertThat(picture).exists();

        robot.type(KeyCode.ENTER);
        assertThat(field(robot, "discount")).isEqualTo("30%");

        robot.push(KeyCode.ALT, KeyCode.C);
        robot.type(KeyCode.DELETE);
        assertThat(texts(robot)).contains("No scenario of this proposal yet");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts(robot)).contains("1 scenario, 1 side by side");
    }

    @Test
    void afterADeleteTheNextScenarioIsSelectedInSight() throws Exception {
        List<Integer> selected = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> {
                one.go(new Destination.Scenarios());
                Scenes.run(one, "Scenarios of all proposals");
            });
            Scenes.run(frame, "Delete scenario");
            Scenes.settle(frame);
            return Scenes.visible(frame, node -> node instanceof ListCell<?> cell && cell.isSelected()).stream()
                    .map(cell -> ((ListCell<?>) cell).getIndex())
                    .toList();
        });

        assertThat(selected).containsExactly(3);
    }

    private void run(String words) {
        Scenes.run(window.orElseThrow(), words);
    }
}
