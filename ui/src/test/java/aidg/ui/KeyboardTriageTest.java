package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Withdrawn;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWindow;
import aidg.ui.shell.Frame;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KeyboardTriageTest {

    private final SampleReviewDesk desk = new SampleReviewDesk();

    @Start
    void open(Stage stage) {
        Frame frame = SampleWindow.open(stage, new SampleDesks().with(desk).ports(), 980);
        frame.review().shown(Destination.Review.QUEUE);
    }

    @Test
    void tenProposalsAreDecidedByKeyboardAndTheLogHoldsExactlyThat(FxRobot robot) {
        robot.type(KeyCode.A);
        robot.type(KeyCode.A);
        robot.type(KeyCode.O);
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.A);
        robot.type(KeyCode.A); // the guard rejects this one: nothing happens
        robot.type(KeyCode.O);
        robot.type(KeyCode.DIGIT0);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.J);
        robot.type(KeyCode.A);
        robot.type(KeyCode.Z);
        robot.type(KeyCode.K);
        robot.type(KeyCode.A);
        robot.type(KeyCode.E);
        robot.type(KeyCode.DIGIT2, KeyCode.DIGIT5);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.A);
        robot.type(KeyCode.A);
        robot.type(KeyCode.A);

        assertThat(desk.log())
                .extracting(Decision::dealId, decision -> words(decision.verdict()))
                .containsExactly(
                        tuple("P-20418", "approved"),
                        tuple("P-20419", "approved"),
                        tuple("P-20420", "overridden DISCOUNT_TOO_DEEP"),
                        tuple("P-20421", "approved"),
                        tuple("P-20422", "overridden MERCHANT_DECLINED"),
                        tuple("P-20424", "approved"),
                        tuple("P-20424", "withdrawn 6"),
                        tuple("P-20423", "approved"),
                        tuple("P-20424", "overridden DISCOUNT_TOO_DEEP 0.25"),
                        tuple("P-20425", "approved"),
                        tuple("P-20426", "approved"),
                        tuple("P-20427", "approved"));
    }

    @Test
    void lettersTypedIntoACommentDecideNothing(FxRobot robot) {
        robot.type(KeyCode.O);
        robot.type(KeyCode.DIGIT2);
        robot.clickOn("#override-comment");
        robot.type(KeyCode.A, KeyCode.Z, KeyCode.DIGIT3);
        robot.type(KeyCode.ENTER);

        assertThat(desk.log())
                .extracting(Decision::verdict)
                .containsExactly(new Overridden(OverrideReason.DISCOUNT_TOO_SHALLOW, null, "az3"));
    }

    @Test
    void escapeDropsAnOverrideAndTheKeysDecideAgain(FxRobot robot) {
        robot.type(KeyCode.O);
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.A);

        assertThat(desk.log()).extracting(Decision::verdict).isEqualTo(List.of(new Approved()));
    }

    @Test
    void escapeClosesThePaletteAndTheKeysDecideAgain(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.type(KeyCode.A);
        assertThat(desk.log()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.A);

        assertThat(desk.log()).extracting(Decision::dealId).containsExactly("P-20418");
    }

    @Test
    void inTheDataViewTheKeysOfTheQueueDecideNothing(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.type(KeyCode.A);
        assertThat(desk.log()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.type(KeyCode.A);

        assertThat(desk.log()).extracting(Decision::dealId).containsExactly("P-20418");
    }

    @Test
    void thePaletteOpensAMerchantByName(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("disco");
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.A);

        assertThat(desk.log()).extracting(Decision::dealId).containsExactly("P-20430");
    }

    private static String words(Decision.Verdict verdict) {
        return switch (verdict) {
            case Approved() -> "approved";
            case Withdrawn(long undone) -> "withdrawn " + undone;
            case Overridden(OverrideReason reason, var terms, String comment) ->
                "overridden " + reason
                        + (terms == null ? "" : " " + terms.discount().fraction()) + comment;
        };
    }
}
