package aidg.ui.page;

import aidg.engine.review.ReviewItem;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The proposal that every view shows, selected in the queue.
///
/// @param now    empty if none awaits review
/// @param queue  all that await review and pass the queue's filter, in their order
/// @param marked ids of the deals that are marked in the queue
/// @param select selects one by its deal's id; nothing happens if it does not await review
public record Selection(
        ReadOnlyObjectProperty<Optional<ReviewItem>> now,
        ObservableList<ReviewItem> queue,
        ObservableSet<String> marked,
        Consumer<String> select) {

    /// The one after the selected one, if there is one.
    public Optional<ReviewItem> next() {
        int at = now.get().map(queue::indexOf).orElse(-1);
        return at >= 0 && at + 1 < queue.size() ? Optional.of(queue.get(at + 1)) : Optional.empty();
    }
}
