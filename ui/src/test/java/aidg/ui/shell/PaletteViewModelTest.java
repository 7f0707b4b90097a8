package aidg.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteViewModelTest {

    private final SimpleBooleanProperty canUndo = new SimpleBooleanProperty();
    private final List<Action> actions = List.of(
            new Action("Undo last decision", "", Group.QUEUE, Feather.X, Optional.empty(), canUndo, () -> {}),
            action("Approve", "goes out as proposed", Group.PROPOSAL),
            action("Edit terms", "discount, price and days", Group.PROPOSAL));
    private final List<Action> places = List.of(
            action("Discovery Dance Studio", "Activities", Group.MERCHANTS),
            action("Casa Lupe", "Restaurants", Group.MERCHANTS));
    private final PaletteViewModel model = new PaletteViewModel(() -> actions, this::called);

    private List<Action> called(String words, int most) {
        return places.stream()
                .filter(place -> place.words().toLowerCase(Locale.ROOT).contains(words))
                .limit(most)
                .toList();
    }

    @Test
    void withNothingTypedEveryActionIsListedByGroup() {
        model.reset();

        assertThat(model.found())
                .extracting(Action::words)
                .containsExactly("Approve", "Edit terms", "Undo last decision");
        assertThat(model.selectedProperty().get()).isZero();
    }

    @Test
    void actionsAreFoundByWhatTheyDoAndMerchantsByName() {
        model.queryProperty().set("disc");

        assertThat(model.found()).extracting(Action::words).containsExactly("Edit terms", "Discovery Dance Studio");
        assertThat(model.selectedProperty().get())
                .as("called that, not only about that")
                .isEqualTo(1);
    }

    @Test
    void theFirstThatCanBeDoneIsSelected() {
        model.queryProperty().set("d");
        model.queryProperty().set("undo");
        assertThat(model.selectedProperty().get()).isZero();

        model.queryProperty().set("nothing like this");
        assertThat(model.selectedProperty().get()).isEqualTo(-1);
    }

    @Test
    void selectionGoesRoundTheEnds() {
        model.reset();

        model.move(-1);
        assertThat(model.selectedProperty().get()).isEqualTo(2);
        model.move(1);
        assertThat(model.selectedProperty().get()).isZero();
    }

    private static Action action(String words, String context, Group group) {
        return Action.always(words, context, group, Feather.X, Optional.empty(), () -> {});
    }
}
