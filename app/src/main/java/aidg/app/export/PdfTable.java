package aidg.app.export;

import java.util.ArrayList;
import java.util.List;

/// Rows under named columns. Each cell takes the lines it needs, up to a number; a row is as high as its highest cell.
final class PdfTable {

    private static final float GAP = 12;
    private static final float PADDING = 6;

    private final List<Column> columns;
    private final int mostLines;
    private final PdfStyle style;

    /// @param width px, with the gap to the next one
    /// @param right whether figures end at its right edge
    record Column(String name, float width, boolean right) {}

    /// @param mostLines of a cell; what is over is cut
    PdfTable(List<Column> columns, int mostLines, PdfStyle style) {
        this.columns = List.copyOf(columns);
        this.mostLines = mostLines;
        this.style = style;
    }

    /// Height of the names and the line under them.
    float headHeight() {
        return style.leading() + PADDING;
    }

    /// @return below it
    float head(PdfPage page, float x, float top) {
        float left = x;
        float whole = 0;
        for (Column column : columns) {
            cell(page, List.of(column.name()), column, left, top, style.muted());
            left += column.width();
            whole += column.width();
        }
        page.rule(x, top + style.leading() + PADDING / 2, whole);
        return top + headHeight();
    }

    float height(PdfFile file, List<String> row) {
        int lines = wrapped(file, row).stream().mapToInt(List::size).max().orElse(1);
        return Math.max(1, lines) * style.leading() + PADDING;
    }

    /// @return below it
    float row(PdfPage page, float x, float top, List<String> row) {
        List<List<String>> cells = wrapped(page.file(), row);
        float left = x;
        for (int i = 0; i < columns.size(); i++) {
            cell(page, cells.get(i), columns.get(i), left, top, style);
            left += columns.get(i).width();
        }
        return top + height(page.file(), row);
    }

    private List<List<String>> wrapped(PdfFile file, List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(PdfText.wrapped(
                    row.get(i), columns.get(i).width() - GAP, mostLines, text -> file.width(text, style)));
        }
        return cells;
    }

    private static void cell(PdfPage page, List<String> lines, Column column, float left, float top, PdfStyle style) {
        float y = top;
        for (String line : lines) {
            if (column.right()) {
                page.textTo(line, left + column.width() - GAP, y, style);
            } else {
                page.text(line, left, y, style);
            }
            y += style.leading();
        }
    }
}
