package aidg.ui.shell;

import aidg.ui.control.Toast;
import aidg.ui.page.Action;
import aidg.ui.page.Notice;
import aidg.ui.page.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What floats above the view in the middle: the toast, and one of palette, sheet of keys, tasks, notifications and
/// the first look round at a time. While one is open, Tab stays in it; when it closes, the keyboard goes back to
/// where it was.
final class Overlays extends StackPane {

    private static final Insets BELOW_TOP_BAR = new Insets(56, 16, 0, 0);
    private static final Insets ABOVE_STATUS_BAR = new Insets(0, 16, 36, 0);
    private static final Insets AT_PALETTE = new Insets(88, 0, 0, 0);
    private static final Insets AT_TOAST = new Insets(0, 0, 100, 0);

    private static final Shortcut UNDO = Shortcut.of(KeyCode.Z);

    private final LastDecision undo;
    private final Toast toast;
    private final Region scrim = new Region();
    private final Palette palette;
    private final KeySheet sheet;
    private final TaskPanel tasks;
    private final NotificationPanel notifications;
    private final Guide guide;
    private final GuideViewModel tour;
    private final Supplier<List<Action>> actions;
    private Optional<Node> focusBefore = Optional.empty();

    /// What the floating parts show.
    ///
    /// @param actions everything that can be done
    /// @param places  what can be opened by name
    record Shown(
            Supplier<List<Action>> actions,
            PaletteViewModel.ByName places,
            TasksViewModel tasks,
            NotificationsViewModel notifications,
            GuideViewModel tour) {}

    /// @param undo takes the last decision back
    /// @param view holds the nodes that the first look round points at
    Overlays(Shown shown, LastDecision undo, Node view) {
        this.undo = undo;
        actions = shown.actions();
        tour = shown.tour();
        toast = new Toast(undo.takeBack());
        palette = new Palette(new PaletteViewModel(actions, shown.places()), this::close);
        sheet = new KeySheet(this::close, heightProperty());
        tasks = new TaskPanel(shown.tasks(), this::close);
        notifications = new NotificationPanel(shown.notifications(), undo, this::close);
        tour.stepProperty().subscribe((before, now) -> keepFocus(before.isPresent(), now.isPresent()));
        guide = new Guide(tour, id -> Optional.ofNullable(view.lookup("#" + id)));
        setPickOnBounds(false);
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(clicked -> close());
        at(Pos.TOP_CENTER, AT_PALETTE, palette);
        at(Pos.TOP_RIGHT, BELOW_TOP_BAR, notifications.node());
        at(Pos.BOTTOM_RIGHT, ABOVE_STATUS_BAR, tasks.node());
        at(Pos.BOTTOM_CENTER, AT_TOAST, toast);
        getChildren().addAll(toast, scrim, palette, sheet, tasks.node(), notifications.node(), guide);
        floating().forEach(node -> node.setVisible(false));
        addEventFilter(KeyEvent.KEY_PRESSED, this::stayInside);
    }

    private static void at(Pos place, Insets margin, Node node) {
        setAlignment(node, place);
        setMargin(node, margin);
    }

    private List<Node> floating() {
        return List.of(scrim, palette, sheet, tasks.node(), notifications.node());
    }

    /// Opens the command palette.
    void openPalette() {
        open(palette);
        palette.open();
    }

    /// Opens the sheet of keys.
    void openKeys() {
        open(sheet);
        sheet.open(actions.get());
    }

    /// Opens the list of tasks.
    void openTasks() {
        open(tasks.node());
        tasks.open();
    }

    /// Opens the list of what was told.
    void openNotifications() {
        open(notifications.node());
        notifications.open();
    }

    /// Shows the person around from the first step.
    void startTour() {
        close();
        tour.start();
    }

    private void keepFocus(boolean before, boolean now) {
        if (!before && now) {
            hideAll();
            remember();
        } else if (before && !now) {
            giveFocusBack();
        }
    }

    private void open(Node overlay) {
        close();
        remember();
        scrim.setVisible(true);
        overlay.setVisible(true);
    }

    private void remember() {
        focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
    }

    /// Closes whatever is open.
    ///
    /// @return whether something was
    boolean close() {
        boolean toured = tour.end();
        boolean open = scrim.isVisible();
        hideAll();
        return open || toured;
    }

    private void hideAll() {
        boolean open = scrim.isVisible();
        floating().forEach(node -> node.setVisible(false));
        if (open) {
            giveFocusBack();
        }
    }

    private void giveFocusBack() {
        focusBefore.ifPresent(Node::requestFocus);
        focusBefore = Optional.empty();
    }

    /// Whether something is open that keys belong to.
    boolean isOpen() {
        return scrim.isVisible() || guide.isVisible();
    }

    /// Keys that reached nothing else while something is open.
    void pressed(KeyEvent event) {
        if (guide.isVisible()) {
            guide.pressed(event);
        } else if (notifications.node().isVisible() && UNDO.matches(event)) {
            undo.takeBack().run();
            event.consume();
        }
    }

    void tell(Notice notice) {
        toast.show(notice);
    }

    void hideToast() {
        toast.hide();
    }

    /// The view beneath is laid out anew: what is pointed at may have moved.
    void follow() {
        if (guide.isVisible()) {
            guide.requestLayout();
        }
    }

    /// Tab from the last stop leads to the first, and back.
    private void stayInside(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || !isOpen()) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        getChildren().stream().filter(child -> child != toast).forEach(child -> collectStops(child, stops));
        int here = stops.indexOf(getScene().getFocusOwner());
        int end = event.isShiftDown() ? 0 : stops.size() - 1;
        if (here == end) {
            event.consume();
            if (stops.size() > 1) {
                // Traversing, not asking for the keyboard, shows the ring.
                Node beside = event.isShiftDown() ? stops.get(stops.size() - 2) : stops.get(1);
                beside.requestFocus();
                beside.requestFocusTraversal(
                        event.isShiftDown() ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
            }
        }
    }

    private static void collectStops(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectStops(child, stops));
        }
    }
}
