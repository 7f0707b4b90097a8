package aidg.ui.data;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.marketplace.Reject;
import aidg.ui.control.Parts;
import aidg.ui.control.StatePane;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The refused rows: where each stands, what is wrong with it and what to write instead.
final class RejectsPane extends VBox {

    /// Columns at least this wide hold sentences.
    private static final double WRAPS_FROM = 300;

    private final DataViewModel model;
    private final Figures figures;
    private final Label count = Parts.whole("", DETAIL, MUTED);
    private final TextField filter = new TextField();
    private final VBox body = new VBox();
    private final TableView<Reject> table;

    /// @param export asks where to write the rows
    RejectsPane(DataViewModel model, Figures figures, Runnable export) {
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("rejects-pane", "gap-12");
        filter.setPromptText("Filter by file, column, reason…");
        filter.setAccessibleText("Filter refused rows");
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.getStyleClass().add("filter");
        Button write = Parts.button("Export CSV", List.of("Ctrl", "E"), export, "small");
        model.shown().addListener((ListChangeListener<Reject>)
                change -> write.setDisable(model.shown().isEmpty()));
        write.setDisable(model.shown().isEmpty());
        table = table();
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Parts.row(
                                GAP_8,
                                Parts.whole("Refused rows", CONTENT, STRONG),
                                count,
                                Parts.spring(),
                                filter,
                                write),
                        body);
        model.shown().addListener((ListChangeListener<Reject>) change -> show());
        model.rejects().addListener((ListChangeListener<Reject>) change -> show());
        model.lastImportProperty().subscribe(this::show);
    }

    private void show() {
        int all = model.rejects().size();
        int seen = model.shown().size();
        count.setText(seen == all ? figures.count(all) : "%s of %s".formatted(figures.count(seen), figures.count(all)));
        Node now = all > 0 ? table : nothing(model.lastImportProperty().get().isPresent());
        VBox.setVgrow(now, Priority.ALWAYS);
        body.getChildren().setAll(now);
    }

    private static Node nothing(boolean imported) {
        String words = "Rows that an import cannot take appear here, with what to write instead.";
        return imported
                ? new StatePane(Feather.CHECK_CIRCLE, "good", "No row was refused", words)
                : new StatePane(Feather.INBOX, MUTED, "Nothing has been imported yet", words);
    }

    private TableView<Reject> table() {
        SortedList<Reject> sorted = new SortedList<>(model.shown());
        TableView<Reject> rows = new TableView<>(sorted);
        sorted.comparatorProperty().bind(rows.comparatorProperty());
        rows.getStyleClass().add("plain-table");
        rows.setFixedCellSize(44);
        rows.setAccessibleText("Refused rows");
        rows.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        rows.setPlaceholder(Parts.label("No refused row matches the filter.", DETAIL, MUTED));
        rows.getColumns().add(column("Table", 90, Reject::table));
        rows.getColumns().add(column("File", 122, Reject::file));
        rows.getColumns().add(lineColumn());
        rows.getColumns().add(column("Column", 112, Reject::column));
        rows.getColumns().add(column("What is wrong", 350, Reject::reason));
        rows.getColumns().add(column("Row as it stands", 160, Reject::raw));
        return rows;
    }

    private static TableColumn<Reject, String> column(String name, double width, Function<Reject, String> text) {
        TableColumn<Reject, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setMinWidth(48);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(self -> new HintCell<>(Function.identity(), width >= WRAPS_FROM));
        return column;
    }

    private TableColumn<Reject, Long> lineColumn() {
        TableColumn<Reject, Long> column = new TableColumn<>("Line");
        column.setPrefWidth(56);
        column.setMinWidth(48);
        column.getStyleClass().add("figures");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().line()));
        column.setCellFactory(self -> new HintCell<>(line -> line == 0 ? "whole file" : figures.count(line), false));
        return column;
    }

    /// Puts the keyboard into the filter.
    void focusFilter() {
        filter.requestFocus();
    }

    /// Shows its whole text on hover, since long rows are cut.
    private static final class HintCell<T> extends TableCell<Reject, T> {
        private final Function<T, String> words;

        HintCell(Function<T, String> words, boolean wraps) {
            this.words = words;
            setWrapText(wraps);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            String text = empty || item == null ? "" : words.apply(item);
            setText(text);
            setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
    }
}
