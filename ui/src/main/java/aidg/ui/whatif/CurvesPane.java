package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_2;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Term;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The score along each term, and from where to where the proposal stays acceptable: what would change one's mind.
final class CurvesPane extends VBox {

    private final WhatIfViewModel model;
    private final Figures figures;
    private final Map<Term, CurvePlot> plots = new EnumMap<>(Term.class);
    private final Map<Term, Label> words = new EnumMap<>(Term.class);

    CurvesPane(WhatIfViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("curves-pane", GAP_12);
        Region edited = new Region();
        edited.getStyleClass().addAll("legend-line", "edited");
        Region proposed = new Region();
        proposed.getStyleClass().addAll("legend-line", "proposed");
        getChildren()
                .add(Parts.row(
                        GAP_8,
                        Parts.whole("Score by term", CONTENT, STRONG),
                        Parts.spring(),
                        edited,
                        Parts.whole("tried", DETAIL, MUTED),
                        proposed,
                        Parts.whole("proposed", DETAIL, MUTED)));
        for (Term term : Term.values()) {
            CurvePlot plot = new CurvePlot();
            Label label = Parts.wrapping("", DETAIL);
            plots.put(term, plot);
            words.put(term, label);
            VBox both = Parts.column(GAP_2, label, plot);
            VBox.setVgrow(plot, Priority.ALWAYS);
            VBox.setVgrow(both, Priority.ALWAYS);
            getChildren().add(both);
        }
        model.findings().curvesProperty().subscribe(now -> show());
        model.findings().beforeProperty().subscribe(now -> show());
        model.tries().nowProperty().subscribe(now -> show());
        model.targetProperty().subscribe(now -> show());
    }

    private void show() {
        Optional<DealTerms> terms = model.tries().get().map(Proposal::terms);
        List<Curve> curves = model.findings().curvesProperty().get();
        if (terms.isEmpty() || curves.isEmpty()) {
            return;
        }
        for (Curve curve : curves) {
            Optional<Curve> before = model.findings().beforeProperty().get().stream()
                    .filter(one -> one.term() == curve.term())
                    .findFirst();
            String said = said(curve, terms.get());
            Optional.ofNullable(words.get(curve.term())).ifPresent(label -> label.setText(said));
            Optional.ofNullable(plots.get(curve.term())).ifPresent(plot -> {
                plot.show(curve, before, terms.get(), model.targetProperty().get());
                plot.setAccessibleText(said);
            });
        }
    }

    /// `Discount holds 50% from 24% to 37%`; that it holds nowhere; and that it does not where it stands.
    private String said(Curve curve, DealTerms terms) {
        double target = model.targetProperty().get();
        List<Curve.Stretch> stretches = curve.acceptable(target);
        String name = Character.toUpperCase(curve.term().word().charAt(0))
                + curve.term().word().substring(1);
        if (stretches.isEmpty()) {
            return "No %s reaches %s and passes the guard"
                    .formatted(curve.term().word(), figures.percent(target));
        }
        List<String> parts = new ArrayList<>();
        for (Curve.Stretch one : stretches) {
            parts.add("%s to %s"
                    .formatted(curve.term().said(one.from()), curve.term().said(one.to())));
        }
        double now = curve.term().of(terms);
        String where = stretches.stream().anyMatch(one -> one.holds(now))
                ? ""
                : ", not at " + curve.term().said(now);
        return "%s holds %s from %s%s"
                .formatted(
                        name, figures.percent(target), parts.stream().collect(Collectors.joining(" and from ")), where);
    }
}
