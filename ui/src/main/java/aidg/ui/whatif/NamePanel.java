package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for a scenario's name. Enter keeps it, Esc drops the question.
final class NamePanel extends VBox {

    private final TextField field = new TextField();

    NamePanel(ScenarioNaming naming, Figures figures) {
        getStyleClass().addAll("draft-panel", "name-panel");
        field.setId("scenario-name");
        field.setAccessibleText("Name of this scenario");
        field.textProperty().bindBidirectional(naming.nameProperty());
        field.setOnAction(entered -> naming.confirm());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label what = Parts.label("", DETAIL, MUTED);
        Label taken = Parts.label("", DETAIL, "careful");
        Button save = Parts.button("Save", List.of("Enter"), naming::confirm, "accent");
        save.disableProperty().bind(naming.canConfirmProperty().not());
        naming.replacesProperty().subscribe(replaces -> {
            save.setText(replaces ? "Replace" : "Save");
            taken.setText(replaces ? "There is a scenario of that name; it would be replaced." : "");
        });
        naming.askedProperty()
                .subscribe(asked -> asked.ifPresent(now -> {
                    what.setText("%s, from %s"
                            .formatted(
                                    figures.terms(now.tried().terms()),
                                    figures.date(now.tried().startsOn())));
                    field.selectAll();
                }));
        getChildren()
                .addAll(
                        Parts.row(GAP_8, Parts.whole("Name of this scenario", CONTENT, STRONG), what, taken),
                        Parts.row(GAP_8, field, Parts.button("Cancel", List.of("Esc"), naming::stop), save));
    }

    void focusName() {
        field.requestFocus();
        field.selectAll();
    }
}
