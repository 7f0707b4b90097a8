package aidg.ui.portfolio;

import aidg.engine.domain.Category;
import aidg.engine.whatif.Scope;
import aidg.ui.page.Selection;
import aidg.ui.portfolio.PortfolioDesk.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which open proposals a policy is put on: of a city, of a category, those that the queue's filter shows or that are
/// marked there, or all.
final class ScopeForm {

    private final Selection selection;
    private final ObservableList<Optional<Place>> cities = FXCollections.observableArrayList();
    private final ObservableList<Optional<Category>> categories = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Place>> city = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Category>> category = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Among> among = new SimpleObjectProperty<>(Among.ALL);
    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(Chosen.NOBODY);
    private List<Group> groups = List.of();

    /// A city that can be chosen.
    record Place(String id, String name) {}

    /// What was chosen.
    ///
    /// @param where in words, such as `restaurants in Chicago`; empty for all
    /// @param count how many open proposals that is
    record Chosen(Scope scope, String where, int count) {
        static final Chosen NOBODY = new Chosen(Scope.EVERYTHING, "", 0);
    }

    ScopeForm(Selection selection) {
        this.selection = selection;
        city.subscribe(now -> update());
        category.subscribe(now -> update());
        among.subscribe(now -> update());
    }

    /// What there is to choose from; choices that are gone are dropped.
    void show(List<Group> open) {
        groups = List.copyOf(open);
        List<Optional<Place>> places = new ArrayList<>(List.of(Optional.empty()));
        open.stream()
                .map(group -> new Place(group.cityId(), group.city()))
                .distinct()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(place -> places.add(Optional.of(place)));
        List<Optional<Category>> sold = new ArrayList<>(List.of(Optional.empty()));
        open.stream().map(Group::category).distinct().sorted().forEach(one -> sold.add(Optional.of(one)));
        Optional<Place> place = places.contains(city.get()) ? city.get() : Optional.empty();
        Optional<Category> as = sold.contains(category.get()) ? category.get() : Optional.empty();
        cities.setAll(places);
        categories.setAll(sold);
        city.set(place);
        category.set(as);
        update();
    }

    /// Looks anew: the queue's filter or marks may have changed.
    void update() {
        Set<String> ids = new LinkedHashSet<>();
        groups.stream()
                .filter(group -> city.get()
                        .map(Place::id)
                        .filter(id -> !id.equals(group.cityId()))
                        .isEmpty())
                .filter(group -> category.get()
                        .filter(one -> !one.equals(group.category()))
                        .isEmpty())
                .forEach(group -> ids.addAll(group.dealIds()));
        List<String> parts = new ArrayList<>();
        category.get().ifPresent(one -> parts.add(one.words()));
        city.get().ifPresent(one -> parts.add("in " + one.name()));
        Set<String> named = Set.of();
        Optional<Set<String>> only = among.get().ids(selection);
        if (only.isPresent()) {
            ids.retainAll(only.get());
            named = Set.copyOf(ids);
            parts.add(among.get().where());
        }
        chosen.set(new Chosen(
                new Scope(city.get().map(Place::id).orElse(null), category.get().orElse(null), named),
                String.join(" ", parts),
                ids.size()));
    }

    /// The empty one is all.
    ObservableList<Optional<Place>> cities() {
        return cities;
    }

    ObservableList<Optional<Category>> categories() {
        return categories;
    }

    ObjectProperty<Optional<Place>> cityProperty() {
        return city;
    }

    ObjectProperty<Optional<Category>> categoryProperty() {
        return category;
    }

    ObjectProperty<Among> amongProperty() {
        return among;
    }

    ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
