package aidg.ui.whatif;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.whatif.Axis;
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
import java.util.function.Consumer;
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

/// The negotiation corridor: expected gross profit over two terms, with the merchant's past deals, its limits, the
/// proposed terms and the tried ones, which can be dragged or moved with the arrow keys.
final class Corridor extends Region {

    private static final double KNOB = 9;
    private static final int TICKS = 7;

    private final Figures figures;
    private final Slot painting;
    private final Consumer<DealTerms> onMove;
    private final Runnable onMoved;
    private final ImageView image = new ImageView();
    private final CorridorMarks marks;
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
    private double baseline;
    private int paintedWidth;
    private int paintedHeight;

    /// @param painting where its picture is painted
    /// @param onMove   called with the terms at the point while it is dragged, on the axes that are drawn
    /// @param onMoved  called when it is let go
    Corridor(Figures figures, Slot painting, Consumer<DealTerms> onMove, Runnable onMoved) {
        this.figures = figures;
        this.painting = painting;
        this.onMove = onMove;
        this.onMoved = onMoved;
        marks = new CorridorMarks(figures);
        getStyleClass().add("corridor");
        setId("corridor");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(280, 220);
        proposed.getStyleClass().add("corridor-proposed");
        knob.getStyleClass().add("corridor-knob");
        moved.getStyleClass().add("corridor-moved");
        tag.getStyleClass().add("corridor-tag");
        List<Node> all = new ArrayList<>(List.of(image, marks, across, down, moved, proposed, knob, tag));
        for (int i = 0; i < TICKS; i++) {
            xTicks.add(Parts.whole("", Style.DETAIL, Style.MUTED));
            yTicks.add(Parts.whole("", Style.DETAIL, Style.MUTED));
        }
        all.addAll(xTicks);
        all.addAll(yTicks);
        all.forEach(node -> {
            node.setManaged(false);
            node.setMouseTransparent(node != marks);
        });
        getChildren().addAll(all);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> onMoved.run());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("corridor-cross");
        return line;
    }

    /// Another proposal: nothing is known of it yet.
    void open(WhatIfDesk.Opened known, DealTerms terms, double baselineGp30) {
        marks.open(known);
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
            paint(new CorridorScale(found, getWidth(), getHeight()));
        }
        requestLayout();
    }

    /// Deals of similar merchants.
    void show(List<WhatIfDesk.ComparableDeal> comparables) {
        marks.show(comparables);
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
    Optional<CorridorPixels> colours() {
        return pixels.filter(CorridorPixels::hasAllowed);
    }

    private static String said(Term term, DealTerms terms) {
        return term.said(term.of(terms));
    }

    @Override
    protected void layoutChildren() {
        boolean known = surface.isPresent() && tried.isPresent() && original.isPresent();
        getChildren().forEach(node -> node.setVisible(known));
        if (known) {
            layOut(
                    new CorridorScale(surface.orElseThrow(), getWidth(), getHeight()),
                    tried.orElseThrow(),
                    original.orElseThrow());
        }
    }

    private void layOut(CorridorScale scale, DealTerms now, DealTerms proposal) {
        paint(scale);
        image.relocate(CorridorScale.LEFT, CorridorScale.TOP);
        double x = Math.clamp(scale.x(now), CorridorScale.LEFT, CorridorScale.LEFT + scale.plotWidth());
        double y = Math.clamp(scale.y(now), CorridorScale.TOP, CorridorScale.TOP + scale.plotHeight());
        across.setStartX(CorridorScale.LEFT);
        across.setEndX(CorridorScale.LEFT + scale.plotWidth());
        across.setStartY(y);
        across.setEndY(y);
        down.setStartX(x);
        down.setEndX(x);
        down.setStartY(CorridorScale.TOP);
        down.setEndY(CorridorScale.TOP + scale.plotHeight());
        knob.setCenterX(x);
        knob.setCenterY(y);
        proposed.setCenterX(scale.x(proposal));
        proposed.setCenterY(scale.y(proposal));
        proposed.setVisible(!now.equals(proposal));
        moved.setVisible(!now.equals(proposal));
        moved.setStartX(proposed.getCenterX());
        moved.setStartY(proposed.getCenterY());
        moved.setEndX(x);
        moved.setEndY(y);
        double width = tag.prefWidth(-1);
        double height = tag.prefHeight(-1);
        double right = x + 14 + width > CorridorScale.LEFT + scale.plotWidth() ? x - 14 - width : x + 14;
        double above = y - 14 - height < CorridorScale.TOP ? y + 14 : y - 14 - height;
        tag.resizeRelocate(Math.round(Math.max(CorridorScale.LEFT + 2, right)), Math.round(above), width, height);
        marks.layOut(scale);
        layOutTicks(scale);
    }

    /// Has the picture painted where it does not hold up the window; until it is there, the one before fills its
    /// place.
    private void paint(CorridorScale scale) {
        int width = (int) Math.round(scale.plotWidth());
        int height = (int) Math.round(scale.plotHeight());
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

    private void layOutTicks(CorridorScale scale) {
        label(xTicks, scale.surface().x(), TICKS, (label, share) -> {
            double width = label.prefWidth(-1);
            double middle = CorridorScale.LEFT + share * scale.plotWidth() - width / 2;
            label.resizeRelocate(
                    Math.round(Math.min(middle, getWidth() - width)),
                    CorridorScale.TOP + scale.plotHeight() + 6,
                    width,
                    label.prefHeight(-1));
        });
        label(yTicks, scale.surface().y(), TICKS, (label, share) -> {
            double height = label.prefHeight(-1);
            label.resizeRelocate(
                    Math.round(CorridorScale.LEFT - 8 - label.prefWidth(-1)),
                    Math.round(Math.max(0, CorridorScale.TOP + (1 - share) * scale.plotHeight() - height / 2)),
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
                place.accept(label, CorridorScale.share(axis, values.get(i)));
            }
        }
    }

    private void dragged(MouseEvent event) {
        requestFocus();
        scale().ifPresent(scale -> tried.ifPresent(now -> onMove.accept(scale.at(now, event.getX(), event.getY()))));
        event.consume();
    }

    private Optional<CorridorScale> scale() {
        return surface.map(found -> new CorridorScale(found, getWidth(), getHeight()));
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
            onMove.accept(scale().orElseThrow().moved(tried.get(), right, up));
            onMoved.run();
            event.consume();
        }
    }
}
