package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import aidg.ui.control.Parts;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One term: its value as text and as a slider, what was proposed, and whether the search may move it.
final class TermControl extends VBox {

    private final WhatIfViewModel model;
    private final Term term;
    private final TextField field = new TextField();
    private final Slider slider = new Slider();
    private final Label low = Parts.whole("", DETAIL, MUTED);
    private final Label high = Parts.whole("", DETAIL, MUTED);
    private final Label was = Parts.whole("", DETAIL, MUTED);
    private final Hyperlink revert = new Hyperlink("Revert");
    private final ToggleButton freeze = new ToggleButton();
    private final Label name;
    private boolean showing = true; // until a proposal is there
    private String shown = "";

    TermControl(WhatIfViewModel model, Term term) {
        this.model = model;
        this.term = term;
        String words =
                Character.toUpperCase(term.word().charAt(0)) + term.word().substring(1);
        name = Parts.whole(words, CONTENT);
        getStyleClass().addAll("term-control", GAP_4);
        field.setId("whatif-" + term.word());
        field.setAccessibleText(words);
        field.setPrefColumnCount(7);
        field.getStyleClass().add("figures");
        field.setOnAction(done -> read());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                read();
            }
        });
        slider.setAccessibleText(words);
        slider.valueProperty().subscribe(value -> {
            if (!showing) {
                model.drag(term, Steps.rounded(term, value.doubleValue()));
                if (!slider.isValueChanging()) {
                    model.tries().commit();
                }
            }
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                model.tries().commit();
            }
        });
        revert.getStyleClass().add(DETAIL);
        revert.setAccessibleText("Revert " + term.word());
        Parts.doing("Revert " + term.word(), revert);
        revert.setOnAction(pressed -> model.tries().revert(term));
        freeze.setGraphic(Parts.icon(Feather.UNLOCK, "icon-14"));
        freeze.getStyleClass().add("freeze");
        freeze.setAccessibleText("Keep the " + term.word() + " when looking for an edit");
        Parts.doing("Keep the " + term.word(), freeze);
        freeze.selectedProperty().subscribe(frozen -> {
            freeze.setGraphic(Parts.icon(frozen ? Feather.LOCK : Feather.UNLOCK, "icon-14"));
            model.freeze(term, frozen);
        });
        getChildren()
                .addAll(
                        Parts.row(GAP_8, name, freeze, Parts.spring(), field),
                        slider,
                        Parts.row(GAP_4, low, Parts.spring(), was, revert, Parts.spring(), high));
    }

    /// Keeps the term when looking for an edit, or no longer.
    void toggleFreeze() {
        freeze.setSelected(!freeze.isSelected());
    }

    /// Another proposal.
    void open(WideRange range) {
        showing = true;
        slider.setMin(range.low());
        slider.setMax(range.high());
        slider.setBlockIncrement(
                switch (term) {
                    case DISCOUNT -> 0.01;
                    case PRICE, DURATION -> 1;
                });
        low.setText(term.said(range.low()));
        high.setText(term.said(range.high()));
        showing = false;
    }

    void show(DealTerms now, DealTerms original) {
        showing = true;
        double value = term.of(now);
        if (!field.isFocused() || !written(field.getText()).equals(Optional.of(value))) {
            write(now);
        }
        slider.setValue(value);
        boolean changed = value != term.of(original);
        was.setText(changed ? "was " + term.said(term.of(original)) : "as proposed");
        revert.setVisible(changed);
        revert.setManaged(changed);
        name.getStyleClass().remove("strong");
        if (changed) {
            name.getStyleClass().add("strong");
        }
        showing = false;
    }

    private void write(DealTerms now) {
        shown = term.said(term.of(now));
        field.setText(shown);
    }

    /// Takes what was typed. What was not touched stays as it is: the field shows terms rounded.
    private void read() {
        if (field.getText().equals(shown)) {
            return;
        }
        written(field.getText()).ifPresent(value -> {
            model.drag(term, value);
            model.tries().commit();
        });
        model.tries().get().ifPresent(now -> write(now.terms()));
    }

    /// What a text means; empty if that cannot be told.
    private Optional<Double> written(String text) {
        String digits = text.replaceAll("[^0-9.]", "");
        try {
            double number = Double.parseDouble(digits);
            double value = term == Term.DISCOUNT ? number / 100 : term == Term.DURATION ? Math.rint(number) : number;
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
