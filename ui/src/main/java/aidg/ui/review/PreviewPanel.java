package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.review.ReviewItem;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.proposal.ReasonGrid;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows what is about to be done with one or many proposals, and asks for what is missing: a reason, a day. Number
/// keys pick, Enter confirms, Esc drops.
final class PreviewPanel extends VBox implements AskingPanel {

    /// Rows that are listed; the others are counted.
    private static final int LISTED = 5;

    private final PreviewViewModel preview;
    private final Figures figures;
    private final Button confirm;

    PreviewPanel(PreviewViewModel preview, Figures figures, Runnable cancel) {
        this.preview = preview;
        this.figures = figures;
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        setFocusTraversable(true);
        int many = preview.all().size();
        String whom =
                many == 1 ? preview.all().getFirst().merchant().name() : figures.count(many) + " marked proposals";
        String question = "%s %s?".formatted(preview.kind().words(), whom);
        setAccessibleText(question);
        getChildren().addAll(Parts.whole(question, CONTENT, STRONG), Parts.wrapping(preview.words(), DETAIL));
        if (many > 1) {
            getChildren().add(list());
        }
        confirm = Parts.button(preview.kind().words(), List.of("Enter"), preview::confirm, "accent");
        confirm.disableProperty().bind(preview.canConfirmProperty().not());
        HBox foot = Parts.row(GAP_8);
        switch (preview.kind()) {
            case APPROVE -> foot.getChildren().add(Parts.spring());
            case OVERRIDE -> {
                getChildren().add(new ReasonGrid(preview.reasonProperty()));
                foot.getChildren().add(comment());
            }
            case SNOOZE -> {
                getChildren().add(days());
                foot.getChildren().add(day());
            }
        }
        foot.getChildren().addAll(Parts.button("Cancel", List.of("Esc"), cancel), confirm);
        getChildren().add(foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node list() {
        VBox rows = Parts.column(GAP_4);
        preview.all().stream().limit(LISTED).forEach(item -> rows.getChildren().add(row(item)));
        int more = preview.all().size() - LISTED;
        if (more > 0) {
            rows.getChildren().add(Parts.whole("and %s more".formatted(figures.count(more)), DETAIL, MUTED));
        }
        return rows;
    }

    private Node row(ReviewItem item) {
        boolean stays = !preview.affected().contains(item);
        return Parts.row(
                GAP_8,
                Parts.label(item.merchant().name(), DETAIL, stays ? MUTED : MEDIUM),
                Parts.label(item.scored().proposal().title(), DETAIL, MUTED),
                Parts.spring(),
                Parts.whole(
                        stays
                                ? "stays: guard refuses"
                                : figures.money(item.scored().expectedGp30()),
                        DETAIL,
                        stays ? "bad" : MEDIUM));
    }

    private TextField comment() {
        TextField comment = new TextField();
        comment.setPromptText("Comment, optional");
        comment.setAccessibleText("Comment, optional");
        comment.textProperty().bindBidirectional(preview.commentProperty());
        HBox.setHgrow(comment, Priority.ALWAYS);
        return comment;
    }

    private FlowPane days() {
        FlowPane days = new FlowPane();
        days.getStyleClass().add("choices");
        for (int i = 0; i < preview.days().size(); i++) {
            int position = i;
            PreviewViewModel.Day day = preview.days().get(i);
            Button pick = Parts.button(
                    "%s, %s".formatted(day.words(), figures.date(day.date())),
                    List.of(String.valueOf(i + 1)),
                    () -> preview.pick(position));
            days.getChildren().add(pick);
        }
        return days;
    }

    private VBox day() {
        TextField day = new TextField();
        day.setId("snooze-day");
        day.setPromptText("or a day: 2026-12-01");
        day.setAccessibleText("Until the morning of which day, year-month-day");
        day.textProperty().bindBidirectional(preview.dayProperty());
        Label wrong = Parts.whole("", DETAIL, "bad");
        day.textProperty().subscribe(typed -> {
            wrong.setText(preview.dayProblem().orElse(""));
            wrong.setManaged(preview.dayProblem().isPresent());
        });
        VBox both = Parts.column(GAP_4, day, wrong);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            preview.confirm();
            event.consume();
        } else if (!(event.getTarget() instanceof TextField) && ReasonGrid.positionOf(event) >= 0) {
            preview.pick(ReasonGrid.positionOf(event));
            event.consume();
        }
    }

    @Override
    public void focusFirst() {
        requestFocus();
    }
}
