package aidg.ui.second;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_16;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Agreement;
import aidg.engine.review.AgreementWords;
import aidg.engine.review.SecondReview.Course;
import aidg.engine.review.SecondReview.Pair;
import aidg.engine.review.SecondReview.With;
import aidg.ui.control.Banner;
import aidg.ui.control.EqualColumns;
import aidg.ui.control.Parts;
import aidg.ui.control.ShareBar;
import aidg.ui.format.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How far the reader agrees with each other one, and what they decided differently, both verdicts side by side.
final class ResultPane extends HBox {

    private final ResultViewModel model;
    private final Figures figures;
    private final VBox agreements = Parts.column("gap-24");
    private final ListView<SecondResult.Differing> list;
    private final Button again;
    private final BorderPane right = new BorderPane();

    ResultPane(ResultViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().add("second-result");
        agreements.getStyleClass().add("agreements");
        ScrollPane left = new ScrollPane(agreements);
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setAccessibleText("How far you agree");
        left.getStyleClass().add("agreement-side");
        list = list();
        again = Parts.button("Decide again in Review", List.of("D"), model::decideAgain, "accent");
        right.setCenter(list);
        right.setTop(head());
        right.setBottom(foot());
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        model.problemProperty().subscribe(problem -> agreements.getChildren().removeIf(Banner.class::isInstance));
        model.problemProperty()
                .subscribe(problem ->
                        problem.ifPresent(now -> agreements.getChildren().addFirst(Banner.of(now))));
        model.selectedProperty().subscribe(now -> again.setDisable(now.isEmpty()));
    }

    private static Node head() {
        HBox head = Parts.row(
                GAP_8,
                Parts.whole("Decided differently", CONTENT, STRONG),
                Parts.spring(),
                Parts.whole("newest reading first", DETAIL, MUTED));
        head.getStyleClass().add("differing-head");
        return head;
    }

    private Node foot() {
        Label told = Parts.wrapping(
                "Takes the decision in force back and opens the proposal in Review. What you decide there settles it; how"
                        + " far you agreed stays as it was.",
                DETAIL,
                MUTED);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox bar = new HBox(again, told);
        bar.getStyleClass().addAll("triage-bar", "differing-foot");
        return bar;
    }

    private ListView<SecondResult.Differing> list() {
        ListView<SecondResult.Differing> rows = new ListView<>(model.rows());
        rows.getStyleClass().addAll("queue-list", "differing");
        rows.setCellFactory(view -> new Cell());
        rows.setAccessibleText("Proposals decided differently");
        rows.setPlaceholder(Parts.wrapping("Nothing that is not settled.", DETAIL, MUTED));
        rows.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (one != null) {
                model.select(Optional.of(one));
            }
        });
        model.selectedProperty().subscribe(now -> now.ifPresent(rows.getSelectionModel()::select));
        return rows;
    }

    void show(SecondResult result) {
        agreements.getChildren().clear();
        result.agreements().forEach(with -> agreements.getChildren().add(agreement(with)));
        if (result.agreements().stream().anyMatch(ResultPane::isNamed)) {
            agreements.getChildren().add(Parts.wrapping(AgreementWords.convention(), DETAIL, MUTED));
        }
    }

    private static boolean isNamed(With with) {
        return with.agreement().both() >= AgreementWords.LEAST
                && !Double.isNaN(with.agreement().kappa());
    }

    private Node agreement(With with) {
        Agreement agreement = with.agreement();
        double share = (double) agreement.same() / agreement.both();
        ShareBar bar = new ShareBar();
        bar.show(share, agreement.sameShare(), "decided alike", figures);
        Label figure = Parts.whole(figures.percent(share), "figure", "accent");
        HBox top = new HBox(figure, Parts.label("decided alike with " + with.other(), DETAIL, MUTED));
        top.getStyleClass().addAll(GAP_8, "baseline");
        HBox axis = new HBox(
                Parts.whole("0", DETAIL, MUTED), Parts.spring(), Parts.whole(figures.percent(1), DETAIL, MUTED));
        return Parts.column(
                GAP_8,
                Parts.column(GAP_4, top, bar, axis),
                Parts.wrapping(AgreementWords.share(agreement, with.other()) + ".", DETAIL),
                Parts.wrapping(AgreementWords.beyondChance(agreement), DETAIL));
    }

    private final class Cell extends ListCell<SecondResult.Differing> {

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SecondResult.@Nullable Differing one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                return;
            }
            Pair pair = one.pair();
            Label state = Parts.whole("awaits a new decision", "chip", "careful");
            state.setVisible(pair.course() == Course.REOPENED);
            VBox row = Parts.column(
                    GAP_8,
                    Parts.row(
                            GAP_8,
                            Parts.label(one.merchant(), CONTENT, MEDIUM),
                            Parts.label(one.title(), DETAIL, MUTED),
                            Parts.spring(),
                            state),
                    new EqualColumns(
                            GAP_16,
                            List.of(
                                    verdict(
                                            pair.firstReader(),
                                            "first",
                                            pair.first().at(),
                                            pair.firstReason(),
                                            pair.firstComment()),
                                    verdict(
                                            pair.second().reader(),
                                            "second",
                                            pair.second().at(),
                                            pair.second().reason(),
                                            pair.second().comment()))));
            row.getStyleClass().add("differing-row");
            setGraphic(row);
            setAccessibleText("%s, %s: %s said %s, %s said %s"
                    .formatted(
                            one.merchant(),
                            one.title(),
                            pair.firstReader(),
                            words(pair.firstReason()),
                            pair.second().reader(),
                            words(pair.second().reason())));
        }

        private Node verdict(String who, String turn, Instant at, @Nullable OverrideReason reason, String comment) {
            return Parts.column(
                    GAP_4,
                    Parts.row(
                            GAP_8,
                            Parts.icon(
                                    reason == null ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE,
                                    "icon-14",
                                    reason == null ? "good" : "bad"),
                            Parts.label(capital(words(reason)), DETAIL, MEDIUM)),
                    Parts.label("%s, %s, %s".formatted(who, turn, figures.moment(at)), DETAIL, MUTED),
                    comment.isEmpty() ? Parts.wrapping("no comment", DETAIL, MUTED) : Parts.wrapping(comment, DETAIL));
        }

        private static String words(@Nullable OverrideReason reason) {
            return reason == null ? "goes out" : "no: " + reason.words().toLowerCase(Locale.ROOT);
        }

        private static String capital(String words) {
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /// Puts the keyboard into the list.
    void focusList() {
        list.requestFocus();
    }
}
