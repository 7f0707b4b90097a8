package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.whatif.Edit;
import aidg.engine.whatif.SmallestEdit;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The smallest edits that make the proposal acceptable, or that there are none.
final class EditCard extends VBox {

    /// Scores from which a proposal can be called acceptable.
    static final List<Double> TARGETS = List.of(0.5, 0.65, 0.8);

    private final WhatIfViewModel model;
    private final Figures figures;
    private final VBox edits = Parts.column(GAP_8);

    EditCard(WhatIfViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("edit-card", GAP_8);
        getChildren().addAll(Parts.whole("Smallest acceptable edit", CONTENT, STRONG), targets(), edits);
        model.findings().answerProperty().subscribe(this::show);
        model.stateProperty()
                .subscribe(now -> show(model.findings().answerProperty().get()));
    }

    private HBox targets() {
        HBox row = Parts.row(GAP_4, Parts.whole("Score at least", DETAIL, MUTED));
        ToggleGroup group = new ToggleGroup();
        for (double target : TARGETS) {
            ToggleButton choice = new ToggleButton(figures.percent(target));
            choice.getStyleClass().add("choice");
            choice.setToggleGroup(group);
            choice.setMinWidth(USE_PREF_SIZE);
            Parts.doing(aim(figures, target), choice);
            choice.setAccessibleText("Acceptable from a score of " + figures.percent(target));
            choice.setOnAction(pressed -> {
                choice.setSelected(true);
                model.aim(target);
            });
            model.targetProperty().subscribe(now -> choice.setSelected(now == target));
            row.getChildren().add(choice);
        }
        return row;
    }

    /// `Accept from a score of 65%`, as the palette calls it.
    static String aim(Figures figures, double target) {
        return "Accept from a score of " + figures.percent(target);
    }

    private void show(Optional<SmallestEdit.Answer> answer) {
        edits.getChildren().clear();
        answer.ifPresentOrElse(this::show, () -> edits.getChildren().add(Parts.wrapping("Looking…", DETAIL, MUTED)));
        if (model.stateProperty().get() instanceof WhatIfState.Ready ready) {
            edits.getChildren()
                    .add(Parts.wrapping(
                            "Stays inside what went out: "
                                    + ready.opened().limits().source() + ".",
                            DETAIL,
                            MUTED));
        }
    }

    private void show(SmallestEdit.Answer answer) {
        if (answer.isFine()) {
            edits.getChildren().add(Parts.wrapping("It is acceptable as proposed.", DETAIL));
        }
        answer.edits().forEach(one -> edits.getChildren().add(edit(one, answer.before())));
        Edit nearest = answer.nearest();
        if (answer.edits().isEmpty() && !answer.isFine()) {
            edits.getChildren()
                    .add(Parts.wrapping(
                            nearest == null
                                    ? "No edit is possible within these limits."
                                    : "None within these limits. The nearest miss:",
                            DETAIL));
        }
        if (nearest != null) {
            edits.getChildren().add(edit(nearest, answer.before()));
        }
    }

    private Node edit(Edit edit, Edit before) {
        return Parts.column(
                GAP_4,
                Parts.wrapping(edit.sentence(before), DETAIL),
                Parts.doing(
                        "Try the smallest edit", Parts.button("Try it", List.of(), () -> model.apply(edit), "small")));
    }
}
