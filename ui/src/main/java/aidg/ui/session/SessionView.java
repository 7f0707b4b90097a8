package aidg.ui.session;

import static aidg.ui.control.Style.ACCENT;
import static aidg.ui.control.Style.CAREFUL;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.review.SessionAccount;
import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The review session: its clock above, what it adds up to and the other sessions at the left, its lines at the
/// right.
final class SessionView extends StackPane {

    private static final Insets AROUND_PANEL = new Insets(96, 24, 24, 24);

    private final SessionViewModel model;
    private final SessionWords words;
    private final ViewHead head;
    private final Button export = Parts.button("Export", List.of("Ctrl", "S"), this::export);
    private final VBox interruptions = Parts.column("gap-4");
    private final SessionSummary summary;
    private final SessionList sessions;
    private final SessionLines lines;
    private final Label chosen = Parts.wrapping("", DETAIL);
    private final BorderPane page = new BorderPane();
    private final Node content;
    private Optional<EndPanel> panel = Optional.empty();

    SessionView(SessionViewModel model, Surroundings surroundings) {
        this.model = model;
        Figures figures = surroundings.figures();
        words = new SessionWords(figures);
        summary = new SessionSummary(figures, words);
        sessions = new SessionList(words, model::worked, model::choose);
        lines = new SessionLines(figures, words, this::openLine);
        head = new ViewHead(
                clock(Feather.PLAY, "Start session", "Ctrl Shift S", model.canStart(), model::start, ACCENT),
                clock(Feather.PLAY, "Resume session", "Ctrl Shift R", model.canResume(), model::resume, ACCENT),
                clock(Feather.PAUSE, "Pause session", "Ctrl Shift P", model.canPause(), model::pause),
                clock(Feather.SQUARE, "End session", "E", model.canEnd(), model::askEnd),
                export);
        content = content();
        page.setTop(head);
        getChildren().add(page);
        model.stateProperty().subscribe(this::show);
        model.worthProperty().subscribe(worth -> model.account().ifPresent(account -> summary.show(account, worth)));
        model.clock().workedProperty().subscribe(now -> showTime());
        lines.getSelectionModel().selectedItemProperty().subscribe(line -> showChosen());
        model.askingProperty().subscribe(this::ask);
        model.problemProperty().subscribe(now -> showProblem());
        model.saving().problemProperty().subscribe(now -> showProblem());
    }

    private static Button clock(
            Feather icon, String words, String keys, BooleanBinding can, Runnable run, String... styles) {
        Button button = Parts.button(words.split(" ")[0], List.of(), run, styles);
        button.setGraphic(Parts.icon(icon, "icon-14"));
        button.setAccessibleText("%s, keys %s".formatted(words, keys));
        button.setTooltip(new Tooltip("%s (%s)".formatted(words, keys)));
        button.visibleProperty().bind(can);
        button.managedProperty().bind(can);
        return Parts.doing(words, button);
    }

    private Node content() {
        ScrollPane scroll = new ScrollPane(summary);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("What the session adds up to");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(scroll, Parts.hairline(), title("Sessions"), sessions);
        left.getStyleClass().add("session-side");
        interruptions.getStyleClass().add("session-interruptions");
        VBox.setVgrow(lines, Priority.ALWAYS);
        chosen.getStyleClass().add("session-chosen");
        VBox right = new VBox(interruptions, lines, chosen);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(left, right);
    }

    private static Node title(String words) {
        Node title = Parts.whole(words, CONTENT, STRONG);
        title.getStyleClass().add("session-title");
        return title;
    }

    private void show(SessionState state) {
        export.setDisable(!(state instanceof SessionState.Ready));
        switch (state) {
            case SessionState.Loading() -> {
                head.show("Review session", "Reading…");
                page.setCenter(skeleton());
            }
            case SessionState.Empty() -> {
                head.show("Review session", "No session yet");
                page.setCenter(new StatePane(
                        Feather.CLOCK,
                        MUTED,
                        "No session yet",
                        "A session holds what you decide in one sitting, with its time and a report at the end. Your first decision in Review begins one, or begin it now.",
                        Parts.doing("Start session", Parts.button("Start session", List.of(), model::start, ACCENT)),
                        Parts.doing("Review", Parts.button("Open Review", List.of(), model::openReview))));
            }
            case SessionState.Ready(SessionAccount account, var all) -> {
                showHead(account);
                showInterruptions(account);
                summary.show(account, model.worthProperty().get());
                sessions.show(all, account.report().session().number());
                lines.show(account);
                page.setCenter(content);
            }
            case SessionState.Failed(Problem problem) -> {
                head.show("Review session", "Not read");
                page.setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::tryAgain)));
            }
        }
    }

    private void showTime() {
        model.account().ifPresent(account -> {
            showHead(account);
            sessions.refresh();
        });
    }

    private void showHead(SessionAccount account) {
        head.show(
                words.subject(account.report().session()),
                words.finding(account, model.worked(account.report().session())));
    }

    private void showInterruptions(SessionAccount account) {
        interruptions.getChildren().clear();
        words.interruptions(account)
                .forEach(told -> interruptions
                        .getChildren()
                        .add(Parts.row(
                                "gap-8",
                                Parts.icon(Feather.ALERT_CIRCLE, "icon-14", CAREFUL),
                                Parts.wrapping(told, DETAIL))));
        boolean any = !interruptions.getChildren().isEmpty();
        interruptions.setVisible(any);
        interruptions.setManaged(any);
    }

    /// The selected line in full, if its row may not show all of it.
    private void showChosen() {
        String whole = lines.selected()
                .filter(line -> !line.words().isEmpty())
                .flatMap(line -> model.account().map(account -> words.whole(account, line)))
                .orElse("");
        chosen.setText(whole);
        chosen.setVisible(!whole.isEmpty());
        chosen.setManaged(!whole.isEmpty());
    }

    private static Node skeleton() {
        VBox rows = new VBox(new Skeleton(24, 320, 420, 380, 440), new Skeleton(24, 520, 480, 560, 500));
        rows.getStyleClass().addAll("reading", "gap-24");
        return rows;
    }

    private void showProblem() {
        page.setBottom(model.problemProperty()
                .get()
                .or(() -> model.saving().problemProperty().get())
                .map(Banner::of)
                .orElse(null));
    }

    private void ask(boolean asked) {
        panel.ifPresent(before -> getChildren().remove(before));
        panel = asked ? Optional.of(new EndPanel(model, words)) : Optional.empty();
        panel.ifPresentOrElse(
                now -> {
                    setAlignment(now, Pos.TOP_CENTER);
                    setMargin(now, AROUND_PANEL);
                    getChildren().add(now);
                    now.focusFirst();
                },
                this::focusLines);
    }

    /// Goes to the proposal of the selected line.
    void openLine() {
        lines.selected().ifPresent(model::review);
    }

    void export() {
        model.account()
                .ifPresent(account -> SaveDialog.ask(
                                this,
                                "Export session report",
                                "session-%d.pdf"
                                        .formatted(account.report().session().number()),
                                List.of("pdf", "csv", "json"))
                        .ifPresent(model::export));
    }

    /// Puts the keyboard into the lines.
    void focusLines() {
        lines.requestFocus();
    }
}
