package aidg.ui.whatif;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import aidg.ui.format.Figures;
import aidg.ui.task.Slot;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// The negotiation corridor: expected gross profit over two terms, with the merchant's past deals, its limits, the
/// proposed terms and the tried ones, which can be dragged or moved with the arrow keys.
final class Corridor extends Region {

    private static final double LEFT = 56;
    private static final double BOTTOM = 28;
    private static final double TOP = 6;
    private static final double RIGHT = 8;
    private static final double KNOB = 9;
    private static final double MARK = 4;
    private static final int TICKS = 7;

    private final Figures figures;
    private final Slot painting;
    private final BiConsumer<Double, Double> onMove;
    private final Runnable onMoved;
    private final ImageView image = new ImageView();
    private final Path beat = path("past-beat");
    private final Path missed = path("past-missed");
    private final Path overridden = path("past-overridden");
    private final Rectangle limits = new Rectangle();
    private final Line across = line();
    private final Line down = line();
    private final Line moved = new Line();
    private final Circle proposed = new Circle(6);
    private final Circle knob = new Circle(KNOB);
    private final Label tag = Parts.whole("", Style.DETAIL, Style.MEDIUM);
    private final List<Label> xTicks = new ArrayList<>();
    private final List<Label> yTicks = new ArrayList<>();
    private Optional<Surface> surface = Optional.empty();
    private Optional<CorridorPixels> pixels = Optional.empty();
    private Optional<DealTerms> tried = Optional.empty();
    private Optional<DealTerms> original = Optional.empty();
    private Optional<WhatIfDesk.Opened> opened = Optional.empty();
    private double baseline;
    private int paintedWidth;
    private int paintedHeight;

