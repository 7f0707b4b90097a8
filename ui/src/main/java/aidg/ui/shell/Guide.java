package aidg.ui.shell;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.ui.control.Parts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.util.Subscription;

/// Points at one node after another: all else is dimmed, a ring and an arrow lead from it to the words. What is
/// pointed at stays in reach of the mouse, to be tried.
final class Guide extends Pane {

    private static final double RING = 2;
    private static final double ROOM = 6;
    private static final double AWAY = 18;
    private static final double EDGE = 16;
    private static final double ARROW = 10;

    private final GuideViewModel model;
    private final Function<String, Optional<Node>> finding;
    private final List<Region> shades = List.of(new Region(), new Region(), new Region(), new Region());
    private final Region ring = new Region();
    private final Polygon arrow = new Polygon(0, 0, ARROW, ARROW, 0, 2 * ARROW);
    private final Label count = Parts.whole("", DETAIL, MUTED);
    private final Label title = Parts.wrapping("", CONTENT, STRONG);
    private final Label words = Parts.wrapping("", CONTENT);
    private final Button back;
    private final Button next;
    private final VBox callout;
    private Subscription moving = Subscription.EMPTY;

    /// @param finding the node of an id, if it is in the view
    Guide(GuideViewModel model, Function<String, Optional<Node>> finding) {
        this.model = model;
        this.finding = finding;
        setPickOnBounds(false);
        back = Parts.button("Back", List.of("←"), model::back, "small");
        next = Parts.button("Next", List.of("→"), model::next, "small", "accent");
        Button skip = Parts.button("Skip", List.of("Esc"), model::end, "small", "bare");
        HBox buttons = Parts.row(GAP_8, skip, Parts.spring(), back, next);
        callout = Parts.column(GAP_8, count, title, words, buttons);
        callout.getStyleClass().addAll("floating", "guide-callout");
        shades.forEach(shade -> shade.getStyleClass().add("scrim"));
        ring.getStyleClass().add("guide-ring");
        ring.setMouseTransparent(true);
        arrow.getStyleClass().add("guide-arrow");
        getChildren().addAll(shades);
        getChildren().addAll(ring, arrow, callout);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.stepProperty().subscribe(this::show);
    }

    private void show(Optional<Integer> step) {
        setVisible(step.isPresent());
        moving.unsubscribe();
        step.ifPresent(now -> {
            GuideStep here = GuideViewModel.STEPS.get(now);
            moving = finding.apply(here.target())
                    .map(target -> target.localToSceneTransformProperty().subscribe(this::requestLayout))
                    .orElse(Subscription.EMPTY);
            int all = GuideViewModel.STEPS.size();
            count.setText("%d of %d".formatted(now + 1, all));
            title.setText(here.title());
            words.setText(here.words());
            back.setDisable(now == 0);
            boolean last = now + 1 == all;
            next.setText(last ? "Done" : "Next");
            next.setAccessibleText("%s. %s".formatted(here.title(), here.words()));
            next.setAccessibleHelp((last ? "Ends the tour" : "Goes on") + ", key →");
            requestLayout();
            next.requestFocus();
        });
    }

    /// Right and Left turn the pages, Esc ends it.
    void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> model.next();
            case LEFT -> model.back();
            case ESCAPE -> model.end();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        Optional<Bounds> target = model.stepProperty()
                .get()
                .map(step -> GuideViewModel.STEPS.get(step).target())
                .flatMap(finding)
                .flatMap(this::seen);
        double width = callout.prefWidth(-1);
        double height = callout.prefHeight(width);
        ring.setVisible(target.isPresent());
        arrow.setVisible(target.isPresent());
        target.ifPresentOrElse(hole -> around(hole, width, height), () -> {
            shade(new BoundingBox(0, 0, 0, 0));
            place((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
        });
    }

    /// What can be seen of a node, in this pane's measure.
    private Optional<Bounds> seen(Node node) {
        Bounds all = sceneToLocal(node.localToScene(node.getLayoutBounds()));
        for (Parent over = node.getParent(); over != null; over = over.getParent()) {
            all = common(all, sceneToLocal(over.localToScene(over.getLayoutBounds())));
        }
        if (all.getWidth() > 0 && all.getHeight() > 0) {
            all = new BoundingBox(
                    all.getMinX() - ROOM, all.getMinY() - ROOM, all.getWidth() + 2 * ROOM, all.getHeight() + 2 * ROOM);
        }
        return all.getWidth() > 0 && all.getHeight() > 0 ? Optional.of(all) : Optional.empty();
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    private void around(Bounds hole, double width, double height) {
        shade(hole);
        ring.resizeRelocate(
                hole.getMinX() - RING, hole.getMinY() - RING, hole.getWidth() + 2 * RING, hole.getHeight() + 2 * RING);
        double middle = Math.clamp(
                hole.getCenterY(), EDGE + height / 2, Math.max(EDGE + height / 2, getHeight() - EDGE - height / 2));
        boolean right = hole.getMaxX() + AWAY + width + EDGE <= getWidth();
        boolean left = hole.getMinX() - AWAY - width - EDGE >= 0;
        double x = right
                ? hole.getMaxX() + AWAY
                : left ? hole.getMinX() - AWAY - width : Math.max(EDGE, hole.getMaxX() - width - EDGE);
        place(x, middle - height / 2, width, height);
        arrow.setVisible(right || left);
        arrow.setRotate(right ? 180 : 0);
        arrow.relocate(right ? x - ARROW : x + width, middle - ARROW);
    }

    private void place(double x, double y, double width, double height) {
        callout.resizeRelocate(Math.rint(x), Math.rint(y), width, height);
    }

    private void shade(Bounds hole) {
        double bottom = hole.getMaxY();
        shades.get(0).resizeRelocate(0, 0, getWidth(), hole.getMinY());
        shades.get(1).resizeRelocate(0, bottom, getWidth(), Math.max(0, getHeight() - bottom));
        shades.get(2).resizeRelocate(0, hole.getMinY(), hole.getMinX(), hole.getHeight());
        shades.get(3)
                .resizeRelocate(
                        hole.getMaxX(), hole.getMinY(), Math.max(0, getWidth() - hole.getMaxX()), hole.getHeight());
    }
}
