package aidg.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Scenario;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.Selection;
import aidg.ui.sample.SampleScenarioDesk;
import aidg.ui.sample.SampleSurroundings;
import aidg.ui.sample.SampleWhatIfDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.scenario.ScenarioDesk.Comparison;
import aidg.ui.scenario.ScenarioDesk.Kept;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ScenarioViewModelTest {

    private final SampleWhatIfDesk whatIf = SampleWhatIfDesk.withScenarios();
    private final SampleScenarioDesk desk = new SampleScenarioDesk(whatIf);
    private final SampleSurroundings around = new SampleSurroundings(new Destination.Scenarios());
    private final ScenarioViewModel model = new ScenarioViewModel(desk, around.get(), around.selection());

    private List<String> listed() {
        return model.stateProperty().get() instanceof ScenarioState.Ready(List<Kept> listed)
                ? listed.stream().map(one -> one.scenario().name()).toList()
                : List.of();
    }

    private List<String> compared() {
        return model.comparisonProperty().get() instanceof ComparisonState.Ready(Comparison now)
                ? now.sides().stream().map(side -> side.scenario().name()).toList()
                : List.of();
    }

    private Kept kept(String name) {
        model.everythingProperty().set(true);
        return ((ScenarioState.Ready) model.stateProperty().get())
                .listed().stream()
                        .filter(one -> one.scenario().name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void thoseOfTheSelectedProposalStandBesideItAtOnce() {
        assertThat(listed())
                .containsExactly(
                        "Softer discount", "Softer, a week later", "Lower price and a longer run", "Premium menu");
        assertThat(compared()).isEqualTo(listed());

        around.select(1);

        assertThat(listed()).containsExactly("Shorter");
        assertThat(compared()).containsExactly("Shorter");
    }

    @Test
    void aProposalWithoutScenariosSaysHowManyOthersHave() {
        around.select(2);

        assertThat(model.stateProperty().get()).isEqualTo(new ScenarioState.Empty(true, 5));
        assertThat(model.comparisonProperty().get()).isEqualTo(new ComparisonState.Nothing());
    }

    @Test
    void whatWasSavedWithAnotherModelIsToldApart() {
        Comparison now = ((ComparisonState.Ready) model.comparisonProperty().get()).comparison();

        assertThat(now.sides()).extracting(ScenarioDesk.Side::same).containsExactly(true, true, false, true);
        assertThat(now.sides().get(2).why()).isEqualTo("another model is in use since");
    }

    @Test
    void aFifthFindsNoRoomUntilOneIsTakenAway() {
        Proposal first = around.selected().orElseThrow().scored().proposal();
        whatIf.saveScenario(first, "Fifth");
        model.forget();
        assertThat(compared()).hasSize(4).doesNotContain("Fifth");
        Kept fifth = kept("Fifth");

        model.mark(fifth);
        assertThat(compared()).doesNotContain("Fifth");
        assertThat(model.problemProperty().get().map(Problem::words)).contains("Four stand side by side already.");

        model.mark(kept("Premium menu"));
        model.mark(fifth);
        assertThat(compared()).hasSize(4).contains("Fifth").doesNotContain("Premium menu");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void oneOfAnotherProposalBeginsAnew() {
        model.mark(kept("Shorter"));

        assertThat(compared()).containsExactly("Shorter");
        assertThat(((ComparisonState.Ready) model.comparisonProperty().get())
                        .comparison()
                        .proposed()
                        .proposal()
                        .id())
                .isEqualTo("P-20419");
    }

    @Test
    void openingOneTakesItsTermsAndFirstDayToWhatIf() {
        Kept later = kept("Softer, a week later");

        model.open(later);

        Proposal offer = ((Destination.WhatIf) around.here()).offer().orElseThrow();
        assertThat(offer.id()).isEqualTo("P-20418");
        assertThat(offer.terms()).isEqualTo(later.scenario().terms());
        assertThat(offer.startsOn()).isEqualTo(later.scenario().startsOn());
    }

    @Test
    void whatIsNoLongerInTheQueueCannotBeOpened() {
        Kept shorter = kept("Shorter");
        around.queue.remove(1);

        model.open(shorter);

        assertThat(around.here()).isEqualTo(new Destination.Scenarios());
        assertThat(model.problemProperty().get().map(Problem::words))
                .contains("'Shorter' cannot be tried: P-20419 is not in the queue.");
    }

    @Test
    void aDeletedOneComesBackAsItWas() {
        Scenario premium = kept("Premium menu").scenario();
        model.everythingProperty().set(false);

        model.delete(new Kept(premium, "Osteria Fontana"));
        assertThat(listed()).doesNotContain("Premium menu");
        assertThat(compared()).doesNotContain("Premium menu");
        assertThat(model.changes().canUndoProperty().get()).isTrue();

        model.changes().undo();

        assertThat(whatIf.scenarioNames("P-20418")).contains("Premium menu");
        assertThat(listed()).contains("Premium menu");
        assertThat(compared()).hasSize(4).contains("Premium menu");
        assertThat(model.changes().canUndoProperty().get()).isFalse();
    }

    @Test
    void aRenamedOneKeepsItsPlaceAndItsMark() {
        model.mark(kept("Softer discount"));
        model.everythingProperty().set(false);
        assertThat(compared()).hasSize(3);

        model.rename(kept("Softer, a week later"));
        model.renaming().nameProperty().set("  Premium menu ");
        assertThat(model.renaming().takenProperty().get()).isTrue();
        model.renaming().confirm();
        assertThat(listed()).contains("Softer, a week later");

        // Another proposal's scenario has this name, which does no harm.
        model.renaming().nameProperty().set("Shorter");
        model.renaming().confirm();
        assertThat(model.renaming().askedProperty().get()).isEmpty();
        model.everythingProperty().set(false);
        assertThat(listed())
                .containsExactly("Softer discount", "Shorter", "Lower price and a longer run", "Premium menu");
        assertThat(compared()).containsExactly("Shorter", "Lower price and a longer run", "Premium menu");

        model.changes().undo();
        assertThat(compared()).containsExactly("Softer, a week later", "Lower price and a longer run", "Premium menu");
    }

    @Test
    void aNameOfSixtyLettersIsTheLongest() {
        model.rename(kept("Premium menu"));
        for (String name : List.of("", "  ", "Premium menu", "x".repeat(61))) {
            model.renaming().nameProperty().set(name);
            assertThat(model.renaming().canConfirmProperty().get()).as(name).isFalse();
        }
        model.renaming().nameProperty().set("x".repeat(60));
        assertThat(model.renaming().canConfirmProperty().get()).isTrue();
        assertThat(model.renaming().stop()).isTrue();
        assertThat(model.renaming().stop()).isFalse();
    }

    @Test
    void aListThatCannotBeReadIsToldAndReadAgain() {
        desk.setUnreadable(true);
        model.forget();
        assertThat(model.stateProperty().get()).isInstanceOf(ScenarioState.Broken.class);
        assertThat(around.notices).isNotEmpty();

        desk.setUnreadable(false);
        model.tryAgain();

        assertThat(listed()).hasSize(4);
    }

    @Test
    void differencesAreMarkedAndTheBestOfARowIsNamedWhereTheRowTells() {
        Comparison now = ((ComparisonState.Ready) model.comparisonProperty().get()).comparison();

        List<ComparisonRows.Row> rows = new ComparisonRows(SampleWorkbench.FIGURES, now).rows();

        assertThat(row(rows, "Discount").differs()).containsExactly(false, true, true, true, true);
        assertThat(row(rows, "Starts on").differs()).containsExactly(false, false, true, false, false);
        assertThat(row(rows, "Sold as").differs()).containsOnly(false);
        assertThat(row(rows, "Score").best()).containsExactly(false, true, false, false, false);
        assertThat(row(rows, "Score").detail()).allMatch(detail -> detail.startsWith("likely "));
        assertThat(row(rows, "Price").best()).containsOnly(false);
        assertThat(row(rows, "Guard").cells().getLast()).isEqualTo("Rejects it");
    }

    private static ComparisonRows.Row row(List<ComparisonRows.Row> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void nothingIsListedWhileNobodyIsSelected() {
        SampleSurroundings empty = new SampleSurroundings(new Destination.Scenarios());
        empty.queue.clear();
        ScenarioViewModel nobody = new ScenarioViewModel(
                new SampleScenarioDesk(new SampleWhatIfDesk()),
                empty.get(),
                new Selection(new SimpleObjectProperty<>(Optional.empty()), empty.queue, empty.marked, id -> {}));

        assertThat(nobody.stateProperty().get()).isEqualTo(new ScenarioState.Empty(false, 0));
    }
}
