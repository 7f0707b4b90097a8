package aidg.ui.whatif;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Term;
import aidg.ui.control.Banner;
import aidg.ui.control.ChoiceWords;
import aidg.ui.control.Parts;
import aidg.ui.control.Pictures;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The selected proposal on other terms: the terms at the left, the corridor in the middle, each term's curve
/// at the right, and what it all brings at the top.
final class WhatIfView extends BorderPane {

    private final WhatIfViewModel model;
    private final Figures figures;
    private final WhatIfHead head;
    private final ViewHead plainHead = new ViewHead();
    private final Map<Term, TermControl> terms = new EnumMap<>(Term.class);
    private final StartControl start;
    private final CategoryControl category;
    private final ComboBox<Plane> plane = new ComboBox<>();
    private final Corridor corridor;
    private final Label sentence = Parts.wrapping("", DETAIL);
    private final Label least = Parts.whole("", DETAIL, MUTED);
    private final Label most = Parts.whole("", DETAIL, MUTED);
    private final Label listPrice = Parts.wrapping("", DETAIL, MUTED);
    private final Label rings = Parts.wrapping("", DETAIL, MUTED);
    private final VBox below = new VBox();
    private final NamePanel naming;
    private final HBox content;

    WhatIfView(WhatIfViewModel model, Surroundings surroundings) {
        this.model = model;
        figures = surroundings.figures();
        head = new WhatIfHead(figures, model::use);
        start = new StartControl(model.tries(), figures);
        category = new CategoryControl(model.tries());
        naming = new NamePanel(model.naming(), figures);
        Tries tries = model.tries();
        corridor = new Corridor(figures, surroundings.background().slot(), tries::drag, tries::commit);
        getStyleClass().add("whatif-view");
        CurvesPane curves = new CurvesPane(model, figures);
        HBox.setHgrow(curves, Priority.SOMETIMES);
        VBox middle = middle();
        HBox.setHgrow(middle, Priority.ALWAYS);
        content = new HBox(left(), middle, curves);
        setBottom(below);
        Findings findings = model.findings();
        model.stateProperty().subscribe(this::show);
        tries.nowProperty().subscribe(now -> showTerms());
        findings.scoredProperty().subscribe(now -> showTerms());
        findings.surfaceProperty().subscribe(found -> {
            found.ifPresent(corridor::show);
            showTerms();
        });
        findings.comparedProperty().subscribe(this::show);
        List.of(
                        model.problemProperty(),
                        model.saving().problemProperty(),
                        model.naming().problemProperty())
                .forEach(problem -> problem.subscribe(now -> showBelow()));
        model.naming().askedProperty().subscribe(asked -> {
            showBelow();
            if (asked.isPresent()) {
                naming.focusName();
            }
        });
    }

    /// What is asked for, and what went wrong.
    private void showBelow() {
        below.getChildren().clear();
        model.naming()
                .askedProperty()
                .get()
                .ifPresent(asked -> below.getChildren().add(naming));
        Stream.of(
                        model.problemProperty(),
                        model.saving().problemProperty(),
                        model.naming().problemProperty())
                .flatMap(problem -> problem.get().stream())
                .forEach(problem -> below.getChildren().add(Banner.of(problem)));
    }

    private void show(Findings.Compared compared) {
        corridor.show(compared.deals());
        rings.setText(
                compared.words().isEmpty()
                        ? "\u25cb %s of similar merchants"
                                .formatted(figures.count(compared.deals().size(), "deal", "deals"))
                        : "\u25cb " + compared.words());
    }

    private Node left() {
        VBox left = Parts.column(
                GAP_12,
                Parts.row(
                        GAP_8,
                        Parts.whole("Terms", CONTENT, STRONG),
                        Parts.spring(),
                        Parts.button("Save as scenario", List.of("Ctrl", "S"), model::nameScenario, "small")));
        left.getStyleClass().add("terms-pane");
        for (Term term : Term.values()) {
            TermControl control = new TermControl(model, term);
            terms.put(term, control);
            left.getChildren().add(control);
        }
        left.getChildren().addAll(start, category, listPrice, new EditCard(model, figures));
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("terms-scroll");
        scroll.setAccessibleText("Terms");
        return scroll;
    }

