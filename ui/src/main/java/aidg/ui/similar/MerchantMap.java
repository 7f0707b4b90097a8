package aidg.ui.similar;

import aidg.engine.MapPoint;
import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.ui.control.Parts;
import aidg.ui.control.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A category's merchants as dots, the one asked about lit, its neighbours numbered. A click or Enter opens the
/// merchant that is pointed at; arrow keys point at the next one in their direction.
final class MerchantMap extends Region {

    private static final double EDGE = 20;
    private static final double PROTOTYPE = 4;
    private static final double OTHER = 2.5;
    private static final double NEAR = 12;
    private static final double BADGE = 20;
    private static final double TAG_HEIGHT = 22;
    private static final double ASIDE = 16;

    private final Path reached = path("dot-reached");
    private final Path missed = path("dot-missed");
    private final Path unknown = path("dot-unknown");
    private final Circle here = new Circle(7);
    private final Circle halo = new Circle(13);
    private final Circle ring = new Circle(8);
    private final Label tag = Parts.whole("", Style.DETAIL);
    private final List<Label> badges = new ArrayList<>();
    private final List<Line> links = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<MapPoint>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<String> open;
    private List<MapPoint> points = List.of();
    private List<String> neighbours = List.of();
    private String subject = "";
    private String description = "";
    private double scale = 1;
    private double left;
    private double bottom;

