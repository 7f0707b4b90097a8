package aidg.ui.similar;

import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Merchants like the selected proposal's, or like one that was opened from there.
final class SimilarViewModel {

    private final SimilarDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot finding;
    private final Slot listing;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<SimilarState> state = new ReadOnlyObjectWrapper<>(new SimilarState.Nobody());
    private final ObservableList<Category> categories = FXCollections.observableArrayList();
    private Optional<Category> category = Optional.empty();
    private String before = "";

    SimilarViewModel(SimilarDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        finding = surroundings.background().slot();
        listing = surroundings.background().slot();
        saving = new Saving(surroundings);
        selection.now().subscribe(now -> follow());
        surroundings.navigator().currentProperty().subscribe(now -> follow());
    }

    private void follow() {
        if (surroundings.navigator().currentProperty().get() instanceof Destination.Similar(Optional<String> named)) {
            Optional<String> merchant =
                    named.or(() -> selected().map(item -> item.merchant().id()));
            if (merchant.isEmpty()) {
                finding.cancel();
                state.set(new SimilarState.Nobody());
                return;
            }
            if (!merchant.get().equals(before)) {
                category = Optional.empty();
            }
            before = merchant.get();
            Subject subject = new Subject(merchant.get(), terms(merchant.get()), category);
            if (!Optional.of(subject).equals(shown()) || state.get() instanceof SimilarState.Broken) {
                find(subject);
            }
            if (categories.isEmpty()) {
                listing.run(desk::categories, categories::setAll, failed -> {});
            }
        }
    }

    private Optional<ReviewItem> selected() {
        return selection.now().get();
    }

    private Optional<DealTerms> terms(String merchantId) {
        return selected()
                .filter(item -> item.merchant().id().equals(merchantId))
                .map(item -> item.scored().proposal().terms());
    }

    private Optional<Subject> shown() {
        return switch (state.get()) {
            case SimilarState.Loading(Subject subject) -> Optional.of(subject);
            case SimilarState.Ready(Subject subject, SimilarMerchants found) -> Optional.of(subject);
            case SimilarState.Nobody nobody -> Optional.empty();
            case SimilarState.Broken(Subject subject, Problem ignored) -> Optional.of(subject);
        };
    }

    private void find(Subject subject) {
        state.set(new SimilarState.Loading(subject));
        finding.runLong(
                "Looking for similar merchants",
                progress -> desk.similar(
                        subject.merchantId(),
                        subject.category().orElse(null),
                        subject.terms().orElse(null),
                        progress),
                activity -> {},
                found -> state.set(new SimilarState.Ready(subject, found)),
                failed -> state.set(new SimilarState.Broken(
                        subject, Problem.of("Similar merchants could not be found", failed, "Try again."))));
    }

    void tryAgain() {
        shown().ifPresent(this::find);
    }

    /// Looks among the merchants of another category.
    void lookAmong(Category wanted) {
        shown().ifPresent(subject -> {
            category = Optional.of(wanted);
            find(new Subject(subject.merchantId(), subject.terms(), category));
        });
    }

    /// Looks at another merchant; the way back leads here.
    void open(String merchantId) {
        surroundings.navigator().go(new Destination.Similar(Optional.of(merchantId)));
    }

    /// Whether a merchant has a proposal in the queue.
    Optional<ReviewItem> proposalOf(String merchantId) {
        return selection.queue().stream()
                .filter(item -> item.merchant().id().equals(merchantId))
                .findFirst();
    }

    /// Goes to a merchant's proposal in the queue.
    void review(ReviewItem item) {
        surroundings
                .navigator()
                .go(new Destination.Review(Optional.of(item.scored().proposal().id())));
    }

    /// Chooses the prototypes anew, and looks again.
    void refresh() {
        shown().ifPresent(subject -> {
            state.set(new SimilarState.Loading(subject));
            finding.runLong(
                    "Choosing prototypes",
                    progress -> {
                        desk.refresh(progress);
                        return true;
                    },
                    activity -> {},
                    done -> find(subject),
                    failed -> state.set(new SimilarState.Broken(
                            subject, Problem.of("Prototypes could not be chosen anew", failed, "Try again."))));
        });
    }

    /// Writes the neighbours.
    void export(Path file) {
        if (state.get() instanceof SimilarState.Ready(Subject subject, SimilarMerchants found)) {
            saving.write(file, () -> {
                desk.export(found, file);
                return file;
            });
        }
    }

    /// Other data is in use: nothing that is known holds.
    void forget() {
        finding.cancel();
        listing.cancel();
        categories.clear();
        category = Optional.empty();
        state.set(new SimilarState.Nobody());
    }

    ReadOnlyObjectProperty<SimilarState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    Saving saving() {
        return saving;
    }

    ObservableList<Category> categories() {
        return categories;
    }
}
