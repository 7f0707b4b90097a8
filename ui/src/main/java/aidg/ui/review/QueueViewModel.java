package aidg.ui.review;

import aidg.engine.review.QueueFilter;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewQueue;
import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.ui.task.Background;
import aidg.ui.task.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The rows of the queue: which there are, which of them are shown, in which order, and which are marked.
/// Sifting and ranking happen in the background, so that typing stays smooth over a hundred thousand rows.
final class QueueViewModel {

    /// Views that everybody has.
    static final List<SavedView> EVERYBODYS = List.of(
            new SavedView("All that await review", ""),
            new SavedView("Likely to be overridden", "override>50"),
            new SavedView("Refused by the guard", "guard:rejected"),
            new SavedView("Wide intervals", "width>40"),
            new SavedView("Snoozed", "is:snoozed"));

    private final Slot sifting;
    private final ObservableList<ReviewItem> shown = FXCollections.observableArrayList();
    // Kept, because an unmodifiable view that nobody holds stops telling of changes.
    private final ObservableList<ReviewItem> shownView = FXCollections.unmodifiableObservableList(shown);
    private final ObservableSet<String> marked = FXCollections.observableSet();
    private final ObservableList<SavedView> views = FXCollections.observableArrayList();
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<QueueFilter.Refused>> filterProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ReviewWeights> weights = new ReadOnlyObjectWrapper<>(ReviewWeights.PLAIN);
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final Map<String, LocalDate> asleep = new HashMap<>();
    private RankedRows ranked = RankedRows.NONE;
    private List<QueueFilter.Row> rows = List.of();
    private QueueFilter filter = QueueFilter.ALL;
    private Runnable afterSifting = () -> {};
    private boolean loading;

    QueueViewModel(Background background) {
        sifting = background.slot();
        filterText.subscribe((before, now) -> read(now));
    }

    /// Called whenever other rows are shown.
    void afterSifting(Runnable then) {
        afterSifting = then;
    }

    /// Takes a queue that was read.
    ///
    /// @param line the filter to show it through; empty for the one there is
    void load(TodaysQueue loaded, RankedRows ready, Optional<String> line) {
        loading = true;
        line.ifPresent(filterText::set);
        loading = false;
        sifting.cancel();
        marked.clear();
        asleep.clear();
        asleep.putAll(loaded.asleep());
        views.setAll(loaded.views());
        weights.set(loaded.weights());
        order(ready);
        replace(sifted(rows, filter, Set.copyOf(asleep.keySet())));
        count();
    }

    private void order(RankedRows by) {
        ranked = by;
        rows = by.rows();
    }

    private static List<ReviewItem> sifted(List<QueueFilter.Row> rows, QueueFilter filter, Set<String> asleep) {
        List<ReviewItem> shown = new ArrayList<>();
        for (QueueFilter.Row row : rows) {
            if (asleep.contains(ReviewViewModel.id(row.item())) == filter.snoozed() && filter.shows(row)) {
                shown.add(row.item());
            }
        }
        return shown;
    }

    private void read(String line) {
        switch (QueueFilter.read(line)) {
            case QueueFilter.Read(QueueFilter read) -> {
                filterProblem.set(Optional.empty());
                filter = read;
                if (!loading) {
                    sift();
                }
            }
            case QueueFilter.Refused refused -> filterProblem.set(Optional.of(refused));
        }
    }

    private void sift() {
        List<QueueFilter.Row> all = rows;
        QueueFilter by = filter;
        Set<String> sleeping = Set.copyOf(asleep.keySet());
        sifting.run(() -> sifted(all, by, sleeping), this::show, failed -> {
            throw new IllegalStateException("a filter that was read does not fail", failed);
        });
    }

    private void show(List<ReviewItem> sifted) {
        replace(sifted);
        afterSifting.run();
    }

    private void replace(List<ReviewItem> others) {
        replacing.set(true);
        shown.setAll(others);
        replacing.set(false);
    }

    /// Ranks anew.
    void weigh(ReviewWeights by) {
        weights.set(by);
        List<QueueFilter.Row> all = rows;
        QueueFilter through = filter;
        Set<String> sleeping = Set.copyOf(asleep.keySet());
        sifting.run(
                () -> {
                    Map<ReviewItem, QueueFilter.Row> known = new IdentityHashMap<>();
                    all.forEach(row -> known.put(row.item(), row));
                    List<QueueFilter.Row> sorted = ReviewQueue.ranked(List.copyOf(known.keySet()), by).stream()
                            .map(item -> Objects.requireNonNull(known.get(item)))
                            .toList();
                    return new Ranked(RankedRows.of(sorted), sifted(sorted, through, sleeping));
                },
                done -> {
                    order(done.ranked());
                    show(done.shown());
                },
                failed -> {
                    throw new IllegalStateException("weights that were accepted do not fail", failed);
                });
    }

    private record Ranked(RankedRows ranked, List<ReviewItem> shown) {}

    // ---- rows that leave and come back

