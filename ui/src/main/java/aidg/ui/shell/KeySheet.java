package aidg.ui.shell;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_16;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.KeyHint;
import aidg.ui.control.Parts;
import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every key on one sheet.
final class KeySheet extends VBox {

    private static final int COLUMNS = 3;
    private static final double AROUND = 144;

    private final Button close;
    private final HBox columns = new HBox();

    /// @param room height of the window, of which a margin stays free
    KeySheet(Runnable onClose, ReadOnlyDoubleProperty room) {
        getStyleClass().addAll("floating", "key-sheet");
        setMaxHeight(USE_PREF_SIZE);
        close = Parts.button("Close", List.of("Esc"), onClose, "small");
        columns.getStyleClass().add("gap-24");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("list-panel-scroll");
        scroll.setFocusTraversable(false);
        scroll.maxHeightProperty().bind(room.subtract(AROUND));
        getChildren().addAll(Parts.row(GAP_16, Parts.whole("Keys", CONTENT, STRONG), Parts.spring(), close), scroll);
    }

    /// Lists what has keys, in columns of about the same height.
    void open(List<Action> actions) {
        Map<Group, List<Action>> groups = actions.stream()
                .filter(action -> action.shortcut().isPresent())
                .collect(Collectors.groupingBy(Action::group, TreeMap::new, Collectors.toList()));
        List<VBox> filled = Stream.generate(KeySheet::column).limit(COLUMNS).toList();
        int all = groups.values().stream().mapToInt(KeySheet::height).sum();
        int above = 0;
        for (Map.Entry<Group, List<Action>> entry : groups.entrySet()) {
            int height = height(entry.getValue());
            int middle = above + height / 2;
            filled.get(Math.min(COLUMNS - 1, COLUMNS * middle / all))
                    .getChildren()
                    .add(group(entry.getKey(), entry.getValue()));
            above += height;
        }
        columns.getChildren().setAll(filled);
        close.requestFocus();
    }

    /// In rows, its heading counted as two.
    private static int height(List<Action> group) {
        return group.size() + 2;
    }

    private static VBox column() {
        VBox column = Parts.column(GAP_16);
        column.setPrefWidth(1);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Node group(Group group, List<Action> actions) {
        VBox rows = new VBox(Parts.whole(group.words(), DETAIL, MEDIUM, MUTED));
        for (Action action : actions) {
            HBox row = new HBox(Parts.label(action.words(), CONTENT), Parts.spring());
            action.shortcut().ifPresent(shortcut -> row.getChildren().add(new KeyHint(shortcut.keys())));
            row.getStyleClass().add("key-row");
            rows.getChildren().add(row);
        }
        return rows;
    }
}
