package aidg.ui.control;

import java.util.Arrays;
import java.util.List;

/// Where the cells of a heatmap lie, in pixels, and what they look like.
public final class HeatCells {

    private static final int GAP = 2;
    private static final int BAND_GAP = 6;

    private final int[] lefts;
    private final int cellWidth;
    private final int cellHeight;
    private final int width;

    /// @param columns   how many
    /// @param bandStart per column, whether a band begins there: a wider gap comes before it
    /// @param room      pixels that all columns share
    /// @param widest    pixels that a column takes at most
    public HeatCells(int columns, boolean[] bandStart, double room, double widest, int cellHeight) {
        int bands = 0;
        for (int i = 1; i < columns; i++) {
            bands += bandStart[i] ? 1 : 0;
        }
        int spare = (int) room - bands * (BAND_GAP - GAP) - Math.max(0, columns - 1) * GAP;
        cellWidth = columns == 0 ? 0 : Math.max(2, (int) Math.min(widest, (double) spare / columns));
        this.cellHeight = cellHeight;
        lefts = new int[columns];
        int x = 0;
        for (int i = 0; i < columns; i++) {
            x += i > 0 && bandStart[i] ? BAND_GAP - GAP : 0;
            lefts[i] = x;
            x += cellWidth + GAP;
        }
        width = Math.max(0, x - GAP);
    }

    int left(int column) {
        return lefts[column];
    }

    int top(int row) {
        return top(row, cellHeight);
    }

    static int top(int row, int cellHeight) {
        return row * (cellHeight + GAP);
    }

    int cellWidth() {
        return cellWidth;
    }

    int cellHeight() {
        return cellHeight;
    }

    /// Of all columns.
    public int width() {
        return width;
    }

    /// Of so many rows.
    public int height(int rows) {
        return Math.max(0, rows * (cellHeight + GAP) - GAP);
    }

    /// The column at a place; -1 if there is none.
    int columnAt(double x) {
        for (int i = 0; i < lefts.length; i++) {
            if (x >= lefts[i] - 1 && x < lefts[i] + cellWidth + 1) {
                return i;
            }
        }
        return -1;
    }

    /// The row at a place; -1 if there is none.
    int rowAt(double y, int rows) {
        int row = (int) Math.floor((y + 1) / (cellHeight + GAP));
        return row >= 0 && row < rows ? row : -1;
    }

    /// Paints all cells.
    ///
    /// @param values per row and column
    /// @param most   the value of the brightest colour
    /// @param pixels width() x height(rows), row by row; what lies between cells becomes transparent
    public void paint(List<List<Double>> values, double most, int[] pixels) {
        Arrays.fill(pixels, 0);
        for (int row = 0; row < values.size(); row++) {
            List<Double> line = values.get(row);
            int first = top(row) * width;
            for (int column = 0; column < lefts.length; column++) {
                int from = first + lefts[column];
                Arrays.fill(pixels, from, from + cellWidth, ColourMap.argb(most > 0 ? line.get(column) / most : 0));
            }
            for (int y = 1; y < cellHeight; y++) {
                System.arraycopy(pixels, first, pixels, first + y * width, width);
            }
        }
    }
}
