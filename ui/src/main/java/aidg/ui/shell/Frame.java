package aidg.ui.shell;

import aidg.ui.control.Toast;
import aidg.ui.data.DataPage;
import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Page;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import aidg.ui.review.ReviewPage;
import aidg.ui.rules.RulesPage;
import aidg.ui.similar.SimilarPage;
import aidg.ui.task.Background;
import aidg.ui.theme.Appearance;
import aidg.ui.whatif.WhatIfPage;
import aidg.ui.why.WhyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// The whole workbench as one node: the bars, the view in the middle, and what floats above. Keys that no control
/// takes arrive here and run the action they belong to.
public final class Frame extends StackPane {

    private static final Set<Group> EVERYWHERE = Set.of(Group.QUEUE, Group.DATA);
    private static final double PALETTE_TOP = 88;
    private static final double TOAST_BOTTOM = 100;
    private static final Duration LOOK_AT_CLOCK = Duration.seconds(5);

    private final Navigator navigator = new Navigator(Destination.Review.QUEUE);
    private final Appearance appearance;
    private final ReviewPage review;
    private final WhatIfPage whatIf;
    private final WhyPage why;
    private final SimilarPage similar;
    private final RulesPage rules;
    private final DataPage data;
    private final List<Place> places;
    private final StatusViewModel status;
    private final Toast toast;
    private final BorderPane body = new BorderPane();
    private final Region scrim = new Region();
    private final Palette palette;
    private final KeySheet sheet;
    private final Timeline clock;
    private Optional<Node> focusBefore = Optional.empty();

