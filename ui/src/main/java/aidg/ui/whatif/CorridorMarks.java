package aidg.ui.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Limits.Range;
import aidg.ui.control.Style;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// What is known around the tried terms: the merchant's past deals as small marks, deals of similar merchants as
/// rings, and the limits that the search keeps to.
final class CorridorMarks extends Group {

    private static final double MARK = 4;
    private static final double RING = 5.5;

    private final Figures figures;
    private final Path beat = path("past-beat");
    private final Path missed = path("past-missed");
    private final Path overridden = path("past-overridden");
    private final Rectangle limits = new Rectangle();
    private final Group rings = new Group();
    private List<WhatIfDesk.ComparableDeal> comparables = List.of();
    private Optional<WhatIfDesk.Opened> opened = Optional.empty();

    CorridorMarks(Figures figures) {
        this.figures = figures;
        limits.getStyleClass().add("corridor-limits");
        List.of(limits, missed, overridden, beat).forEach(node -> node.setMouseTransparent(true));
        rings.setId("comparables");
        getChildren().addAll(limits, missed, overridden, beat, rings);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    void open(WhatIfDesk.Opened known) {
        opened = Optional.of(known);
    }

    void show(List<WhatIfDesk.ComparableDeal> deals) {
        comparables = List.copyOf(deals);
    }

    void layOut(CorridorScale scale) {
        opened.ifPresent(known -> {
            layOutLimits(scale, known);
            layOutPasts(scale, known);
        });
        List<Circle> shown = new ArrayList<>();
        for (WhatIfDesk.ComparableDeal deal : comparables) {
            if (scale.shows(deal.terms())) {
                shown.addAll(ring(deal, scale.x(deal.terms()), scale.y(deal.terms())));
            }
        }
        rings.getChildren().setAll(shown);
    }

    /// A dark ring on a light one, so that it is seen on every colour of the map.
    private List<Circle> ring(WhatIfDesk.ComparableDeal deal, double x, double y) {
        Circle halo = new Circle(x, y, RING);
        halo.getStyleClass().add("comparable-halo");
        halo.setMouseTransparent(true);
        Circle ring = new Circle(x, y, RING);
        ring.getStyleClass().add("comparable-ring");
        String words = words(deal);
        Tooltip tooltip = new Tooltip(words);
        tooltip.getStyleClass().add(Style.DETAIL);
        Tooltip.install(ring, tooltip);
        ring.setAccessibleText(words);
        return List.of(halo, ring);
    }

    /// `Comparable deal of Trattoria Bella, likeness 0.93: 32% · $82 · 21 days, reached its baseline`.
    private String words(WhatIfDesk.ComparableDeal deal) {
        return "Comparable deal of %s, likeness %s: %s, %s"
                .formatted(
                        deal.merchant(),
                        figures.hundredths(deal.likeness()),
                        figures.terms(deal.terms()),
                        switch (deal.fate()) {
                            case BEAT -> "reached its baseline";
                            case MISSED -> "missed its baseline";
                            case OVERRIDDEN -> "was overridden";
                        });
    }

    private void layOutLimits(CorridorScale scale, WhatIfDesk.Opened known) {
        Map<?, Range> ranges = known.limits().limits().ranges();
        Range x = ranges.get(scale.surface().x().term());
        Range y = ranges.get(scale.surface().y().term());
        limits.setVisible(x != null && y != null);
        if (x != null && y != null) {
            double left = CorridorScale.share(scale.surface().x(), x.low()) * scale.plotWidth();
            double right = CorridorScale.share(scale.surface().x(), x.high()) * scale.plotWidth();
            double bottom = CorridorScale.share(scale.surface().y(), y.low()) * scale.plotHeight();
            double top = CorridorScale.share(scale.surface().y(), y.high()) * scale.plotHeight();
            limits.setX(CorridorScale.LEFT + left);
            limits.setY(CorridorScale.TOP + scale.plotHeight() - top);
            limits.setWidth(right - left);
            limits.setHeight(top - bottom);
        }
    }

    private void layOutPasts(CorridorScale scale, WhatIfDesk.Opened known) {
        List.of(beat, missed, overridden).forEach(path -> path.getElements().clear());
        for (WhatIfDesk.PastDeal deal : known.pasts()) {
            DealTerms terms = deal.terms();
            if (scale.shows(terms)) {
                double x = scale.x(terms);
                double y = scale.y(terms);
                switch (deal.fate()) {
                    case BEAT -> diamond(beat, x, y);
                    case MISSED -> cross(missed, x, y);
                    case OVERRIDDEN -> square(overridden, x, y);
                }
            }
        }
    }

    private static void diamond(Path path, double x, double y) {
        outline(path, new double[] {x, x + MARK, x, x - MARK}, new double[] {y - MARK, y, y + MARK, y});
    }

    private static void square(Path path, double x, double y) {
        double half = MARK - 0.5;
        outline(path, new double[] {x - half, x + half, x + half, x - half}, new double[] {
            y - half, y - half, y + half, y + half
        });
    }

    private static void outline(Path path, double[] x, double[] y) {
        path.getElements().add(new MoveTo(x[3], y[3]));
        for (int i = 0; i < x.length; i++) {
            path.getElements().add(new LineTo(x[i], y[i]));
        }
    }

    private static void cross(Path path, double x, double y) {
        path.getElements()
                .addAll(
                        new MoveTo(x - MARK, y - MARK),
                        new LineTo(x + MARK, y + MARK),
                        new MoveTo(x - MARK, y + MARK),
                        new LineTo(x + MARK, y - MARK));
    }
}