    /// A choice was made about rows: those that it decides leave, those put off are hidden.
    void settle(Collection<ReviewItem> items, Choice choice) {
        switch (choice) {
            case Choice.Noting ignored -> {}
            case Choice.Snoozing(LocalDate until, String words) -> {
                items.forEach(item -> asleep.put(ReviewViewModel.id(item), until));
                hideOrShow(items);
            }
            case Choice.Waking ignored -> {
                items.forEach(item -> asleep.remove(ReviewViewModel.id(item)));
                hideOrShow(items);
            }
            case Choice.Approving ignored -> remove(items);
            case Choice.Overriding ignored -> remove(items);
        }
        items.forEach(item -> marked.remove(ReviewViewModel.id(item)));
        count();
    }

    /// A choice was taken back.
    void unsettle(Collection<ReviewItem> items, Choice choice) {
        switch (choice) {
            case Choice.Noting ignored -> {}
            case Choice.Snoozing ignored -> {
                items.forEach(item -> asleep.remove(ReviewViewModel.id(item)));
                hideOrShow(items);
            }
            case Choice.Waking(LocalDate until) -> {
                items.forEach(item -> asleep.put(ReviewViewModel.id(item), until));
                hideOrShow(items);
            }
            case Choice.Approving ignored -> putBack(items);
            case Choice.Overriding ignored -> putBack(items);
        }
        count();
    }

    private void remove(Collection<ReviewItem> items) {
        Set<String> gone = ids(items);
        rows = rows.stream()
                .filter(row -> !gone.contains(ReviewViewModel.id(row.item())))
                .toList();
        hide(items, gone);
    }

    private void hide(Collection<ReviewItem> items, Set<String> ids) {
        if (items.size() == 1) {
            int at = place(items.iterator().next());
            if (at >= 0) {
                shown.remove(at);
            }
        } else {
            shown.removeIf(item -> ids.contains(ReviewViewModel.id(item)));
        }
    }

    private void putBack(Collection<ReviewItem> items) {
        List<ReviewItem> places = new ArrayList<>(rows.size() + items.size());
        rows.forEach(row -> places.add(row.item()));
        List<QueueFilter.Row> all = new ArrayList<>(rows);
        for (ReviewItem item : items) {
            int place = ranked.placeOf(item, places);
            places.add(place, item);
            all.add(place, QueueFilter.Row.of(item));
        }
        rows = all;
        hideOrShow(items);
    }

    private void hideOrShow(Collection<ReviewItem> items) {
        hide(items, ids(items));
        for (ReviewItem item : items) {
            if (isShown(item)) {
                shown.add(ranked.placeOf(item, shown), item);
            }
        }
    }

    private boolean isShown(ReviewItem item) {
        return asleep.containsKey(ReviewViewModel.id(item)) == filter.snoozed()
                && filter.shows(QueueFilter.Row.of(item));
    }

    private static Set<String> ids(Collection<ReviewItem> items) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(ReviewViewModel.id(item)));
        return ids;
    }

    private void count() {
        int sleeping = 0;
        if (!asleep.isEmpty()) {
            for (QueueFilter.Row row : rows) {
                sleeping += asleep.containsKey(ReviewViewModel.id(row.item())) ? 1 : 0;
            }
        }
        waiting.set(rows.size() - sleeping);
    }

    // ---- marks

    void mark(ReviewItem item) {
        String id = ReviewViewModel.id(item);
        if (!marked.remove(id)) {
            marked.add(id);
        }
    }

    void markShown() {
        marked.addAll(ids(shown));
    }

    void unmarkAll() {
        marked.clear();
    }

    /// Marked rows that are shown, in their order.
    List<ReviewItem> markedItems() {
        if (marked.isEmpty()) {
            return List.of();
        }
        return shown.stream()
                .filter(item -> marked.contains(ReviewViewModel.id(item)))
                .toList();
    }

    // ---- what the view shows

    /// Rows of the queue that pass the filter, in the order of rank.
    ObservableList<ReviewItem> shown() {
        return shownView;
    }

    /// Whether all rows are being replaced just now: what a list makes of its selection meanwhile nobody has chosen.
    ReadOnlyBooleanProperty replacingProperty() {
        return replacing.getReadOnlyProperty();
    }

    /// Any row that awaits review, shown or not.
    Optional<ReviewItem> find(String dealId) {
        for (QueueFilter.Row row : rows) {
            if (ReviewViewModel.id(row.item()).equals(dealId)) {
                return Optional.of(row.item());
            }
        }
        return Optional.empty();
    }

    /// Where a row stands among those shown, or -1. It is found by its rank: to compare a hundred thousand rows takes
    /// a good part of a frame.
    int place(ReviewItem item) {
        return ranked.indexOf(item, shown);
    }

    boolean shows(ReviewItem item) {
        return place(item) >= 0;
    }

    /// Until when a row is put off, if it is.
    Optional<LocalDate> asleepUntil(ReviewItem item) {
        return Optional.ofNullable(asleep.get(ReviewViewModel.id(item)));
    }

    /// How many await review and are not put off.
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ObservableSet<String> marked() {
        return marked;
    }

    /// Filters with names, of this person.
    ObservableList<SavedView> views() {
        return views;
    }

    /// The line that sifts.
    StringProperty filterTextProperty() {
        return filterText;
    }

    /// What of the line cannot be read; while there is something, the rows of the last line that could stay.
    ReadOnlyObjectProperty<Optional<QueueFilter.Refused>> filterProblemProperty() {
        return filterProblem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ReviewWeights> weightsProperty() {
        return weights.getReadOnlyProperty();
    }
}
