package aidg.app.bench;

import aidg.app.desktop.Gesture;
import java.util.ArrayList;
import java.util.List;

/// Rows of what was timed in the window.
public final class WindowRows {

    /// What a person who types or moves may wait.
    private static final double ANSWER_MS = 100;

    /// One frame of sixty a second, and two.
    private static final double FRAME_MS = 16;

    private static final double TWO_FRAMES_MS = 33;

    private WindowRows() {}

    /// Of gestures in a long queue, beside the same ones in a short one.
    ///
    /// @param few how many rows that one has
    public static List<Row> ofQueue(List<Gesture> gestures, List<Gesture> inShort, int few) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < gestures.size(); i++) {
            double peer = row(inShort.get(i)).medianMs();
            rows.add(row(gestures.get(i)).peer("%,d rows".formatted(few), peer).atMost(ANSWER_MS));
        }
        return rows;
    }

    /// Of gestures in the what-if view, those to the pixels beside the drawing alone.
    ///
    /// @param gestures as `WhatIfWindow` gives them
    public static List<Row> ofWhatIf(List<Gesture> gestures) {
        Row drawn = row(gestures.getFirst());
        return List.of(
                drawn,
                row(gestures.get(1)),
                row(gestures.get(2)).floor(drawn.medianMs()).mostlyAtMost(FRAME_MS),
                row(gestures.get(3)),
                row(gestures.get(4)).floor(drawn.medianMs()).atMost(TWO_FRAMES_MS));
    }

    private static Row row(Gesture gesture) {
        return Row.of(gesture.what(), gesture.how(), gesture.millis());
    }
}
