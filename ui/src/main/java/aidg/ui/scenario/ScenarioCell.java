package aidg.ui.scenario;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.whatif.Scenario;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.scenario.ScenarioDesk.Kept;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One scenario of the list: whether it stands beside the others, its name, its terms and what the model said.
final class ScenarioCell extends ListCell<Kept> {

    private final ScenarioViewModel model;
    private final Figures figures;

    ScenarioCell(ScenarioViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
    }

    @Override
    protected void updateItem(@Nullable Kept kept, boolean empty) {
        super.updateItem(kept, empty);
        if (empty || kept == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Scenario scenario = kept.scenario();
        boolean marked = model.isMarked(scenario);
        FontIcon mark =
                Parts.icon(marked ? Feather.CHECK_SQUARE : Feather.SQUARE, "icon-16", marked ? "accent" : MUTED);
        mark.setOnMouseClicked(clicked -> {
            model.mark(kept);
            clicked.consume();
        });
        String terms = "%s, from %s".formatted(figures.terms(scenario.terms()), figures.date(scenario.startsOn()));
        VBox words = new VBox(
                Parts.label(scenario.name(), CONTENT, MEDIUM),
                Parts.label(terms, DETAIL, MUTED),
                Parts.label(
                        "%s, %s%s"
                                .formatted(
                                        figures.percent(scenario.said().score()),
                                        figures.money(scenario.said().gp30()),
                                        scenario.said().refusal().isEmpty() ? "" : ", the guard rejects it"),
                        DETAIL,
                        MUTED));
        if (model.everythingProperty().get()) {
            words.getChildren()
                    .add(
                            1,
                            Parts.label(
                                    kept.isKnown()
                                            ? "%s, %s".formatted(kept.merchant(), scenario.dealId())
                                            : scenario.dealId() + ", not in the data in use",
                                    DETAIL));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox row = Parts.row(GAP_8, mark, words);
        row.getStyleClass().add("scenario-row");
        setGraphic(row);
        setAccessibleText("%s, %s, %s".formatted(scenario.name(), terms, marked ? "side by side" : "not marked"));
    }
}
