package aidg.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.Duration;

/// Where a figure comes from, shown while the mouse rests on it.
///
/// @param unit   in what: `US dollars over 30 days`
/// @param range  between what; empty if it is exact
/// @param source who computed or measured it
/// @param time   when
/// @param model  which model; empty if none was involved
public record Provenance(String unit, String range, String source, String time, String model) {

    private static final Duration DELAY = Duration.millis(300);

    /// Attaches it to the figure.
    public void explain(Label figure) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("tooltip-figures");
        int row = 0;
        for (Map.Entry<String, String> line : lines().entrySet()) {
            grid.add(Parts.whole(line.getKey(), Style.DETAIL, Style.MUTED), 0, row);
            grid.add(Parts.whole(line.getValue(), Style.DETAIL), 1, row);
            row++;
        }
        Tooltip tooltip = new Tooltip();
        tooltip.setGraphic(grid);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(Duration.INDEFINITE);
        figure.setTooltip(tooltip);
        figure.setAccessibleHelp(inWords());
    }

    /// The same on one line.
    public String inWords() {
        StringBuilder words = new StringBuilder();
        lines().forEach((name, value) ->
                words.append(name).append(": ").append(value).append(". "));
        return words.toString().strip();
    }

    private Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Unit", unit);
        lines.put("Range", range);
        lines.put("Source", source);
        lines.put("Time", time);
        lines.put("Model", model);
        lines.values().removeIf(String::isEmpty);
        return lines;
    }
}
