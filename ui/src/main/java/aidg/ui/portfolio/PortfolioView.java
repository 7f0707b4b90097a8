package aidg.ui.portfolio;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.whatif.Portfolio;
import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.control.Pictures;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import aidg.ui.portfolio.PortfolioDesk.Result;
import aidg.ui.task.Activity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A policy at the left, what it would do at the right.
final class PortfolioView extends BorderPane {

    private final PortfolioViewModel model;
    private final Figures figures;
    private final ViewHead head;
    private final Button export = Parts.button("Export", List.of("Ctrl", "S"), this::export);
    private final FormPane form;
    private final ResultPane result;
    private final Label step = Parts.whole("", CONTENT, MEDIUM);
    private final Label left = Parts.whole("", DETAIL, MUTED);
    private final ProgressBar bar = new ProgressBar();
    private final Node running;
    private final VBox below = new VBox();

    PortfolioView(PortfolioViewModel model, Surroundings surroundings) {
        this.model = model;
        figures = surroundings.figures();
        getStyleClass().add("portfolio-view");
        head = new ViewHead(export);
        form = new FormPane(model, figures);
        result = new ResultPane(model, figures);
        running = running();
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("terms-scroll");
        scroll.setAccessibleText("Policy");
        setTop(head);
        setLeft(scroll);
        setBottom(below);
        model.stateProperty().subscribe(this::show);
        model.problemProperty().subscribe(now -> showBelow());
        model.saving().problemProperty().subscribe(now -> showBelow());
    }

    private Node running() {
        bar.setMaxWidth(360);
        bar.setAccessibleText("Progress");
        VBox box = new VBox(step, bar, left, Parts.button("Cancel", List.of("Esc"), model::cancel));
        box.getStyleClass().addAll("state-pane", GAP_12);
        return box;
    }

    private void show(PortfolioState state) {
        export.setDisable(!(state instanceof PortfolioState.Ready));
        head.show(subject(state), finding(state));
        switch (state) {
            case PortfolioState.Loading() -> setCenter(padded(new Skeleton(24, 420, 520, 480, 560, 500)));
            case PortfolioState.Asking(int open) ->
                setCenter(
                        open == 0
                                ? new StatePane(
                                        Feather.LAYERS,
                                        MUTED,
                                        "No proposal is open",
                                        "Everything is decided. Import newer data to try a policy on.",
                                        Parts.doing("Data", Parts.button("Open data", List.of(), model::goToData)))
                                : new StatePane(
                                        Feather.LAYERS,
                                        MUTED,
                                        "What would one rule do to many deals?",
                                        "Choose proposals and a policy, then work it out with Ctrl+Enter. You see totals, winners and losers, what the guard says and what neighbours take from one another. Nothing is decided or changed."));
            case PortfolioState.Running(Activity activity) -> show(activity);
            case PortfolioState.Cancelled() ->
                setCenter(new StatePane(
                        Feather.X_CIRCLE,
                        MUTED,
                        "Cancelled",
                        "Nothing was changed. Work it out again with Ctrl+Enter when you like."));
            case PortfolioState.Ready(Result found) -> {
                result.show(found);
                setCenter(result);
            }
            case PortfolioState.Broken(Problem problem) ->
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::tryAgain)));
        }
    }

    private static Node padded(Node node) {
        VBox box = new VBox(node);
        box.getStyleClass().add("portfolio-result");
        return box;
    }

    private void show(Activity activity) {
        step.setText(activity.step() + "…");
        bar.setProgress(activity.fraction());
        left.setText(activity.left().map(time -> figures.left(time) + " left").orElse(" "));
        if (getCenter() != running) {
            setCenter(running);
        }
    }

    private static String subject(PortfolioState state) {
        return state instanceof PortfolioState.Ready(Result found)
                ? "Portfolio, %s%s"
                        .formatted(
                                found.portfolio().policy().words(),
                                found.where().isEmpty() ? "" : ", " + found.where())
                : "Portfolio, one policy over many deals";
    }

    private String finding(PortfolioState state) {
        return switch (state) {
            case PortfolioState.Loading() -> "Reading…";
            case PortfolioState.Asking(int open) -> figures.count(open, "open proposal", "open proposals");
            case PortfolioState.Running running -> "Working out…";
            case PortfolioState.Cancelled() -> "Cancelled";
            case PortfolioState.Ready(Result found) -> {
                Portfolio portfolio = found.portfolio();
                yield "%s over %s"
                        .formatted(
                                figures.moneyChange(portfolio.gain()),
                                figures.count(portfolio.moved().size(), "deal", "deals"));
            }
            case PortfolioState.Broken broken -> "Not available";
        };
    }

    private void showBelow() {
        below.getChildren()
                .setAll(Stream.of(
                                model.problemProperty().get(),
                                model.saving().problemProperty().get())
                        .flatMap(Optional::stream)
                        .map(Banner::of)
                        .toList());
    }

    void export() {
        SaveDialog.ask(this, "Export portfolio", "portfolio.csv", List.of("csv", "json"))
                .ifPresent(model::export);
    }

    void savePicture() {
        SaveDialog.ask(this, "Save portfolio", "portfolio.png", List.of("png")).ifPresent(this::savePicture);
    }

    void savePicture(Path file) {
        WritableImage taken = Pictures.of(result);
        model.saving().write(file, () -> Pictures.write(taken, file));
    }

    /// Puts the keyboard where one goes on: into the table of a result, else on the policy's number.
    void focusNext() {
        if (model.stateProperty().get() instanceof PortfolioState.Ready) {
            result.focusTable();
        } else {
            form.focusNumber();
        }
    }
}
