package aidg.ui.review;

import aidg.engine.review.QueueFilter;
import aidg.engine.review.ReviewItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows in the order of rank, and where each stands. To be made in the background: going through a hundred thousand
/// rows
/// takes longer than a frame.
///
/// @param rank of each row by its id, from 0
record RankedRows(List<QueueFilter.Row> rows, Map<String, Integer> rank) {

    static final RankedRows NONE = new RankedRows(List.of(), Map.of());

    static RankedRows of(TodaysQueue queue) {
        return of(queue.items().stream().map(QueueFilter.Row::of).toList());
    }

    static RankedRows of(List<QueueFilter.Row> rows) {
        Map<String, Integer> rank = new HashMap<>(2 * rows.size());
        for (int i = 0; i < rows.size(); i++) {
            rank.put(ReviewViewModel.id(rows.get(i).item()), i);
        }
        return new RankedRows(rows, rank);
    }

    private int rankOf(ReviewItem item) {
        return rank.getOrDefault(ReviewViewModel.id(item), Integer.MAX_VALUE);
    }

    /// Where a row belongs among others that are in the order of rank.
    int placeOf(ReviewItem item, List<ReviewItem> among) {
        int own = rankOf(item);
        int low = 0;
        int high = among.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rankOf(among.get(middle)) < own) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Where a row stands among others that are in the order of rank, or -1. One that has no rank, because it had left
    /// when they were ranked anew, is looked for everywhere.
    int indexOf(ReviewItem item, List<ReviewItem> among) {
        String id = ReviewViewModel.id(item);
        if (!rank.containsKey(id)) {
            return among.indexOf(item);
        }
        int place = placeOf(item, among);
        return place < among.size() && ReviewViewModel.id(among.get(place)).equals(id) ? place : -1;
    }
}
