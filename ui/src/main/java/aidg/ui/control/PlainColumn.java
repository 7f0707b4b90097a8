package aidg.ui.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A column of a table that is only looked at: fixed order, cells as nodes.
public final class PlainColumn<T> extends TableColumn<T, T> {

    private static final double WIDEST = 2000;

    /// @param width in pixels; the least where it grows
    /// @param grows whether it takes what width is left
    /// @param cell  what a row shows here
    public PlainColumn(String name, double width, boolean grows, Function<T, Node> cell) {
        super(name);
        setPrefWidth(width);
        setMinWidth(width);
        setMaxWidth(grows ? WIDEST : width);
        setSortable(false);
        setReorderable(false);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        setCellFactory(self -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : cell.apply(item));
            }
        });
    }

    /// The same with figures, which stand at the right.
    public static <T> PlainColumn<T> figures(String name, double width, Function<T, Node> cell) {
        PlainColumn<T> column = new PlainColumn<>(name, width, false, cell);
        column.getStyleClass().add("figures");
        return column;
    }
}
