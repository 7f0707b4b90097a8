package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.rules.RulesPage;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleRulesDesk;
import aidg.ui.sample.SampleSimilarDesk;
import aidg.ui.sample.SampleWhyDesk;
import aidg.ui.sample.SampleWindow;
import aidg.ui.shell.Frame;
import aidg.ui.similar.SimilarPage;
import aidg.ui.why.WhyPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/// Why, Similar and Rules, used with mouse and keyboard. [WB-3] [WB-4] [WB-5]
@ExtendWith(ApplicationExtension.class)
class ReasoningTest {

    private final SampleReviewDesk review = new SampleReviewDesk();
    private final SampleWhyDesk why = new SampleWhyDesk();
    private final SampleSimilarDesk similar = new SampleSimilarDesk();
    private final SampleRulesDesk rules = new SampleRulesDesk();
    private Optional<Frame> window = Optional.empty();

    @TempDir
    Path folder;

    @Start
    void open(Stage stage) {
        window = Optional.of(SampleWindow.open(
                stage,
                new SampleDesks()
                        .with(review)
                        .with(why)
                        .with(similar)
                        .with(rules)
                        .ports(),
                SampleWindow.WIDTH));
    }

    // ---- why

    @Test
    void theSelectedProposalIsExplainedAndTheQueuesKeysMoveOn(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(texts(robot)).contains("71%, lifted most: weeknight demand, Lincoln Park");

        robot.type(KeyCode.J);

        assertThat(texts(robot)).anyMatch(text -> text.startsWith("58%, "));
        assertThat(why.asked()).contains("P-20418", "P-20419");
    }

    @Test
    void theNextProposalIsExplainedAheadOfTime(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        assertThat(why.asked()).containsExactly("P-20418", "P-20419");
    }

    @Test
    void hoveringACellReadsItOut(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Node map = robot.lookup("#attention").query();

        Point2D cell = map.localToScreen(150, 180);
        robot.moveTo(cell.getX(), cell.getY(), Motion.DIRECT);

        assertThat(map.getAccessibleText()).matches("[a-z_]+, [a-z_]+: \\d+%.*");
        assertThat(texts(robot))
                .anyMatch(text -> text.matches("[a-z_]+ looks at [a-z_]+ with [0-9.]+% of its attention\\."));
    }

    @Test
    void arrowKeysAndEnterDrillDownToOverrides(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.type(KeyCode.M);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        robot.type(KeyCode.ENTER);

        assertThat(texts(robot)).contains("override_reasons, opened");

        robot.clickOn("42 deals");

        assertThat(texts(robot)).contains("deal_history_recent, opened");
    }

    @Test
    void aColumnWithNothingBehindItOpensNothing(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.type(KeyCode.M);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        robot.type(KeyCode.ENTER);

        assertThat(texts(robot)).contains("deal_history_recent, opened");
    }

    @Test
    void aHeadsCellShowsItsDeal(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.interact(() -> robot.lookup("#heads").query().requestFocus());
        robot.type(KeyCode.RIGHT);

        assertThat(texts(robot)).anyMatch(text -> text.startsWith("2nd newest, "));
    }

    @Test
    void theSecondAttributionIsSwitched(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        String gradient = bars(robot);

        robot.type(KeyCode.H);

        assertThat(bars(robot)).isNotEqualTo(gradient).contains("discount −6.0, by the other method −4.8");

        robot.clickOn("By slope");

        assertThat(bars(robot)).isEqualTo(gradient).contains("discount −6.0, by the other method −7.2");
    }

    private static String bars(FxRobot robot) {
        return robot.lookup((Node node) -> node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith("Points of score"))
                .query()
                .getAccessibleText();
    }

    @Test
    void aStoryThatFailsItsChecksIsHiddenInBothViews(FxRobot robot) {
        robot.type(KeyCode.J);
        robot.type(KeyCode.J);
        assertThat(texts(robot))
                .contains("Hidden: 1 of 4 checks")
                .contains("The model does not act by the facts that it would name here.");

        robot.interact(() -> robot.lookup((Node node) ->
                        node instanceof ScrollPane pane && "The proposal".equals(pane.getAccessibleText()))
                .<ScrollPane>query()
                .setVvalue(1));
        robot.clickOn("Hidden: 1 of 4 checks");

        assertThat(texts(robot)).contains("Why 52%", "No: 1 of 4 checks hold", "The story is hidden");
        assertThat(robot.lookup(".term-bars").query().isVisible()).isFalse();
    }

    @Test
    void aFailingModelIsToldAndTriedAgain(FxRobot robot) {
        why.setBroken(true);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(texts(robot)).contains("The score could not be explained: the model file cannot be read.");
        why.setBroken(false);

        robot.clickOn("Try again");

        assertThat(texts(robot)).contains("Yes, 4 of 4 checks hold");
    }

    @Test
    void aMerchantWithoutAPastSaysSo(FxRobot robot) {
        why.setFresh(true);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        assertThat(texts(robot)).contains("Nothing has happened yet.");
    }

    @Test
    void theExplanationIsSavedAsAPicture(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Path file = folder.resolve("why.png");

        robot.interact(() -> window.orElseThrow().page(WhyPage.class).savePicture(file));

        assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(600);
        assertThat(texts(robot)).contains("Saved as why.png");
    }

