package aidg.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Rotate;

/// Shares as coloured cells, a row and a column name each, columns in named bands. The mouse or the arrow keys move
/// over the cells; a click or Enter opens what lies behind a column.
public final class Heatmap extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double BAND_HEIGHT = 26;
    private static final double TILT = -66;
    private static final double LABEL_GAP = 8;
    private static final double LINE = 16;

    /// Cells from this part of the brightest on carry a figure.
    private static final double FIGURE_FROM = 0.4;

    private static final double NARROWEST_FIGURE = 17;
    private static final int LOWEST_FIGURE = 20;

    private final Sizes sizes;
    private final ImageView image = new ImageView();
    private final Region frame = mark("heat-cell");
    private final Region bandFrame = mark("heat-band-frame");
    private final List<Label> rowNames = new ArrayList<>();
    private final List<Label> columnNames = new ArrayList<>();
    private final List<Label> bandNames = new ArrayList<>();
    private final List<Region> bandLines = new ArrayList<>();
    private final Map<Cell, Label> figures = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Cell>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private HeatTable table = HeatTable.EMPTY;
    private HeatCells cells = new HeatCells(0, new boolean[0], 0, 0, 1);
    private double paintedWidth = -1;
    private int selectedBand = -1;
    private IntConsumer onOpen = column -> {};
    private String description = "";

    /// How large it is drawn.
    ///
    /// @param nameWidth   pixels for the names of rows
    /// @param nameHeight  pixels for the tilted names of columns; 0 for level names above
    /// @param cellHeight  pixels
    /// @param widestCell  pixels
    public record Sizes(double nameWidth, double nameHeight, int cellHeight, double widestCell) {}

    /// One cell.
    public record Cell(int row, int column) {}

    public Heatmap(Sizes sizes) {
        this.sizes = sizes;
        getStyleClass().add("heatmap");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        image.setManaged(false);
        image.setSmooth(false);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            if (!isFocused()) {
                current.set(Optional.empty());
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> click(event.getX(), event.getY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(focused -> {
            if (focused
                    && current.get().isEmpty()
                    && !table.rows().isEmpty()
                    && !table.columns().isEmpty()) {
                current.set(Optional.of(new Cell(0, 0)));
            }
        });
        current.subscribe(now -> mark());
    }

    /// @param words what the whole picture says, for screen readers
    public void show(HeatTable shown, String words) {
        table = shown;
        description = words;
        selectedBand = -1;
        current.set(Optional.empty());
        rebuild();
        mark();
    }

    /// @param open called with the number of the column that is to be opened
    public void setOnOpen(IntConsumer open) {
        onOpen = open;
    }

    /// Frames the band of a column; -1 for none.
    public void selectBandOf(int column) {
        selectedBand = column < 0 ? -1 : table.bandOf(column);
        for (int i = 0; i < bandNames.size(); i++) {
            bandNames.get(i).pseudoClassStateChanged(SELECTED, i == selectedBand);
            bandLines.get(i).pseudoClassStateChanged(SELECTED, i == selectedBand);
        }
        placeMarks(left());
    }

    /// The cell under the mouse or the arrow keys.
    public ReadOnlyObjectProperty<Optional<Cell>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Pixels from the top to a row's cells.
    public double rowTop(int row) {
        return head() + HeatCells.top(row, sizes.cellHeight());
    }

    private double head() {
        double bands = table.bands().isEmpty() ? 0 : BAND_HEIGHT;
        return bands + (sizes.nameHeight() > 0 ? sizes.nameHeight() : LINE + 4);
    }

    private void rebuild() {
        rowNames.clear();
        columnNames.clear();
        bandNames.clear();
        bandLines.clear();
        table.rows().forEach(name -> rowNames.add(name(name, "heat-row")));
        table.columns().forEach(name -> {
            Label label = name(name, Style.MUTED);
            if (sizes.nameHeight() > 0) {
                label.getTransforms().setAll(new Rotate(TILT, 0, LINE / 2));
                label.setMaxWidth(sizes.nameHeight() / Math.sin(Math.toRadians(-TILT)) - LINE / 2);
            }
            columnNames.add(label);
        });
        for (int i = 0; i < table.bands().size(); i++) {
            HeatTable.Band band = table.bands().get(i);
            Label label = name(band.name(), Style.MEDIUM);
            label.setCursor(band.opens() ? Cursor.HAND : Cursor.DEFAULT);
            bandNames.add(label);
            bandLines.add(mark("heat-band-line"));
        }
        figures.clear();
        nameFigures();
        List<Node> all = new ArrayList<>(List.of(image));
        List.of(figures.values(), rowNames, columnNames, bandLines, bandNames).forEach(all::addAll);
        all.addAll(List.of(bandFrame, frame));
        getChildren().setAll(all);
        paintedWidth = -1;
        requestLayout();
    }

    private static Label name(String words, String style) {
        Label label = Parts.label(words, Style.DETAIL, style);
        label.setManaged(false);
        return label;
    }

    private static Region mark(String style) {
        Region mark = new Region();
        mark.getStyleClass().add(style);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        return mark;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = table.rows().size();
        return snapSizeY(head() + rows * (sizes.cellHeight() + 2));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return left() + table.columns().size() * Math.min(sizes.widestCell(), NARROWEST_FIGURE);
    }

    @Override
    protected double computeMinWidth(double height) {
        return sizes.nameWidth() + table.columns().size() * 4;
    }

    @Override
    protected void layoutChildren() {
        if (paintedWidth != getWidth()) {
            paintedWidth = getWidth();
            paint();
        }
        double left = left();
        image.relocate(left, head());
        figures.forEach((cell, figure) -> {
            figure.setVisible(cells.cellWidth() >= NARROWEST_FIGURE && cells.cellHeight() >= LOWEST_FIGURE);
            figure.resizeRelocate(
                    left + cells.left(cell.column()),
                    head() + cells.top(cell.row()),
                    cells.cellWidth(),
                    cells.cellHeight());
        });
        placeNames(left);
        placeMarks(left);
    }

    private double left() {
        return sizes.nameWidth() + LABEL_GAP;
    }

    private void paint() {
        boolean[] starts = new boolean[table.columns().size()];
        table.bands().forEach(band -> starts[band.from()] = true);
        cells = new HeatCells(starts.length, starts, getWidth() - left(), sizes.widestCell(), sizes.cellHeight());
        int width = cells.width();
        int height = cells.height(table.rows().size());
        if (width == 0 || height == 0) {
            image.setImage(null);
            return;
        }
        int[] pixels = new int[width * height];
        cells.paint(table.values(), table.most(), pixels);
        WritableImage picture = new WritableImage(width, height);
        picture.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        image.setImage(picture);
    }

    private void nameFigures() {
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                double value = table.values().get(row).get(column);
                if (value >= FIGURE_FROM * table.most()) {
                    Label figure = name(
                            Long.toString(Math.round(value * 100)),
                            ColourMap.isBright(value / table.most()) ? "on-bright" : "on-dark");
                    figure.getStyleClass().add("heat-figure");
                    figure.setMouseTransparent(true);
                    figures.put(new Cell(row, column), figure);
                }
            }
        }
    }

    private void placeNames(double left) {
        for (int row = 0; row < rowNames.size(); row++) {
            rowNames.get(row).resizeRelocate(0, head() + cells.top(row), sizes.nameWidth(), cells.cellHeight());
        }
        for (int column = 0; column < columnNames.size(); column++) {
            Label name = columnNames.get(column);
            double wanted = name.prefWidth(LINE);
            double width = name.getMaxWidth() > 0 ? Math.min(name.getMaxWidth(), wanted) : wanted;
            double x = left + cells.left(column) + (sizes.nameHeight() > 0 ? cells.cellWidth() / 2.0 : 0);
            name.resizeRelocate(x, head() - LINE - (sizes.nameHeight() > 0 ? 0 : 4), width, LINE);
        }
        for (int i = 0; i < bandNames.size(); i++) {
            HeatTable.Band band = table.bands().get(i);
            double from = left + cells.left(band.from());
            double width = cells.left(band.to() - 1) + cells.cellWidth() - cells.left(band.from());
            Label name = bandNames.get(i);
            name.setVisible(name.prefWidth(LINE) <= width + 2);
            name.resizeRelocate(from, 0, Math.max(width, name.prefWidth(LINE)), LINE + 2);
            bandLines.get(i).resizeRelocate(from, LINE + 4, width, 2);
        }
    }

    private void placeMarks(double left) {
        if (selectedBand >= 0 && cells.width() > 0) {
            HeatTable.Band band = table.bands().get(selectedBand);
            double from = left + cells.left(band.from()) - 3;
            double to = left + cells.left(band.to() - 1) + cells.cellWidth() + 3;
            bandFrame.resizeRelocate(
                    from, head() - 3, to - from, cells.height(table.rows().size()) + 6);
        }
        bandFrame.setVisible(selectedBand >= 0);
        current.get()
                .filter(cell -> cells.width() > 0)
                .ifPresent(cell -> frame.resizeRelocate(
                        left + cells.left(cell.column()) - 2,
                        head() + cells.top(cell.row()) - 2,
                        cells.cellWidth() + 4,
                        cells.cellHeight() + 4));
        frame.setVisible(current.get().isPresent());
    }

    // ---- pointing

    private Optional<Cell> cellAt(double x, double y) {
        int column = cells.columnAt(x - sizes.nameWidth() - LABEL_GAP);
        int row = cells.rowAt(y - head(), table.rows().size());
        return row < 0 || column < 0 ? Optional.empty() : Optional.of(new Cell(row, column));
    }

    private void point(double x, double y) {
        Optional<Cell> there = cellAt(x, y);
        if (there.isPresent() || !isFocused()) {
            current.set(there);
        }
    }

    private void click(double x, double y) {
        requestFocus();
        int column = cells.columnAt(x - sizes.nameWidth() - LABEL_GAP);
        cellAt(x, y).ifPresent(cell -> current.set(Optional.of(cell)));
        if (column >= 0) {
            open(column);
        }
    }

    private void open(int column) {
        if (table.opens(column)) {
            onOpen.accept(column);
        }
    }

    private void pressed(KeyEvent event) {
        Cell from = current.get().orElse(new Cell(0, 0));
        switch (event.getCode()) {
            case LEFT -> move(from.row(), from.column() - 1);
            case RIGHT -> move(from.row(), from.column() + 1);
            case UP -> move(from.row() - 1, from.column());
            case DOWN -> move(from.row() + 1, from.column());
            case ENTER, SPACE -> open(from.column());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int row, int column) {
        if (row >= 0
                && row < table.rows().size()
                && column >= 0
                && column < table.columns().size()) {
            current.set(Optional.of(new Cell(row, column)));
        }
    }

    private void mark() {
        setAccessibleText(current.get()
                .map(cell -> "%s, %s: %d%%. %s"
                        .formatted(
                                table.rows().get(cell.row()),
                                table.spoken().get(cell.column()),
                                Math.round(table.values().get(cell.row()).get(cell.column()) * 100),
                                description))
                .orElse(description));
        placeMarks(left());
    }
}
