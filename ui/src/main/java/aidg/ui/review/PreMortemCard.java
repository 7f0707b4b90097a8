package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.domain.DealTerms;
import aidg.engine.review.PreMortem;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The override foreseen: one fact, one cause, one edit. Not there while an override is unlikely.
final class PreMortemCard extends VBox {

    private final Figures figures;
    private final ReviewViewModel model;
    private final Label fact = Parts.wrapping("", CONTENT, MEDIUM);
    private final Label cause = Parts.wrapping("", DETAIL, MUTED);
    private final Label effect = Parts.wrapping("", DETAIL);
    private final Button fix;

    PreMortemCard(ReviewViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("inset-card", GAP_8);
        fix = Parts.button("Use this edit", List.of("F"), model::useForeseenEdit, "small");
        HBox foot = Parts.row(GAP_8, effect, Parts.spring(), fix);
        getChildren()
                .addAll(Parts.row(GAP_8, Parts.icon(Feather.ALERT_TRIANGLE, "icon-16", "careful"), fact), cause, foot);
        model.story().foreseenProperty().subscribe(this::show);
    }

    private void show(Optional<PreMortem> foreseen) {
        setVisible(foreseen.isPresent());
        setManaged(foreseen.isPresent());
        foreseen.ifPresent(this::show);
    }

    private void show(PreMortem foreseen) {
        fact.setText("%s that you will override this".formatted(figures.percent(foreseen.chance())));
        PreMortem.Cause why = foreseen.cause();
        cause.setText(
                why == null
                        ? "No reason given before fits these terms; the chance comes from the model alone."
                        : "%s. %s".formatted(why.claim(), why.evidence()));
        PreMortem.Edit edit = foreseen.edit();
        effect.setText(
                edit == null
                        ? "No edit that gives way to it makes an override less likely."
                        : "%s: override chance %s, expected GP30 %s"
                                .formatted(
                                        change(edit.scored().proposal().terms()),
                                        figures.percent(edit.chance()),
                                        figures.money(edit.scored().expectedGp30())));
        fix.setVisible(edit != null);
        fix.setManaged(edit != null);
        effect.getParent().setVisible(why != null);
        effect.getParent().setManaged(why != null);
    }

    private String change(DealTerms terms) {
        DealTerms before =
                model.selectedProperty().get().orElseThrow().scored().proposal().terms();
        List<String> parts = new ArrayList<>();
        if (!terms.discount().equals(before.discount())) {
            parts.add(figures.percent(terms.discount().fraction()) + " off");
        }
        if (!terms.price().equals(before.price())) {
            parts.add(figures.price(terms.price()));
        }
        if (terms.durationDays() != before.durationDays()) {
            parts.add(figures.days(terms.durationDays()));
        }
        if (!terms.category().equals(before.category())) {
            parts.add("sold as " + terms.category().words());
        }
        return "With " + String.join(", ", parts);
    }
}
