package aidg.ui.review;

import aidg.ui.task.Background;
import aidg.ui.task.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps where reviewing stands as it changes: at once, and while that is being written the newest state waits.
/// So a killed program loses what was typed within one write to the disk.
final class Autosave {

    private final ReviewDesk desk;
    private final Line writing;
    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, String> waiting = new HashMap<>();
    private boolean busy;

    Autosave(ReviewDesk desk, Background background) {
        this.desk = desk;
        writing = background.line();
    }

    void selection(Optional<String> dealId) {
        keep(Map.of(ReviewState.SELECTION, dealId.orElse("")));
    }

    void filter(String line) {
        keep(Map.of(ReviewState.FILTER, line));
    }

    /// Keeps an override while it is being written.
    void follow(DraftViewModel draft) {
        Runnable keepDraft = () -> keep(ReviewState.of(draft));
        keepDraft.run();
        draft.reasonProperty().subscribe(keepDraft);
        draft.commentProperty().subscribe(keepDraft);
        draft.text().discountProperty().subscribe(keepDraft);
        draft.text().priceProperty().subscribe(keepDraft);
        draft.text().daysProperty().subscribe(keepDraft);
    }

    /// Nothing is half written any more.
    void dropDraft() {
        keep(Map.of(ReviewState.DRAFT, ""));
    }

    private void keep(Map<String, String> changed) {
        changed.forEach((key, value) -> {
            if (!value.equals(kept.getOrDefault(key, ""))) {
                kept.put(key, value);
                waiting.put(key, value);
            }
        });
        write();
    }

    private void write() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Map<String, String> now = Map.copyOf(waiting);
        waiting.clear();
        writing.run(
                () -> {
                    desk.keep(now);
                    return true;
                },
                written -> goOn(),
                // What the disk refuses here it refuses decisions too, and these tell it.
                failed -> goOn());
    }

    private void goOn() {
        busy = false;
        write();
    }
}
