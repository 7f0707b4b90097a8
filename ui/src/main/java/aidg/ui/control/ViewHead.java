package aidg.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The head of a view: what it shows in small, what it found in large, and what can be done with it.
public final class ViewHead extends HBox {

    private final Label subject = Parts.label("", Style.DETAIL, Style.MUTED);
    private final Label finding = Parts.label("", Style.FIGURE);

    public ViewHead(Node... actions) {
        getStyleClass().add("view-head");
        VBox words = new VBox(subject, finding);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        getChildren().addAll(actions);
    }

    /// @param subject what is looked at: `Why, Osteria Fontana`
    /// @param finding what came out: `71% because weeknights sell here`
    public void show(String subject, String finding) {
        this.subject.setText(subject);
        this.finding.setText(finding);
    }
}