    private VBox middle() {
        plane.getItems().setAll(Plane.values());
        plane.setConverter(new ChoiceWords<>("", Plane::words));
        plane.setAccessibleText("Terms that the corridor shows");
        plane.valueProperty().bindBidirectional(model.planeProperty());
        Label pasts = Parts.wrapping(
                "Past deals: \u25c7\u00a0beat baseline, \u00d7\u00a0missed, \u25a0\u00a0overridden", DETAIL, MUTED);
        Label lines = Parts.wrapping("White: baseline; dashed: usual limits", DETAIL, MUTED);
        VBox legend = new VBox(pasts, rings, lines);
        HBox.setHgrow(legend, Priority.ALWAYS);
        legend.setMaxWidth(Double.MAX_VALUE);
        Region scale = new Region();
        scale.getStyleClass().add("viridis");
        VBox.setVgrow(corridor, Priority.ALWAYS);
        VBox middle = Parts.column(
                GAP_8,
                Parts.row(
                        GAP_8,
                        Parts.whole("Negotiation corridor", CONTENT, STRONG),
                        Parts.label("expected GP30", DETAIL, MUTED),
                        Parts.spring(),
                        plane),
                corridor,
                Parts.row(GAP_8, legend, least, scale, most),
                sentence);
        middle.getStyleClass().add("corridor-pane");
        return middle;
    }

    private void show(WhatIfState state) {
        switch (state) {
            case WhatIfState.Nobody() -> {
                plainHead.show("What-if", "Nothing to try");
                setTop(plainHead);
                setCenter(new StatePane(
                        Feather.SLIDERS, MUTED, "No proposal is selected", "Select one in the queue, with Ctrl+1."));
            }
            case WhatIfState.Loading(ReviewItem item) -> {
                plainHead.show("What-if, " + item.merchant().name(), "Preparing…");
                setTop(plainHead);
                setCenter(new Skeleton(24, 420, 520, 480, 560, 500));
            }
            case WhatIfState.Ready(ReviewItem item, WhatIfDesk.Opened opened) -> open(item, opened);
            case WhatIfState.Broken(ReviewItem item, Problem problem) -> {
                plainHead.show("What-if, " + item.merchant().name(), "Not available");
                setTop(plainHead);
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::tryAgain)));
            }
        }
    }

    private void open(ReviewItem item, WhatIfDesk.Opened opened) {
        Proposal proposed = item.scored().proposal();
        terms.forEach((term, control) -> control.open(model.range(term)));
        start.open(proposed);
        category.open(proposed, opened.categories());
        corridor.open(opened, proposed.terms(), proposed.baselineGp30().amount());
        head.show(item, Optional.empty());
        setTop(head);
        setCenter(content);
    }

    private void showTerms() {
        Optional<Proposal> now = model.tries().get();
        Optional<Proposal> original = model.original();
        if (now.isEmpty() || original.isEmpty()) {
            return;
        }
        DealTerms tried = now.get().terms();
        DealTerms proposed = original.get().terms();
        terms.forEach((term, control) -> control.show(tried, proposed));
        start.show(now.get());
        category.show(now.get());
        listPrice.setText(
                "List price %s, was %s.".formatted(figures.price(whole(tried)), figures.price(whole(proposed))));
        Optional<ScoredDeal> scored = model.findings().scoredProperty().get();
        corridor.show(tried, scored.filter(one -> one.proposal().equals(now.get())));
        corridor.colours().ifPresent(scale -> {
            least.setText(figures.money(Money.of(scale.least())));
            most.setText(figures.money(Money.of(scale.most())));
        });
        if (model.stateProperty().get() instanceof WhatIfState.Ready ready) {
            head.show(ready.item(), scored);
        }
        scored.ifPresent(one -> sentence.setText(words(one, original.get())));
    }

    private static Money whole(DealTerms terms) {
        return Money.of(Math.rint(terms.listPrice().amount()));
    }

    /// `At 32% and $82 for 21 days expected GP30 is $4,580, 17% over baseline; the guard lets it out.`
    private String words(ScoredDeal one, Proposal proposed) {
        Money baseline = one.proposal().baselineGp30();
        GuardVerdict verdict = one.guard();
        LocalDate first = one.proposal().startsOn();
        return "In words. %s%s: expected GP30 %s%s; %s."
                .formatted(
                        figures.terms(one.proposal().terms()),
                        first.equals(proposed.startsOn()) ? "" : " from " + figures.day(first),
                        figures.money(one.expectedGp30()),
                        baseline.isPositive() ? ", " + figures.against(one.expectedGp30(), baseline) + " baseline" : "",
                        verdict.allowed() ? "the guard lets it out" : "the guard rejects it, " + verdict.refusal());
    }

    void savePicture() {
        SaveDialog.ask(this, "Save corridor", "what-if.png", List.of("png")).ifPresent(this::savePicture);
    }

    void savePicture(Path file) {
        WritableImage taken = Pictures.of(content);
        model.saving().write(file, () -> Pictures.write(taken, file));
    }

    /// Keeps a term when looking for an edit, or no longer.
    void toggleFreeze(Term term) {
        Optional.ofNullable(terms.get(term)).ifPresent(TermControl::toggleFreeze);
    }

    /// Puts the keyboard on the point.
    void focusCorridor() {
        corridor.requestFocus();
    }
}
