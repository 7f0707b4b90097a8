package aidg.ui.shell;

import aidg.ui.data.DataPage;
import aidg.ui.mirror.MirrorPage;
import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Page;
import aidg.ui.page.Surroundings;
import aidg.ui.review.ReviewPage;
import aidg.ui.session.SessionPage;
import aidg.ui.task.Background;
import aidg.ui.theme.Appearance;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The whole workbench as one node: the bars, the view in the middle, and what floats above. Keys that no control
/// takes arrive here and run the action they belong to.
public final class Frame extends StackPane {

    /// Somewhat under the five seconds of a session that a killed program may lose.
    /// So often the clock is looked at and the running session gives a sign of life.
    public static final Duration LOOK_AT_CLOCK = Duration.seconds(4);

    private final Navigator navigator = new Navigator(Destination.Review.QUEUE);
    private final Appearance appearance;
    private final Places places;
    private final StatusViewModel status;
    private final TasksViewModel tasks;
    private final NotificationsViewModel notifications;
    private final GuideViewModel tour;
    private final EveryAction actions;
    private final BorderPane body = new BorderPane();
    private final Overlays floating;
    private final Timeline clock;

    public Frame(WorkbenchSetting setting, WorkbenchPorts ports, Background background, Appearance appearance) {
        this.appearance = appearance;
        Surroundings surroundings =
                new Surroundings(background, setting.figures(), setting.clock(), navigator, this::tell);
        places = new Places(ports, surroundings, this::loadReview, this::changeReader, this::openKeys);
        ReviewPage review = places.review();
        status = new StatusViewModel(ports.engine(), surroundings);
        tasks = new TasksViewModel(surroundings);
        notifications = new NotificationsViewModel(surroundings, review.undoDepth());
        tour = new GuideViewModel(ports.tour(), surroundings, review.selection());
        floating = new Overlays(
                new Overlays.Shown(this::actions, review::places, tasks, notifications, tour),
                new LastDecision(review.undoDepth(), review::undo),
                body);
        actions = new EveryAction(places.all(), navigator, FrameActions.of(floating, tasks, appearance));
        clock = new Timeline(new KeyFrame(LOOK_AT_CLOCK, now -> {
            status.tick();
            status.refresh();
            page(SessionPage.class).beat();
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        review.undoDepth()
                .addListener((depth, before, now) -> page(SessionPage.class).recorded());
        layOut(setting);
        navigator.currentProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void layOut(WorkbenchSetting setting) {
        getStyleClass().add("frame");
        BorderPane right = new BorderPane(body);
        right.setTop(new TopBar(setting.workspace(), status, places.review(), appearance, notifications, floating));
        BorderPane all = new BorderPane(right);
        all.setLeft(new Rail(navigator, places));
        SessionChip session = new SessionChip(places.page(SessionPage.class), navigator);
        all.setBottom(new StatusBar(setting.workspace(), status, session, tasks, floating::openTasks));
        getChildren().addAll(all, floating);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        floating.follow();
    }

    /// Reads everything the views show; returns at once.
    public void load() {
        loadReview();
        page(DataPage.class).load();
        page(SessionPage.class).recorded();
    }

    /// Starts looking at the clock.
    public void startClock() {
        clock.play();
    }

    /// Looks at the clock no more: nothing is asked of what is closed.
    public void stopClock() {
        clock.stop();
    }

    private void loadReview() {
        places.pages().forEach(Page::forget);
        places.review().load();
        status.refresh();
    }

    /// Somebody else has sat down: what was told to the one before and what they could take back is not for them.
    private void changeReader() {
        notifications.forget();
        floating.hideToast();
        page(MirrorPage.class).forget();
        places.review().handOver();
    }

    /// Goes to a view.
    public void go(Destination destination) {
        navigator.go(destination);
    }

    /// Where one is.
    public ReadOnlyObjectProperty<Destination> destinationProperty() {
        return navigator.currentProperty();
    }

    /// What the view in front is called on the rail.
    public String view() {
        return places.of(navigator.currentProperty().get()).word();
    }

    /// Goes to the view that is called that; one that does not exist is left alone.
    public void goToView(String word) {
        places.all().stream()
                .filter(place -> place.word().equals(word))
                .findFirst()
                .ifPresent(place -> navigator.go(place.home()));
    }

    private void show(Destination destination) {
        Page page = places.of(destination).page();
        body.setCenter(page.root());
        page.shown(destination);
        // What had the keyboard may have gone with the view before.
        if (getScene() != null
                && (getScene().getFocusOwner() == null
                        || getScene().getFocusOwner().getScene() == null)) {
            page.root().requestFocus();
        }
    }

    private Page front() {
        return places.of(navigator.currentProperty().get()).page();
    }

    private void tell(Notice notice) {
        notifications.take(notice);
        if (!notice.isProblem()) {
            floating.tell(notice);
        }
    }

    /// Everything that can be done, wherever one is: the palette and the sheet of keys list exactly this.
    public List<Action> actions() {
        return actions.with(front());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (!floating.close() && !front().escape()) {
                floating.hideToast();
            }
            event.consume();
            return;
        }
        if (floating.isOpen()) {
            floating.pressed(event);
            return;
        }
        boolean typing = getScene().getFocusOwner() instanceof TextInputControl;
        actions().stream()
                .filter(action -> action.shortcut()
                        .filter(keys -> keys.matches(event) && !(typing && keys.types()))
                        .isPresent())
                .findFirst()
                .ifPresent(action -> {
                    action.runIfEnabled();
                    event.consume();
                });
    }

    /// Opens the command palette.
    public void openPalette() {
        floating.openPalette();
    }

    /// Opens the sheet of keys.
    public void openKeys() {
        floating.openKeys();
    }

    /// Opens the list of tasks.
    public void openTasks() {
        floating.openTasks();
    }

    /// Opens the list of notifications.
    public void openNotifications() {
        floating.openNotifications();
    }

    /// The first look round.
    public void startTour() {
        floating.startTour();
    }

    /// Its next step; after the last it is over.
    public void nextInTour() {
        tour.next();
    }

    /// Shows the person around once, unless that has been done before.
    public void offerTour() {
        tour.offerOnce();
    }

    /// The start page.
    public ReviewPage review() {
        return places.review();
    }

    /// A view under test or in the picture, by its type.
    public <P extends Page> P page(Class<P> kind) {
        return places.page(kind);
    }
}
