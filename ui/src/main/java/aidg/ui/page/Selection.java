package aidg.ui.page;

import aidg.engine.review.ReviewItem;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// The proposal that every view shows, selected in the queue.
///
/// @param now    empty if none awaits review
/// @param queue  all that await review, in their order
/// @param select selects one by its deal's id; nothing happens if it does not await review
public record Selection(
        ReadOnlyObjectProperty<Optional<ReviewItem>> now, ObservableList<ReviewItem> queue, Consumer<String> select) {

    /// The one after the selected one, if there is one.
    public Optional<ReviewItem> next() {
        int at = now.get().map(queue::indexOf).orElse(-1);
        return at >= 0 && at + 1 < queue.size() ? Optional.of(queue.get(at + 1)) : Optional.empty();
    }
}
