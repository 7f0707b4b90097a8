package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.review.ReviewWeights;
import aidg.ui.control.Parts;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The weights of the factors as sliders. The queue is ranked anew while they move; Esc closes.
final class WeightsPanel extends VBox implements AskingPanel {

    private static final double STEP = 0.25;

    private final Slider first;

    WeightsPanel(WeightsViewModel model, Runnable close) {
        getStyleClass().addAll("floating", "draft-panel");
        setMaxHeight(USE_PREF_SIZE);
        first = slider("GP at stake", model.stakeProperty());
        getChildren()
                .addAll(
                        Parts.whole("What a look is worth", CONTENT, STRONG),
                        Parts.wrapping(
                                "The value of review multiplies three factors. 1 counts a factor once, 0 leaves it"
                                        + " out, 2 lets it count twice.",
                                DETAIL,
                                MUTED),
                        row("GP at stake", first, model.stakeProperty()),
                        row(
                                "Uncertainty",
                                slider("Uncertainty", model.uncertaintyProperty()),
                                model.uncertaintyProperty()),
                        row(
                                "Override chance",
                                slider("Override chance", model.overrideChanceProperty()),
                                model.overrideChanceProperty()),
                        Parts.row(
                                GAP_8,
                                Parts.spring(),
                                Parts.button("All count alike", List.of(), model::plain),
                                Parts.button("Close", List.of("Esc"), close, "accent")));
    }

    private static Slider slider(String name, DoubleProperty weight) {
        Slider slider = new Slider(0, ReviewWeights.MOST, 1);
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(STEP);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText("Weight of " + name);
        slider.valueProperty().bindBidirectional(weight);
        HBox.setHgrow(slider, Priority.ALWAYS);
        return slider;
    }

    private static Node row(String name, Slider slider, DoubleProperty weight) {
        Label words = Parts.whole(name, DETAIL, MEDIUM);
        words.getStyleClass().add("weight-name");
        Label figure = Parts.whole("", DETAIL, MEDIUM);
        weight.subscribe(now -> figure.setText(String.format(Locale.ROOT, "%.2f", now.doubleValue())));
        return Parts.row(GAP_8, words, slider, figure);
    }

    @Override
    public void focusFirst() {
        first.requestFocus();
    }
}
