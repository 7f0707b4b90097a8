package aidg.ui.session;

import static aidg.ui.control.Style.ACCENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport.Line;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was done in a session, line by line as the audit log has it.
final class SessionLines extends TableView<Line> {

    private static final double ROW = 44;
    private static final double WIDEST = 2000;
    private static final Set<String> GROWS = Set.of("Why, and in your words");

    private final Figures figures;
    private final SessionWords words;
    private final Runnable open;
    private Optional<SessionAccount> account = Optional.empty();

    /// @param open opens the selected line
    SessionLines(Figures figures, SessionWords words, Runnable open) {
        this.figures = figures;
        this.words = words;
        this.open = open;
        getStyleClass().addAll("plain-table", "session-lines");
        setId("session-lines");
        setAccessibleText("What was done in the session, line by line");
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(Parts.label("Nothing was done in this session yet.", DETAIL, MUTED));
        add("Line", 56, line -> Parts.whole(figures.count(line.sequence()), DETAIL, MUTED));
        add("Time", 60, this::time);
        add("What", 116, line -> Parts.whole(SessionWords.what(line), DETAIL, MEDIUM));
        add("Merchant", 160, this::merchant);
        add("Score", 58, this::score);
        add("Why, and in your words", 210, this::why);
        add("Stands", 78, SessionLines::stands);
        getColumns().stream()
                .filter(column -> Set.of("Line", "Time", "Score").contains(column.getText()))
                .forEach(column -> column.getStyleClass().add("figures"));
        setRowFactory(self -> row(open));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    private static TableRow<Line> row(Runnable open) {
        TableRow<Line> row = new TableRow<>();
        row.setOnMouseClicked(click -> {
            if (!row.isEmpty() && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                open.run();
            }
        });
        return row;
    }

    /// Shows these lines; a line that was selected stays so.
    void show(SessionAccount now) {
        Optional<Long> chosen =
                Optional.ofNullable(getSelectionModel().getSelectedItem()).map(Line::sequence);
        boolean same = account.map(before -> before.report().session().number()
                        == now.report().session().number())
                .orElse(false);
        account = Optional.of(now);
        getItems().setAll(now.report().lines().reversed());
        chosen.filter(sequence -> same)
                .flatMap(sequence -> getItems().stream()
                        .filter(line -> line.sequence() == sequence)
                        .findFirst())
                .ifPresent(line -> getSelectionModel().select(line));
        refresh();
    }

    Optional<Line> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private void add(String name, double width, Function<Line, Node> cell) {
        TableColumn<Line, Line> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(GROWS.contains(name) ? WIDEST : width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(self -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Line item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : cell.apply(item));
            }
        });
        getColumns().add(column);
    }

    private Node time(Line line) {
        Label time = Parts.whole(figures.timeOfDay(line.at()), DETAIL);
        time.setTooltip(new Tooltip("%s, %s".formatted(figures.moment(line.at()), figures.utc(line.at()))));
        return time;
    }

    private Node merchant(Line line) {
        String name = account.map(now -> now.names().get(line.subject())).orElse(null);
        if (name != null) {
            return twoLines(name(line, name), Parts.label(line.subject(), DETAIL, MUTED));
        }
        return line.decision() > 0
                ? twoLines(
                        Parts.label(line.subject(), DETAIL, MEDIUM), Parts.label("not in today’s data", DETAIL, MUTED))
                : Parts.label("", DETAIL);
    }

    /// One that awaits review is opened with a click.
    private Label name(Line line, String name) {
        Label label = Parts.label(name, DETAIL, MEDIUM);
        if (account.filter(now -> now.waiting().contains(line.subject())).isPresent()) {
            label.getStyleClass().addAll(ACCENT, "session-link");
            label.setTooltip(new Tooltip("Awaits review: open it there (Enter)"));
            label.setOnMouseClicked(click -> {
                getSelectionModel().select(line);
                open.run();
                click.consume();
            });
        }
        return label;
    }

    private Node score(Line line) {
        return Parts.whole(Double.isNaN(line.score()) ? "" : figures.percent(line.score()), DETAIL);
    }

    private Node why(Line line) {
        String why = words.why(line);
        String said = SessionWords.said(line);
        if (why.isEmpty() && said.isEmpty()) {
            return Parts.label("", DETAIL);
        }
        Label first = Parts.label(why.isEmpty() ? said : why, DETAIL);
        Label second = Parts.label(why.isEmpty() ? "" : said, DETAIL, MUTED);
        if (!said.isEmpty()) {
            Tooltip whole = new Tooltip(said);
            first.setTooltip(whole);
            second.setTooltip(whole);
        }
        return second.getText().isEmpty() ? first : twoLines(first, second);
    }

    private static Node stands(Line line) {
        String words = SessionWords.stands(line);
        return Parts.whole(words, DETAIL, line.stands() ? MUTED : "careful");
    }

    private static Node twoLines(Label first, Label second) {
        VBox both = new VBox(first, second);
        both.getStyleClass().add("middle");
        return both;
    }
}
