package aidg.app.bench;

import aidg.app.desktop.Gesture;
import java.util.ArrayList;
import java.util.List;

/// Rows of what was timed in the window, beside the drawing of a window in which nothing has changed.
public final class WindowRows {

    /// What a person who types or moves may wait.
    private static final double ANSWER_MS = 100;

    /// One frame of sixty a second, and two.
    private static final double FRAME_MS = 16;

    private static final double TWO_FRAMES_MS = 33;

    private WindowRows() {}

    /// Of gestures in a long queue.
    ///
    /// @param gestures that drawing first
    public static List<Row> ofQueue(List<Gesture> gestures) {
        List<Row> rows = rows(gestures);
        return rows.stream()
                .map(row -> row == rows.getFirst() ? row : row.atMost(ANSWER_MS))
                .toList();
    }

    /// Of gestures in the what-if view: the drawing, the drag, the corridor.
    public static List<Row> ofWhatIf(List<Gesture> gestures) {
        List<Row> rows = rows(gestures);
        return List.of(
                rows.getFirst(), rows.get(1).mostlyAtMost(FRAME_MS), rows.get(2).atMost(TWO_FRAMES_MS));
    }

    private static List<Row> rows(List<Gesture> gestures) {
        List<Row> rows = new ArrayList<>();
        for (Gesture gesture : gestures) {
            Row row = Row.of(gesture.what(), gesture.how(), gesture.millis());
            rows.add(rows.isEmpty() ? row : row.floor(rows.getFirst().medianMs()));
        }
        return rows;
    }
}
