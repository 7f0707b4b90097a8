package aidg.ui.shell;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.KeyHint;
import aidg.ui.control.Parts;
import aidg.ui.page.Action;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/// Finds and runs any action from the keyboard.
final class Palette extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double ROW = 40;
    private static final double LIST_HEIGHT = 420;

    private final PaletteViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final Label count = Parts.whole("", DETAIL, MUTED);
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);

    Palette(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().addAll("floating", "palette");
        setMaxHeight(USE_PREF_SIZE);
        field.setPromptText("Search or run a command…");
        field.setAccessibleText("Search or run a command");
        field.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = Parts.row(
                GAP_8, Parts.icon(Feather.SEARCH, "icon-18", MUTED), field, count, new KeyHint(List.of("Esc")));
        head.getStyleClass().add("palette-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.getStyleClass().add("palette-scroll");
        HBox foot = new HBox(
                Parts.row("gap-4", new KeyHint(List.of("↑", "↓")), Parts.whole("Move", DETAIL, MUTED)),
                Parts.row("gap-4", new KeyHint(List.of("Enter")), Parts.whole("Run", DETAIL, MUTED)),
                Parts.spring(),
                Parts.row("gap-4", new KeyHint(List.of("?")), Parts.whole("All keys", DETAIL, MUTED)));
        foot.getStyleClass().add("palette-foot");
        getChildren().addAll(head, Parts.hairline(), scroll, foot);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.found().subscribe(this::list);
        model.selectedProperty().subscribe(now -> mark(now.intValue()));
    }

    /// Opens it afresh.
    void open() {
        model.reset();
        list();
        field.requestFocus();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> run(model.selectedProperty().get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run(int position) {
        if (position >= 0 && model.found().get(position).enabled().get()) {
            Action action = model.found().get(position);
            close.run();
            action.run().run();
        }
    }

    private void list() {
        rows.getChildren().clear();
        Action.Group group = null;
        int actions = 0;
        for (int i = 0; i < model.found().size(); i++) {
            Action action = model.found().get(i);
            if (action.group() != group) {
                group = action.group();
                HBox heading = new HBox(Parts.whole(group.words(), DETAIL, MEDIUM, MUTED));
                heading.getStyleClass().add("palette-group");
                rows.getChildren().add(heading);
            }
            actions += action.group() == Action.Group.MERCHANTS ? 0 : 1;
            rows.getChildren().add(row(action, i));
        }
        if (model.found().isEmpty()) {
            HBox none = new HBox(Parts.whole("Nothing is called that. Try a merchant or a verb.", DETAIL, MUTED));
            none.getStyleClass().add("palette-group");
            none.setMinHeight(ROW);
            rows.getChildren().add(none);
        }
        count.setText("%d of %d actions".formatted(actions, model.count()));
        mark(model.selectedProperty().get());
    }

    private Node row(Action action, int position) {
        HBox row = new HBox(
                Parts.icon(action.icon(), "icon-16"),
                words(action.words()),
                Parts.label(action.context(), DETAIL, MUTED),
                Parts.spring());
        action.shortcut().ifPresent(shortcut -> row.getChildren().add(new KeyHint(shortcut.keys())));
        row.getStyleClass().add("palette-row");
        row.setMinHeight(ROW);
        row.setPrefHeight(ROW);
        if (!action.enabled().get()) {
            row.getStyleClass().add("unavailable");
        }
        row.setUserData(position);
        row.setAccessibleRole(AccessibleRole.MENU_ITEM);
        row.setAccessibleText(action.words() + ", " + action.context());
        row.setOnMouseClicked(clicked -> run(position));
        return row;
    }

    /// The words with the letters that match in bold.
    private Node words(String words) {
        String wanted = model.wanted();
        int at = wanted.isEmpty() ? -1 : words.toLowerCase(Locale.ROOT).indexOf(wanted);
        if (at < 0) {
            return Parts.whole(words, CONTENT);
        }
        int end = at + wanted.length();
        TextFlow flow = new TextFlow(
                Parts.text(words.substring(0, at), CONTENT),
                Parts.text(words.substring(at, end), CONTENT, STRONG),
                Parts.text(words.substring(end), CONTENT));
        flow.setMinWidth(USE_PREF_SIZE);
        flow.setMaxHeight(USE_PREF_SIZE);
        return flow;
    }

    private void mark(int position) {
        double y = 0;
        for (Node row : rows.getChildren()) {
            boolean here = row.getUserData() instanceof Integer at && at == position;
            row.pseudoClassStateChanged(SELECTED, here);
            if (here) {
                reveal(y);
            }
            y += row.prefHeight(-1);
        }
    }

    private void reveal(double y) {
        double all = rows.prefHeight(-1);
        double seen = Math.min(LIST_HEIGHT, all);
        if (all <= seen) {
            return;
        }
        double top = scroll.getVvalue() * (all - seen);
        if (y < top) {
            scroll.setVvalue(y / (all - seen));
        } else if (y + ROW > top + seen) {
            scroll.setVvalue((y + ROW - seen) / (all - seen));
        }
    }
}
