package aidg.ui.review;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;

import aidg.engine.review.SavedView;
import aidg.ui.control.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The line that sifts the queue, with the filters that have names.
final class FilterRow extends VBox {

    private static final String GRAMMAR = """
            Words are looked for in merchant, offer, category, place and reason.
            category:spa  city:boston  guard:rejected  is:snoozed
            score<50  override>30  discount>=40  gp30>5000  price<30  days>14
            A minus before a term turns it round: -spa""";

    private final ReviewViewModel model;
    private final TextField line = new TextField();
    private final MenuButton views = new MenuButton("Views");

    FilterRow(ReviewViewModel model) {
        this.model = model;
        getStyleClass().add(GAP_4);
        line.setId("queue-filter");
        line.setPromptText("Filter, key /");
        line.setAccessibleText("Filter the queue");
        line.setTooltip(new Tooltip(GRAMMAR));
        line.textProperty().bindBidirectional(model.rows().filterTextProperty());
        line.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMinWidth(0);
        views.setAccessibleText("Saved views of the queue");
        views.setMinWidth(USE_PREF_SIZE);
        Parts.doing("View: " + QueueViewModel.EVERYBODYS.getFirst().name(), views);
        model.rows().views().addListener((ListChangeListener<SavedView>) change -> listViews());
        listViews();
        Label wrong = Parts.wrapping("", DETAIL, "bad");
        model.rows().filterProblemProperty().subscribe(now -> {
            wrong.setText(now.map(refused -> "%s: %s.".formatted(refused.term(), refused.why()))
                    .orElse(""));
            wrong.setVisible(now.isPresent());
            wrong.setManaged(now.isPresent());
        });
        getChildren().addAll(Parts.row(GAP_8, line, views), wrong);
    }

    /// Enter goes to the rows, Esc lifts the filter first.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            getScene().lookup(".queue-list").requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !line.getText().isEmpty()) {
            line.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            getScene().lookup(".queue-list").requestFocus();
            event.consume();
        }
    }

    private void listViews() {
        List<MenuItem> items = new ArrayList<>();
        QueueViewModel.EVERYBODYS.forEach(view -> items.add(open(view)));
        items.add(new SeparatorMenuItem());
        model.rows().views().forEach(view -> items.add(open(view)));
        MenuItem save = new MenuItem("Save this filter…");
        save.setOnAction(chosen -> model.habits().startSavingView());
        items.add(save);
        model.rows().views().forEach(view -> {
            MenuItem forget = new MenuItem("Forget “%s”".formatted(view.name()));
            forget.setOnAction(chosen -> model.habits().forgetView(view));
            items.add(forget);
        });
        views.getItems().setAll(items);
    }

    private MenuItem open(SavedView view) {
        MenuItem item = new MenuItem(view.name());
        item.setOnAction(chosen -> model.rows().filterTextProperty().set(view.filter()));
        return item;
    }

    void focusLine() {
        line.requestFocus();
        line.selectAll();
    }
}
