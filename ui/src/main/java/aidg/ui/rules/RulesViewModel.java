package aidg.ui.rules;

import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.review.ReviewItem;
import aidg.engine.rules.Rule;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Saving;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Slot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The rules of the model at a depth, for all or one category, and which of them fires for the selected proposal.
final class RulesViewModel {

    /// Fewest and most levels of questions that can be chosen.
    static final int SHALLOWEST = 3;

    static final int DEEPEST = 8;

    private static final int FIRST = 4;

    private final RulesDesk desk;
    private final Surroundings surroundings;
    private final Selection selection;
    private final Slot learning;
    private final Slot listing;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<RulesState> state = new ReadOnlyObjectWrapper<>(new RulesState.Loading());
    private final ReadOnlyObjectWrapper<Optional<Rule>> firing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Category>> category = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty depth = new SimpleIntegerProperty(FIRST);
    private final BooleanProperty withForecast = new SimpleBooleanProperty();
    private final BooleanProperty conflictsOnly = new SimpleBooleanProperty();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Optional<Category>> categories = FXCollections.observableArrayList();
    private final ObservableList<Rule> rules = FXCollections.observableArrayList();
    private final FilteredList<Rule> shown = new FilteredList<>(rules);
    private boolean learned;

    RulesViewModel(RulesDesk desk, Surroundings surroundings, Selection selection) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.selection = selection;
        learning = surroundings.background().slot();
        listing = surroundings.background().slot();
        saving = new Saving(surroundings);
        category.subscribe(now -> again());
        depth.subscribe(now -> again());
        withForecast.subscribe(now -> again());
        filter.subscribe(now -> sift());
        conflictsOnly.subscribe(now -> sift());
        selection.now().subscribe(now -> fire());
        surroundings.navigator().currentProperty().subscribe(now -> {
            if (!learned) {
                again();
            }
        });
    }

    private void again() {
        if (surroundings.navigator().currentProperty().get() instanceof Destination.Rules) {
            learned = true;
            state.set(new RulesState.Loading());
            int levels = depth.get();
            boolean forecast = withForecast.get();
            Category wanted = category.get().orElse(null);
            learning.runLong(
                    "Learning rules",
                    progress -> desk.rules(wanted, levels, forecast, progress),
                    activity -> {},
                    this::take,
                    failed -> state.set(new RulesState.Broken(
                            Problem.of("Rules could not be learned", failed, "Choose all categories, or try again."))));
        }
    }

    private void take(RuleReport report) {
        rules.setAll(report.rules().rules());
        state.set(new RulesState.Ready(report));
        sift();
        fire();
        if (categories.isEmpty()) {
            listing.runLong(
                    "Counting deals by category",
                    desk::categories,
                    activity -> {},
                    found -> {
                        List<Optional<Category>> all = new ArrayList<>();
                        all.add(Optional.empty());
                        found.keySet().forEach(one -> all.add(Optional.of(one)));
                        categories.setAll(all);
                    },
                    failed -> {});
        }
    }

    private void fire() {
        firing.set(report().flatMap(report -> dealId().flatMap(report::firing)));
    }

    private Optional<String> dealId() {
        return selection.now().get().map(item -> item.scored().proposal().id());
    }

    /// The proposal for which rules fire.
    ReadOnlyObjectProperty<Optional<ReviewItem>> selectedProperty() {
        return selection.now();
    }

    private Optional<RuleReport> report() {
        return state.get() instanceof RulesState.Ready(RuleReport report) ? Optional.of(report) : Optional.empty();
    }

    private void sift() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(rule -> rule.text().toLowerCase(Locale.ROOT).contains(wanted)
                && (!conflictsOnly.get()
                        || report().filter(report -> !report.conflictsOf(rule).isEmpty())
                                .isPresent()));
    }

    void tryAgain() {
        again();
    }

    /// Goes to a proposal in the queue, if it awaits review.
    void review(String dealId) {
        surroundings.navigator().go(new Destination.Review(Optional.of(dealId)));
    }

    boolean awaitsReview(String dealId) {
        return selection.queue().stream()
                .anyMatch(item -> item.scored().proposal().id().equals(dealId));
    }

    /// Writes the rules in the form that the file's ending tells.
    void export(Path file) {
        report().ifPresent(report -> saving.write(file, () -> {
            desk.export(report, dealId().orElse(null), file);
            return file;
        }));
    }

    /// Other data is in use: nothing that is known holds.
    void forget() {
        learning.cancel();
        listing.cancel();
        categories.clear();
        category.set(Optional.empty());
        learned = false;
        state.set(new RulesState.Loading());
        if (surroundings.navigator().currentProperty().get() instanceof Destination.Rules) {
            again();
        }
    }

    ReadOnlyObjectProperty<RulesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The rule that fires for the selected proposal.
    ReadOnlyObjectProperty<Optional<Rule>> firingProperty() {
        return firing.getReadOnlyProperty();
    }

    Saving saving() {
        return saving;
    }

    ObjectProperty<Optional<Category>> categoryProperty() {
        return category;
    }

    IntegerProperty depthProperty() {
        return depth;
    }

    BooleanProperty withForecastProperty() {
        return withForecast;
    }

    BooleanProperty conflictsOnlyProperty() {
        return conflictsOnly;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// What can be chosen; the empty one is all.
    ObservableList<Optional<Category>> categories() {
        return categories;
    }

    /// The rules that pass the filter, widest coverage first.
    ObservableList<Rule> shown() {
        return shown;
    }
}
