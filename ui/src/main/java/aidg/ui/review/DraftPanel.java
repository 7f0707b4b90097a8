package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.DealTerms;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.proposal.ReasonGrid;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks why, and with which new terms if they are being edited. Number keys pick a reason, Enter confirms, Esc
/// drops.
final class DraftPanel extends VBox implements AskingPanel {

    private final DraftViewModel draft;
    private final Figures figures;
    private final ReasonGrid reasons;
    private final Optional<TextField> first;

    DraftPanel(DraftViewModel draft, Figures figures, Runnable cancel) {
        this.draft = draft;
        this.figures = figures;
        reasons = new ReasonGrid(draft.reasonProperty());
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        String name = draft.item().merchant().name();
        Label title = Parts.whole(
                draft.editsTerms() ? "New terms for " + name : "Why override " + name + "?", CONTENT, STRONG);
        getChildren().add(title);
        if (draft.editsTerms()) {
            TextField discount = field("Discount, %", draft.text().discountProperty());
            first = Optional.of(discount);
            getChildren().addAll(terms(discount), new RescoreLine(draft, figures), Parts.hairline());
            getChildren().add(Parts.whole("Why the proposed terms will not do", DETAIL, MEDIUM));
        } else {
            first = Optional.empty();
        }
        getChildren().addAll(reasons, contradiction(), foot(cancel));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox terms(TextField discount) {
        DealTerms before = draft.item().scored().proposal().terms();
        TermsText text = draft.text();
        TextField price = field("Price, $", text.priceProperty());
        TextField days = field("Runs, days", text.daysProperty());
        HBox row = new HBox(
                named("Discount, %", figures.percent(before.discount().fraction()), discount, text::discountProblem),
                named("Price, $", figures.price(before.price()), price, text::priceProblem),
                named("Runs, days", figures.days(before.durationDays()), days, text::daysProblem));
        row.getStyleClass().add("gap-16");
        return row;
    }

    private static TextField field(String name, StringProperty text) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.getStyleClass().add("figures");
        field.setAccessibleText(name);
        return field;
    }

    private VBox named(String name, String before, TextField field, Supplier<Optional<String>> problem) {
        Label was = Parts.label("was " + before, DETAIL, MUTED);
        field.textProperty().subscribe(now -> {
            Optional<String> wrong = problem.get();
            field.getStyleClass().remove("wrong");
            wrong.ifPresent(words -> field.getStyleClass().add("wrong"));
            was.setText(wrong.orElse("was " + before));
            was.getStyleClass().setAll("label", DETAIL, wrong.isPresent() ? "bad" : MUTED);
        });
        VBox all = Parts.column(GAP_4, Parts.label(name, DETAIL, MEDIUM), field, was);
        all.setPrefWidth(1);
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }

    /// Says so where the reason is the opposite of what the new terms do.
    private Label contradiction() {
        Label words = Parts.wrapping("", DETAIL, "bad");
        draft.contradictionProperty().subscribe(now -> {
            words.setText(now);
            words.setVisible(!now.isEmpty());
            words.setManaged(!now.isEmpty());
        });
        return words;
    }

    private HBox foot(Runnable cancel) {
        TextField comment = new TextField();
        comment.setId("override-comment");
        draft.overrulesGuardProperty().subscribe(overrules -> {
            String prompt = overrules ? "Why, against the guard" : "Comment, optional";
            comment.setPromptText(prompt);
            comment.setAccessibleText(prompt);
        });
        comment.textProperty().bindBidirectional(draft.commentProperty());
        comment.setMinWidth(64);
        HBox.setHgrow(comment, Priority.ALWAYS);
        Button confirm = Parts.button(
                draft.editsTerms() ? "Override with these terms" : "Override",
                List.of("Enter"),
                draft::confirm,
                "accent");
        confirm.disableProperty().bind(draft.canConfirmProperty().not());
        Button drop = Parts.button("Cancel", List.of("Esc"), cancel);
        return Parts.row(GAP_8, comment, drop, confirm);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (draft.canConfirmProperty().get()) {
                draft.confirm();
            } else {
                reasons.focusFirst();
            }
            event.consume();
        } else if (!(event.getTarget() instanceof TextField) && ReasonGrid.positionOf(event) >= 0) {
            draft.pick(ReasonGrid.positionOf(event));
            event.consume();
        }
    }

    @Override
    public void focusFirst() {
        first.ifPresentOrElse(
                field -> {
                    field.requestFocus();
                    field.selectAll();
                },
                () -> reasons.focusFirst());
    }
}