    @Test
    void aPictureThatCannotBeWrittenIsTold(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        robot.interact(() -> window.orElseThrow().page(WhyPage.class).savePicture(folder.resolve("missing/why.png")));

        assertThat(texts(robot)).anyMatch(text -> text.startsWith("why.png was not written"));
    }

    // ---- similar

    @Test
    void aNeighbourIsOpenedAndTheWayBackLeadsHome(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(texts(robot)).contains("Similar merchants, Osteria Fontana");

        robot.interact(() -> robot.lookup("#neighbours").queryTableView().requestFocus());
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        assertThat(texts(robot)).doesNotContain("Similar merchants, Osteria Fontana");

        robot.push(KeyCode.ALT, KeyCode.LEFT);

        assertThat(texts(robot)).contains("Similar merchants, Osteria Fontana");
    }

    @Test
    void theChosenNeighbourTellsItsDeals(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        TableView<Object> table = robot.lookup("#neighbours").queryTableView();

        robot.interact(() -> table.getSelectionModel().select(3));

        assertThat(texts(robot)).contains("no deal of it has matured yet");
    }

    @Test
    void nobodyToCompareWithIsToldInWords(FxRobot robot) {
        similar.setAlone(true);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);

        assertThat(texts(robot)).contains("No merchant to compare with", "There is no other merchant to compare with.");
    }

    @Test
    void prototypesAreChosenAnewOnDemand(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);

        robot.push(KeyCode.CONTROL, KeyCode.U);

        assertThat(similar.refreshed()).isEqualTo(1);
        assertThat(texts(robot)).contains("Similar merchants, Osteria Fontana");
    }

    @Test
    void similarMerchantsAreExported(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Path file = folder.resolve("similar.csv");

        robot.interact(() -> window.orElseThrow().page(SimilarPage.class).export(file));

        assertThat(Files.readAllLines(file)).contains("Trattoria Sole", "La Briciola");
    }

    // ---- rules

    @Test
    void rulesAreFilteredByAnyWordAndByConflict(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        TableView<Object> table = robot.lookup("#rules").queryTableView();
        int all = table.getItems().size();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("expect_low");
        WaitForAsyncUtils.waitForFxEvents();
        int low = table.getItems().size();

        assertThat(low).isPositive().isLessThan(all);

        robot.interact(
                () -> robot.lookup("#rule-filter").queryTextInputControl().clear());
        robot.clickOn("Conflicts only");

        assertThat(table.getItems().size()).isPositive().isLessThan(all);
    }

    @Test
    void deeperRulesAreLearnedOnDemand(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        int before = robot.lookup("#rules").queryTableView().getItems().size();

        robot.type(KeyCode.PERIOD);

        assertThat(rules.asked()).containsExactly("all 4 false", "all 5 false");
        assertThat(robot.lookup("#rules").queryTableView().getItems()).hasSizeGreaterThan(before);
    }

    @Test
    void theRuleThatFiresFollowsTheQueue(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        Object first =
                robot.lookup("#rules").queryTableView().getSelectionModel().getSelectedItem();
        Set<Object> fired = IntStream.range(0, 12)
                .mapToObj(step -> {
                    robot.type(KeyCode.J);
                    return robot.lookup("#rules")
                            .queryTableView()
                            .getSelectionModel()
                            .getSelectedItem();
                })
                .collect(Collectors.toSet());

        assertThat(fired).hasSizeGreaterThan(1);
        assertThat(first).isNotNull();
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("1 fires for this deal"));
    }

    @Test
    void theSliderTheHeadAndTheDetailsFollowTheKeys(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        robot.type(KeyCode.PERIOD);
        assertThat(texts(robot)).contains("5 levels", "Rules the model follows, Osteria Fontana selected");

        robot.type(KeyCode.J);

        assertThat(texts(robot)).contains("Rules the model follows, Lakeview Thermal Spa selected");
    }

    @Test
    void aRuleThatTheModelContradictsSaysSo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 16; i++) {
            seen.addAll(texts(robot));
            robot.type(KeyCode.J);
        }

        assertThat(seen)
                .contains("1 fires for this deal")
                .anyMatch(text -> text.matches("1 fires for this deal, but the model says \\d+%"));
    }

    @Test
    void rulesAreExported(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        Path file = folder.resolve("rules.txt");

        robot.interact(() -> window.orElseThrow().page(RulesPage.class).export(file));

        assertThat(Files.readAllLines(file)).isNotEmpty().allMatch(line -> line.startsWith("IF "));
    }

    @Test
    void tooFewDealsAreToldWithAWayOut(FxRobot robot) {
        rules.setFew(true);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);

        assertThat(texts(robot)).anyMatch(text -> text.contains("3 past deals of 2 merchants are too few"));
        rules.setFew(false);

        robot.clickOn("Try again");

        assertThat(texts(robot)).anyMatch(text -> text.contains("with the model"));
    }

    /// What can be read.
    private static Set<String> texts(FxRobot robot) {
        Set<String> texts = new HashSet<>();
        robot.interact(() -> robot.lookup((Node node) -> node instanceof Labeled && isShown(node))
                .queryAllAs(Labeled.class)
                .forEach(node -> texts.add(Objects.requireNonNullElse(node.getText(), ""))));
        return texts;
    }

    private static boolean isShown(Node node) {
        Node parent = node.getParent();
        return node.isVisible() && (parent == null || isShown(parent));
    }
}
