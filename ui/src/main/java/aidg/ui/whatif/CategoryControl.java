package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.Category;
import aidg.engine.domain.Proposal;
import aidg.ui.control.ChoiceWords;
import aidg.ui.control.Parts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the deal is sold as, and what was proposed.
final class CategoryControl extends VBox {

    private final ComboBox<Category> choice = new ComboBox<>();
    private final Label name = Parts.whole("Category", CONTENT);
    private final Label was = Parts.wrapping("", DETAIL, MUTED);
    private final Hyperlink revert = Parts.doing("Revert category", new Hyperlink("Revert"));
    private final HBox before = Parts.row(GAP_8, was, revert);
    private Optional<Category> proposed = Optional.empty();
    private boolean showing;

    CategoryControl(Tries tries) {
        getStyleClass().addAll("term-control", GAP_4);
        choice.setId("whatif-category");
        choice.setAccessibleText("Category that it is sold in");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new ChoiceWords<>("", Category::words));
        choice.valueProperty().subscribe(chosen -> {
            if (chosen != null && !showing) {
                tries.setCategory(chosen);
            }
        });
        HBox.setHgrow(choice, Priority.ALWAYS);
        revert.getStyleClass().add(DETAIL);
        revert.setAccessibleText("Revert category");
        revert.setOnAction(pressed -> tries.revertCategory());
        getChildren().addAll(Parts.row(GAP_12, name, choice), before);
    }

    /// Another proposal.
    void open(Proposal proposal, List<Category> categories) {
        proposed = Optional.of(proposal.terms().category());
        showing = true;
        choice.getItems().setAll(categories);
        choice.setValue(proposal.terms().category());
        showing = false;
    }

    void show(Proposal tried) {
        showing = true;
        choice.setValue(tried.terms().category());
        showing = false;
        Category from = proposed.orElse(tried.terms().category());
        boolean changed = !tried.terms().category().equals(from);
        was.setText(changed ? "was " + from.words() : "");
        before.setVisible(changed);
        before.setManaged(changed);
        name.getStyleClass().remove(STRONG);
        if (changed) {
            name.getStyleClass().add(STRONG);
        }
    }
}
