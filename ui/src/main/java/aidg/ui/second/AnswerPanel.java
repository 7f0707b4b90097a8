package aidg.ui.second;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.Parts;
import aidg.ui.proposal.ReasonGrid;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks to confirm an answer, and why if it is no. Number keys pick a reason, Enter confirms, Esc drops.
final class AnswerPanel extends VBox {

    private final AnswerViewModel answer;
    private final Optional<ReasonGrid> reasons;
    private final TextField comment = new TextField();
    private final Button confirm;

    AnswerPanel(AnswerViewModel answer, Runnable cancel) {
        this.answer = answer;
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        String name = answer.item().merchant().name();
        getChildren()
                .add(Parts.whole(
                        answer.goesOut() ? name + " goes out as proposed" : "Why should " + name + " not go out?",
                        CONTENT,
                        STRONG));
        reasons = answer.goesOut() ? Optional.empty() : Optional.of(new ReasonGrid(answer.reasonProperty()));
        reasons.ifPresent(getChildren()::add);
        comment.setPromptText("Comment, optional");
        comment.setAccessibleText("Comment, optional");
        comment.setId("answer-comment");
        comment.textProperty().bindBidirectional(answer.commentProperty());
        comment.setMinWidth(64);
        HBox.setHgrow(comment, Priority.ALWAYS);
        confirm = Parts.button("Answer", List.of("Enter"), answer::confirm, "accent");
        confirm.disableProperty().bind(answer.canConfirmProperty().not());
        getChildren()
                .addAll(
                        Parts.row(GAP_8, comment, Parts.button("Cancel", List.of("Esc"), cancel), confirm),
                        Parts.wrapping(
                                "An answer stands: one that could be changed after a look at the other’s would not be"
                                        + " blind.",
                                DETAIL,
                                MUTED));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (answer.canConfirmProperty().get()) {
                answer.confirm();
            } else {
                focusFirst();
            }
            event.consume();
        } else if (reasons.isPresent()
                && !(event.getTarget() instanceof TextField)
                && ReasonGrid.positionOf(event) >= 0) {
            answer.pick(ReasonGrid.positionOf(event));
            event.consume();
        }
    }

    /// Puts the keyboard where the answer goes on.
    void focusFirst() {
        reasons.ifPresentOrElse(ReasonGrid::focusFirst, confirm::requestFocus);
    }
}