    /// @param painting where its picture is painted
    /// @param onMove   called with the values of both terms while the point is dragged
    /// @param onMoved  called when it is let go
    Corridor(Figures figures, Slot painting, BiConsumer<Double, Double> onMove, Runnable onMoved) {
        this.figures = figures;
        this.painting = painting;
        this.onMove = onMove;
        this.onMoved = onMoved;
        getStyleClass().add("corridor");
        setId("corridor");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(280, 220);
        limits.getStyleClass().add("corridor-limits");
        proposed.getStyleClass().add("corridor-proposed");
        knob.getStyleClass().add("corridor-knob");
        moved.getStyleClass().add("corridor-moved");
        tag.getStyleClass().add("corridor-tag");
        List<Node> all = new ArrayList<>(
                List.of(image, limits, missed, overridden, beat, across, down, moved, proposed, knob, tag));
        for (int i = 0; i < TICKS; i++) {
            xTicks.add(Parts.whole("", Style.DETAIL, Style.MUTED));
            yTicks.add(Parts.whole("", Style.DETAIL, Style.MUTED));
        }
        all.addAll(xTicks);
        all.addAll(yTicks);
        all.forEach(node -> {
            node.setManaged(false);
            node.setMouseTransparent(true);
        });
        getChildren().addAll(all);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> onMoved.run());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("corridor-cross");
        return line;
    }

    /// Another proposal: nothing is known of it yet.
    void open(WhatIfDesk.Opened known, DealTerms terms, double baselineGp30) {
        opened = Optional.of(known);
        original = Optional.of(terms);
        baseline = baselineGp30;
        surface = Optional.empty();
        pixels = Optional.empty();
        painting.cancel();
        image.setImage(null);
        requestLayout();
    }

    void show(Surface found) {
        surface = Optional.of(found);
        pixels = Optional.of(new CorridorPixels(found));
        paintedWidth = 0;
        if (getWidth() > 0) {
            // Its size is known, so painting need not wait for the next frame.
            paint();
        }
        requestLayout();
    }

    void show(DealTerms now, Optional<ScoredDeal> scored) {
        tried = Optional.of(now);
        tag.setText(surface.map(found -> "%s, %s"
                                .formatted(
                                        said(found.x().term(), now),
                                        said(found.y().term(), now)))
                        .orElse("")
                + scored.filter(one -> one.proposal().terms().equals(now))
                        .map(one -> "  %s, score %s"
                                .formatted(figures.money(one.expectedGp30()), figures.percent(one.score())))
                        .orElse(""));
        setAccessibleText("Corridor. " + tag.getText());
        requestLayout();
    }

    /// Smallest and largest allowed value, dollars; empty where nothing is known or the guard rejects all.
    Optional<CorridorPixels> scale() {
        return pixels.filter(CorridorPixels::hasAllowed);
    }

    private static String said(Term term, DealTerms terms) {
        return term.said(term.of(terms));
    }

    private double plotWidth() {
        return Math.max(2, getWidth() - LEFT - RIGHT);
    }

    private double plotHeight() {
        return Math.max(2, getHeight() - TOP - BOTTOM);
    }

    private static double share(Axis axis, double value) {
        double low = axis.values().getFirst();
        double high = axis.values().getLast();
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    private double placeX(Surface found, DealTerms terms) {
        return LEFT + share(found.x(), found.x().term().of(terms)) * plotWidth();
    }

    private double placeY(Surface found, DealTerms terms) {
        return TOP + (1 - share(found.y(), found.y().term().of(terms))) * plotHeight();
    }

    @Override
    protected void layoutChildren() {
        boolean known = surface.isPresent() && tried.isPresent() && original.isPresent();
        getChildren().forEach(node -> node.setVisible(known));
        if (known) {
            layOut(surface.orElseThrow(), tried.orElseThrow(), original.orElseThrow());
        }
    }

    private void layOut(Surface found, DealTerms now, DealTerms proposal) {
        paint();
        image.relocate(LEFT, TOP);
        double x = Math.clamp(placeX(found, now), LEFT, LEFT + plotWidth());
        double y = Math.clamp(placeY(found, now), TOP, TOP + plotHeight());
        across.setStartX(LEFT);
        across.setEndX(LEFT + plotWidth());
        across.setStartY(y);
        across.setEndY(y);
        down.setStartX(x);
        down.setEndX(x);
        down.setStartY(TOP);
        down.setEndY(TOP + plotHeight());
        knob.setCenterX(x);
        knob.setCenterY(y);
        proposed.setCenterX(placeX(found, proposal));
        proposed.setCenterY(placeY(found, proposal));
        proposed.setVisible(!now.equals(proposal));
        moved.setVisible(!now.equals(proposal));
        moved.setStartX(proposed.getCenterX());
        moved.setStartY(proposed.getCenterY());
        moved.setEndX(x);
        moved.setEndY(y);
        double width = tag.prefWidth(-1);
        double height = tag.prefHeight(-1);
        double right = x + 14 + width > LEFT + plotWidth() ? x - 14 - width : x + 14;
        double above = y - 14 - height < TOP ? y + 14 : y - 14 - height;
        tag.resizeRelocate(Math.round(Math.max(LEFT + 2, right)), Math.round(above), width, height);
        layOutLimits(found);
        layOutPasts(found);
        layOutTicks(found);
    }

    /// Has the picture painted where it does not hold up the window; until it is there, the one before fills its
    /// place.
    private void paint() {
        int width = (int) Math.round(plotWidth());
        int height = (int) Math.round(plotHeight());
        image.setFitWidth(width);
        image.setFitHeight(height);
        if (width != paintedWidth || height != paintedHeight) {
            paintedWidth = width;
            paintedHeight = height;
            CorridorPixels painted = pixels.orElseThrow();
            double line = baseline;
            painting.run(
                    () -> painted.paint(line, width, height),
                    colours -> image.setImage(new WritableImage(new PixelBuffer<>(
                            width, height, IntBuffer.wrap(colours), PixelFormat.getIntArgbPreInstance()))),
                    failed -> image.setImage(null));
        }
    }

    private void layOutLimits(Surface found) {
        Range x = opened.orElseThrow().limits().limits().ranges().get(found.x().term());
        Range y = opened.orElseThrow().limits().limits().ranges().get(found.y().term());
        limits.setVisible(x != null && y != null);
        if (x != null && y != null) {
            double left = share(found.x(), x.low()) * plotWidth();
            double right = share(found.x(), x.high()) * plotWidth();
            double bottom = share(found.y(), y.low()) * plotHeight();
            double top = share(found.y(), y.high()) * plotHeight();
            limits.setX(LEFT + left);
            limits.setY(TOP + plotHeight() - top);
            limits.setWidth(right - left);
            limits.setHeight(top - bottom);
        }
    }

    private void layOutPasts(Surface found) {
        List.of(beat, missed, overridden).forEach(path -> path.getElements().clear());
        for (WhatIfDesk.PastDeal deal : opened.orElseThrow().pasts()) {
            double x = placeX(found, deal.terms());
            double y = placeY(found, deal.terms());
            if (x >= LEFT && x <= LEFT + plotWidth() && y >= TOP && y <= TOP + plotHeight()) {
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

    private void layOutTicks(Surface found) {
        label(xTicks, found.x(), TICKS, (label, share) -> {
            double width = label.prefWidth(-1);
            double middle = LEFT + share * plotWidth() - width / 2;
            label.resizeRelocate(
                    Math.round(Math.min(middle, getWidth() - width)),
                    TOP + plotHeight() + 6,
                    width,
                    label.prefHeight(-1));
        });
        label(yTicks, found.y(), TICKS, (label, share) -> {
            double height = label.prefHeight(-1);
            label.resizeRelocate(
                    Math.round(LEFT - 8 - label.prefWidth(-1)),
                    Math.round(Math.max(0, TOP + (1 - share) * plotHeight() - height / 2)),
                    label.prefWidth(-1),
                    height);
        });
    }

    private static void label(List<Label> labels, Axis axis, int most, BiConsumer<Label, Double> place) {
        List<Double> values =
                Ticks.between(axis.values().getFirst(), axis.values().getLast(), most - 1);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.setVisible(i < values.size());
            if (i < values.size()) {
                label.setText(axis.term().said(values.get(i)));
                place.accept(label, share(axis, values.get(i)));
            }
        }
    }

    private void dragged(MouseEvent event) {
        requestFocus();
        surface.ifPresent(found -> onMove.accept(
                value(found.x(), Math.clamp((event.getX() - LEFT) / plotWidth(), 0, 1)),
                value(found.y(), Math.clamp(1 - (event.getY() - TOP) / plotHeight(), 0, 1))));
        event.consume();
    }

    private static double value(Axis axis, double share) {
        double low = axis.values().getFirst();
        return Steps.rounded(axis.term(), low + share * (axis.values().getLast() - low));
    }

    private void pressed(KeyEvent event) {
        int right = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        int up = switch (event.getCode()) {
            case DOWN -> -1;
            case UP -> 1;
            default -> 0;
        };
        if ((right != 0 || up != 0) && surface.isPresent() && tried.isPresent()) {
            Surface found = surface.get();
            DealTerms now = tried.get();
            onMove.accept(
                    Steps.moved(found.x().term(), now, right),
                    Steps.moved(found.y().term(), now, up));
            onMoved.run();
            event.consume();
        }
    }
}