    public Frame(WorkbenchSetting setting, WorkbenchPorts ports, Background background, Appearance appearance) {
        this.appearance = appearance;
        Surroundings surroundings =
                new Surroundings(background, setting.figures(), setting.clock(), navigator, this::tell);
        review = new ReviewPage(ports.review(), surroundings, this::openKeys);
        whatIf = new WhatIfPage(ports.whatIf(), surroundings, review.selection());
        why = new WhyPage(ports.why(), surroundings, review.selection());
        similar = new SimilarPage(ports.similar(), surroundings, review.selection());
        rules = new RulesPage(ports.rules(), surroundings, review.selection());
        data = new DataPage(ports.data(), surroundings, this::loadReview);
        places = places();
        status = new StatusViewModel(ports.engine(), surroundings);
        toast = new Toast(review::undo);
        palette = new Palette(new PaletteViewModel(this::actions, review::places), this::closeOverlay);
        sheet = new KeySheet(this::closeOverlay);
        clock = new Timeline(new KeyFrame(LOOK_AT_CLOCK, now -> {
            status.tick();
            status.refresh();
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        layOut(setting);
        navigator.currentProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private List<Place> places() {
        return List.of(
                new Place(
                        "Review",
                        "the queue",
                        Feather.INBOX,
                        KeyCode.DIGIT1,
                        Destination.Review.QUEUE,
                        Group.QUEUE,
                        review),
                new Place(
                        "What-if",
                        "other terms",
                        Feather.SLIDERS,
                        KeyCode.DIGIT2,
                        new Destination.WhatIf(),
                        Group.WHAT_IF,
                        whatIf),
                new Place(
                        "Why",
                        "what drives the score",
                        Feather.HELP_CIRCLE,
                        KeyCode.DIGIT3,
                        new Destination.Why(),
                        Group.WHY,
                        why),
                new Place(
                        "Similar",
                        "merchants like this one",
                        Feather.USERS,
                        KeyCode.DIGIT4,
                        Destination.Similar.TO_SELECTED,
                        Group.SIMILAR,
                        similar),
                new Place(
                        "Rules",
                        "what the model does, as IF-THEN",
                        Feather.GIT_BRANCH,
                        KeyCode.DIGIT5,
                        new Destination.Rules(),
                        Group.RULES,
                        rules),
                new Place(
                        "Data",
                        "import and refused rows",
                        Feather.DATABASE,
                        KeyCode.DIGIT6,
                        new Destination.Data(),
                        Group.DATA,
                        data));
    }

    private void layOut(WorkbenchSetting setting) {
        getStyleClass().add("frame");
        BorderPane right = new BorderPane(body);
        right.setTop(new TopBar(setting.workspace(), status, review, appearance, this::openPalette));
        BorderPane all = new BorderPane(right);
        all.setLeft(new Rail(navigator, places));
        all.setBottom(new StatusBar(setting.workspace(), status));
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(clicked -> closeOverlay());
        setAlignment(palette, Pos.TOP_CENTER);
        setMargin(palette, new Insets(PALETTE_TOP, 0, 0, 0));
        setAlignment(toast, Pos.BOTTOM_CENTER);
        setMargin(toast, new Insets(0, 0, TOAST_BOTTOM, 0));
        getChildren().addAll(all, toast, scrim, palette, sheet);
        List.of(scrim, palette, sheet).forEach(node -> node.setVisible(false));
    }

    /// Reads everything the views show; returns at once.
    public void load() {
        loadReview();
        data.load();
    }

    /// Starts looking at the clock.
    public void startClock() {
        clock.play();
    }

    private void loadReview() {
        List.of(why, similar, rules).forEach(Page::forget);
        review.load();
        status.refresh();
    }

    /// Goes to a view.
    public void go(Destination destination) {
        navigator.go(destination);
    }

    private void show(Destination destination) {
        Page page = pageOf(destination);
        body.setCenter(page.root());
        page.shown(destination);
    }

    private Page pageOf(Destination destination) {
        return places.stream()
                .filter(place -> place.holds(destination))
                .findFirst()
                .orElseThrow()
                .page();
    }

    private Page front() {
        return pageOf(navigator.currentProperty().get());
    }

    private void tell(Notice notice) {
        toast.show(notice);
    }

    // ---- actions and keys

    /// Everything that can be done, wherever one is: the palette and the sheet of keys list exactly this.
    public List<Action> actions() {
        Page front = front();
        List<Action> all = new ArrayList<>(front.actions());
        List<Shortcut> own =
                all.stream().flatMap(action -> action.shortcut().stream()).toList();
        places.stream()
                .filter(place -> !place.page().equals(front))
                .flatMap(place ->
                        place.page().actions().stream().map(action -> fromElsewhere(action, place, front, own)))
                .forEach(all::add);
        places.stream()
                .map(place -> always(
                        place.word(),
                        place.context(),
                        Group.GO_TO,
                        place.icon(),
                        place.shortcut(),
                        () -> go(place.home())))
                .forEach(all::add);
        all.add(new Action(
                "Back",
                "where you were",
                Group.GO_TO,
                Feather.ARROW_LEFT,
                Optional.of(Shortcut.alt(KeyCode.LEFT)),
                navigator.canGoBackProperty(),
                navigator::back));
        all.add(new Action(
                "Forward",
                "",
                Group.GO_TO,
                Feather.ARROW_RIGHT,
                Optional.of(Shortcut.alt(KeyCode.RIGHT)),
                navigator.canGoForwardProperty(),
                navigator::forward));
        all.add(always(
                "Search or run a command",
                "",
                Group.WORKBENCH,
                Feather.SEARCH,
                Shortcut.control(KeyCode.K),
                this::openPalette));
        all.add(always(
                "Light or dark", "", Group.WORKBENCH, Feather.MOON, Shortcut.control(KeyCode.L), appearance::toggle));
        all.add(always("Larger", "", Group.WORKBENCH, Feather.ZOOM_IN, Shortcut.controlPlus(), appearance::zoomIn));
        all.add(always("Smaller", "", Group.WORKBENCH, Feather.ZOOM_OUT, Shortcut.controlMinus(), appearance::zoomOut));
        all.add(always(
                "Natural size",
                "",
                Group.WORKBENCH,
                Feather.MAXIMIZE,
                Shortcut.control(KeyCode.DIGIT0),
                appearance::zoomToNaturalSize));
        all.add(always("All keys", "", Group.WORKBENCH, Feather.HELP_CIRCLE, Shortcut.questionMark(), this::openKeys));
        return all;
    }

    /// An action of a view that is not in front goes there first. Of its keys only those of the queue and of
    /// the data work from elsewhere, and of these none that could be typed or that mean something in front.
    /// What is decided about a proposal is decided in sight of it; but who looks at the selected proposal moves
    /// in the queue from where they are.
    private Action fromElsewhere(Action action, Place there, Page front, List<Shortcut> taken) {
        if (front.followsQueue() && action.group() == Group.QUEUE) {
            return action;
        }
        return new Action(
                action.words(),
                action.context(),
                action.group(),
                action.icon(),
                action.shortcut()
                        .filter(keys -> keys.control() && EVERYWHERE.contains(action.group()) && !taken.contains(keys)),
                action.group() == Group.PROPOSAL ? Bindings.createBooleanBinding(() -> false) : action.enabled(),
                () -> {
                    go(there.home());
                    action.runIfEnabled();
                });
    }

    private static Action always(String words, String context, Group group, Feather icon, Shortcut keys, Runnable run) {
        return Action.always(words, context, group, icon, Optional.of(keys), run);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (!closeOverlay() && !front().escape()) {
                toast.hide();
            }
            event.consume();
            return;
        }
        boolean typing = getScene().getFocusOwner() instanceof TextInputControl;
        if (scrim.isVisible()) {
            return;
        }
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

    // ---- what floats above

    /// Opens the command palette.
    public void openPalette() {
        open(palette);
        palette.open();
    }

    /// Opens the sheet of keys.
    public void openKeys() {
        open(sheet);
        sheet.open(actions());
    }

    private void open(Node overlay) {
        closeOverlay();
        focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        scrim.setVisible(true);
        overlay.setVisible(true);
    }

    private boolean closeOverlay() {
        boolean open = scrim.isVisible();
        List.of(scrim, palette, sheet).forEach(node -> node.setVisible(false));
        if (open) {
            focusBefore.ifPresent(Node::requestFocus);
            focusBefore = Optional.empty();
        }
        return open;
    }

    /// The page under test or in the picture.
    public ReviewPage review() {
        return review;
    }

    public WhyPage why() {
        return why;
    }

    public WhatIfPage whatIf() {
        return whatIf;
    }

    public SimilarPage similar() {
        return similar;
    }

    public RulesPage rules() {
        return rules;
    }

    public DataPage data() {
        return data;
    }
}
