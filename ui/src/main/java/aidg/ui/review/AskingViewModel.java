package aidg.ui.review;

import aidg.engine.review.ReviewItem;
import aidg.ui.page.Surroundings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is asked before a choice is made: one question at a time, dropped when another is asked. An override that is
/// being written is kept as it grows, so that a crash loses nothing of it.
final class AskingViewModel {

    private final ReviewDesk desk;
    private final Surroundings surroundings;
    private final Autosave autosave;
    private final BiConsumer<List<ReviewItem>, Choice> answered;
    private final ReadOnlyObjectWrapper<Optional<Asking>> now = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param answered takes the choice that an answer makes, with the proposals it is about
    AskingViewModel(
            ReviewDesk desk,
            Surroundings surroundings,
            Autosave autosave,
            BiConsumer<List<ReviewItem>, Choice> answered) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.autosave = autosave;
        this.answered = answered;
    }

    /// Asks why a proposal does not go out as it stands.
    ///
    /// @param terms whether with other terms
    DraftViewModel override(ReviewItem item, boolean terms) {
        DraftViewModel draft = new DraftViewModel(
                desk, surroundings, item, terms, (confirmed, choice) -> answer(List.of(confirmed.item()), choice));
        ask(draft);
        autosave.follow(draft);
        return draft;
    }

    /// Shows what is about to be done, and asks for what is missing.
    void preview(PreviewViewModel.Kind kind, List<ReviewItem> items) {
        LocalDate today = surroundings.figures().today(surroundings.clock().instant());
        ask(new PreviewViewModel(kind, items, surroundings.figures(), today, this::answer));
    }

    /// Asks for a note about a proposal's merchant.
    void note(ReviewItem item) {
        ask(new NoteViewModel(desk, surroundings.background(), item, choice -> answer(List.of(item), choice)));
    }

    private void answer(List<ReviewItem> items, Choice choice) {
        stop();
        answered.accept(items, choice);
    }

    /// Asks in place of what is being asked.
    void ask(Asking question) {
        stop();
        now.set(Optional.of(question));
    }

    /// Drops what is being asked.
    ///
    /// @return whether there was anything
    boolean stop() {
        boolean open = now.get().isPresent();
        now.get().ifPresent(Asking::drop);
        now.set(Optional.empty());
        autosave.dropDraft();
        return open;
    }

    /// What is being asked, if anything is.
    ReadOnlyObjectProperty<Optional<Asking>> nowProperty() {
        return now.getReadOnlyProperty();
    }
}