    /// @param open called with the id of a merchant that is to be opened
    MerchantMap(Consumer<String> open) {
        this.open = open;
        getStyleClass().add("merchant-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        here.getStyleClass().add("map-here");
        halo.getStyleClass().add("map-halo");
        ring.getStyleClass().add("map-ring");
        tag.getStyleClass().add("map-tag");
        List.of(here, halo, ring, tag).forEach(node -> {
            node.setManaged(false);
            node.setMouseTransparent(true);
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed.set(at(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.set(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            at(event.getX(), event.getY())
                    .ifPresent(point -> open.accept(point.merchant().id()));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        pointed.subscribe(now -> mark());
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    /// @param words the same for screen readers
    void show(SimilarMerchants found, String words) {
        points = found.map();
        subject = found.merchant().id();
        neighbours = found.neighbours().stream().map(one -> one.merchant().id()).toList();
        tag.setText(found.merchant().name());
        badges.clear();
        links.clear();
        for (SimilarMerchant one : found.neighbours()) {
            Label badge = Parts.whole(Integer.toString(badges.size() + 1), Style.DETAIL);
            badge.getStyleClass().add("map-badge");
            badge.setManaged(false);
            badge.setMouseTransparent(true);
            badge.setAccessibleText(one.merchant().name());
            badges.add(badge);
            Line link = new Line();
            link.getStyleClass().add("map-link");
            link.setManaged(false);
            link.setMouseTransparent(true);
            links.add(link);
        }
        List<Node> all = new ArrayList<>(List.of(unknown, missed, reached));
        all.addAll(links);
        all.add(halo);
        all.addAll(badges);
        all.addAll(List.of(here, ring, tag));
        getChildren().setAll(all);
        pointed.set(Optional.empty());
        description = words;
        setAccessibleText(words);
        requestLayout();
    }

    /// The merchant under the mouse or the arrow keys.
    ReadOnlyObjectProperty<Optional<MapPoint>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        fit();
        List.of(reached, missed, unknown).forEach(path -> path.getElements().clear());
        for (MapPoint point : points) {
            if (!point.merchant().id().equals(subject)
                    && !neighbours.contains(point.merchant().id())) {
                Path path = point.matured() == 0 ? unknown : 2 * point.reached() >= point.matured() ? reached : missed;
                dot(path, place(point), point.prototype() ? PROTOTYPE : OTHER);
            }
        }
        Point2D middle = points.stream()
                .filter(point -> point.merchant().id().equals(subject))
                .findFirst()
                .map(this::place)
                .orElse(new Point2D(getWidth() / 2, getHeight() / 2));
        centre(here, middle);
        centre(halo, middle);
        placeNeighbours(middle);
        placeTag(middle);
        mark();
    }

    /// Both directions keep one scale, so that distances can be compared.
    private void fit() {
        double minX = points.stream().mapToDouble(MapPoint::x).min().orElse(0);
        double maxX = points.stream().mapToDouble(MapPoint::x).max().orElse(1);
        double minY = points.stream().mapToDouble(MapPoint::y).min().orElse(0);
        double maxY = points.stream().mapToDouble(MapPoint::y).max().orElse(1);
        double width = Math.max(1e-9, maxX - minX);
        double height = Math.max(1e-9, maxY - minY);
        scale = Math.min((getWidth() - 2 * EDGE) / width, (getHeight() - 2 * EDGE) / height);
        left = getWidth() / 2 - scale * (minX + maxX) / 2;
        bottom = getHeight() / 2 + scale * (minY + maxY) / 2;
    }

    private Point2D place(MapPoint point) {
        return new Point2D(left + scale * point.x(), bottom - scale * point.y());
    }

    private void placeNeighbours(Point2D middle) {
        List<Point2D> taken = new ArrayList<>(List.of(middle));
        for (int i = 0; i < badges.size(); i++) {
            String id = neighbours.get(i);
            Point2D exact = points.stream()
                    .filter(point -> point.merchant().id().equals(id))
                    .findFirst()
                    .map(this::place)
                    .orElse(middle);
            Point2D free = apart(exact, middle, taken);
            taken.add(free);
            badges.get(i)
                    .resizeRelocate(
                            Math.round(free.getX() - BADGE / 2), Math.round(free.getY() - BADGE / 2), BADGE, BADGE);
            links.get(i).setStartX(middle.getX());
            links.get(i).setStartY(middle.getY());
            links.get(i).setEndX(free.getX());
            links.get(i).setEndY(free.getY());
        }
    }

    /// Beside, under or over the lit dot, where it covers no number.
    private void placeTag(Point2D middle) {
        double width = snapSizeX(tag.prefWidth(-1));
        double x = Math.clamp(middle.getX() - width / 2, 2, Math.max(2, getWidth() - width - 2));
        List<BoundingBox> wishes = List.of(
                new BoundingBox(middle.getX() + ASIDE, middle.getY() - TAG_HEIGHT / 2, width, TAG_HEIGHT),
                new BoundingBox(middle.getX() - ASIDE - width, middle.getY() - TAG_HEIGHT / 2, width, TAG_HEIGHT),
                new BoundingBox(x, middle.getY() + ASIDE, width, TAG_HEIGHT),
                new BoundingBox(x, middle.getY() - ASIDE - TAG_HEIGHT, width, TAG_HEIGHT),
                new BoundingBox(x, middle.getY() + ASIDE + 2 * BADGE, width, TAG_HEIGHT),
                new BoundingBox(x, middle.getY() - ASIDE - TAG_HEIGHT - 2 * BADGE, width, TAG_HEIGHT));
        BoundingBox room = new BoundingBox(0, 0, getWidth(), getHeight());
        BoundingBox free = wishes.stream()
                .filter(room::contains)
                .min(Comparator.comparingLong(wish -> badges.stream()
                        .filter(badge -> badge.getBoundsInParent().intersects(wish))
                        .count()))
                .orElse(wishes.get(2));
        tag.resizeRelocate(Math.round(free.getMinX()), Math.round(free.getMinY()), width, TAG_HEIGHT);
    }

    /// The nearest place where a number covers no other.
    private Point2D apart(Point2D wish, Point2D middle, List<Point2D> taken) {
        double towards = Math.atan2(wish.getY() - middle.getY(), wish.getX() - middle.getX());
        for (double move = 0; move < 8 * BADGE; move += BADGE / 4) {
            for (int turn = 0; turn < 12; turn++) {
                double angle = towards + (turn % 2 == 0 ? 1 : -1) * ((turn + 1) / 2) * Math.PI / 6;
                Point2D there = wish.add(move * Math.cos(angle), move * Math.sin(angle));
                boolean inside = there.getX() > BADGE / 2
                        && there.getX() < getWidth() - BADGE / 2
                        && there.getY() > BADGE / 2
                        && there.getY() < getHeight() - BADGE / 2;
                if (inside && taken.stream().allMatch(other -> other.distance(there) > BADGE + 3)) {
                    return there;
                }
            }
        }
        return wish;
    }

    private static void centre(Circle circle, Point2D at) {
        circle.setCenterX(at.getX());
        circle.setCenterY(at.getY());
    }

    private static void dot(Path path, Point2D at, double radius) {
        path.getElements()
                .addAll(
                        new MoveTo(at.getX() + radius, at.getY()),
                        new ArcTo(radius, radius, 0, at.getX() - radius, at.getY(), false, false),
                        new ArcTo(radius, radius, 0, at.getX() + radius, at.getY(), false, false),
                        new ClosePath());
    }

    // ---- pointing

    /// A number first, since it may stand beside its merchant's place.
    private Optional<MapPoint> at(double x, double y) {
        for (int i = 0; i < badges.size(); i++) {
            if (badges.get(i).getBoundsInParent().contains(x, y)) {
                String id = neighbours.get(i);
                return points.stream()
                        .filter(point -> point.merchant().id().equals(id))
                        .findFirst();
            }
        }
        return points.stream()
                .filter(point -> place(point).distance(x, y) <= NEAR)
                .min(Comparator.comparingDouble(point -> place(point).distance(x, y)));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case ENTER ->
                pointed.get().ifPresent(point -> open.accept(point.merchant().id()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int right, int down) {
        Point2D from = pointed.get().map(this::place).orElse(new Point2D(here.getCenterX(), here.getCenterY()));
        points.stream()
                .filter(point -> along(place(point).subtract(from), right, down) > 0)
                .min(Comparator.comparingDouble(point -> {
                    Point2D step = place(point).subtract(from);
                    double aside = Math.abs(step.getX() * down) + Math.abs(step.getY() * right);
                    return along(step, right, down) + 2 * aside;
                }))
                .ifPresent(point -> pointed.set(Optional.of(point)));
    }

    private static double along(Point2D step, int right, int down) {
        return step.getX() * right + step.getY() * down;
    }

    private void mark() {
        ring.setVisible(pointed.get().isPresent());
        setAccessibleText(pointed.get()
                .map(point -> point.merchant().name() + ". " + description)
                .orElse(description));
        pointed.get().ifPresent(point -> centre(ring, place(point)));
    }
}
