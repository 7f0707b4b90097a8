package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.NameRow;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks for a scenario's name. Enter keeps it, Esc drops the question.
final class NamePanel extends VBox {

    private final NameRow row;

    NamePanel(ScenarioNaming naming, Figures figures) {
        getStyleClass().addAll("draft-panel", "name-panel");
        Label what = Parts.label("", DETAIL, MUTED);
        Label taken = Parts.label("", DETAIL, "careful");
        row = new NameRow(
                "scenario-name",
                "Name of this scenario",
                naming.nameProperty(),
                naming.canConfirmProperty(),
                naming::confirm,
                naming::stop);
        naming.replacesProperty().subscribe(replaces -> {
            row.setConfirmWords(replaces ? "Replace" : "Save");
            taken.setText(replaces ? "There is a scenario of that name; it would be replaced." : "");
        });
        naming.askedProperty()
                .subscribe(asked -> asked.ifPresent(now -> {
                    what.setText("%s, from %s"
                            .formatted(
                                    figures.terms(now.tried().terms()),
                                    figures.date(now.tried().startsOn())));
                    row.focusName();
                }));
        getChildren().addAll(Parts.row(GAP_8, Parts.whole("Name of this scenario", CONTENT, STRONG), what, taken), row);
    }

    void focusName() {
        row.focusName();
    }
}
