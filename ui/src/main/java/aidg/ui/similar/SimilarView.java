package aidg.ui.similar;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.MapPoint;
import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Category;
import aidg.ui.control.Banner;
import aidg.ui.control.ChoiceWords;
import aidg.ui.control.Parts;
import aidg.ui.control.Pictures;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.format.Figures;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import aidg.ui.proposal.NeighbourWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The category as a map, left; the closest merchants, what they offered and what came of it, right.
final class SimilarView extends BorderPane {

    private static final double TWO_LINES = 34;

    private final SimilarViewModel model;
    private final Surroundings surroundings;
    private final Figures figures;
    private final NeighbourWords words;
    private final ViewHead head;
    private final ComboBox<Category> category = new ComboBox<>();
    private final Button export = Parts.button("Export CSV", List.of("Ctrl", "S"), this::export);
    private final MerchantMap map;
    private final NeighbourTable table;
    private final LatelyPane lately;
    private final Label mapTitle = Parts.whole("", CONTENT, STRONG);
    private final Label mapCount = Parts.label("", DETAIL, MUTED);
    private final Label pointed = Parts.wrapping("", DETAIL, MUTED);
    private final Label source = Parts.label("", DETAIL, MUTED);
    private final Label notice = Parts.wrapping("", DETAIL, "careful");
    private final Label sentences = Parts.wrapping("", DETAIL);
    private final HBox buttons = Parts.row(GAP_8);
    private final HBox content;
    private String caption = "";
    private boolean showing;

    SimilarView(SimilarViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        figures = surroundings.figures();
        words = new NeighbourWords(figures);
        getStyleClass().add("similar-view");
        map = new MerchantMap(model::open);
        table = new NeighbourTable(figures, words, this::open);
        lately = new LatelyPane(figures, words);
        head = new ViewHead(category, export);
        content = new HBox(mapSide(), tableSide());
        content.getStyleClass().add("similar-content");
        prepareCategory();
        table.getSelectionModel().selectedItemProperty().subscribe(this::showChosen);
        map.pointedProperty().subscribe(this::showPointed);
        setTop(head);
        model.stateProperty().subscribe(this::show);
        model.saving()
                .problemProperty()
                .subscribe(problem -> setBottom(problem.map(Banner::of).orElse(null)));
    }

    private Node mapSide() {
        map.prefHeightProperty().bind(map.widthProperty());
        pointed.setMinHeight(TWO_LINES);
        pointed.setAlignment(Pos.TOP_LEFT);
        FlowPane legend = new FlowPane(
                12,
                4,
                legend("filled", "half or more reached"),
                legend("open", "fewer"),
                legend("pale", "none matured"),
                Parts.whole("large: prototype", DETAIL, MUTED));
        VBox side = Parts.column(GAP_8, Parts.row(GAP_8, mapTitle, mapCount), map, legend, pointed);
        side.getStyleClass().add("map-side");
        return side;
    }

    private static Node legend(String kind, String words) {
        Region dot = new Region();
        dot.getStyleClass().addAll("legend-dot", kind);
        return Parts.row(GAP_8, dot, Parts.whole(words, DETAIL, MUTED));
    }

    private Node tableSide() {
        VBox right = Parts.column(
                GAP_12,
                Parts.row(
                        GAP_8,
                        Parts.whole("What they offered and what happened", CONTENT, STRONG),
                        Parts.spring(),
                        source),
                table,
                notice,
                sentences,
                buttons,
                Parts.hairline(),
                lately);
        right.getStyleClass().add("table-side");
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("Similar merchants");
        scroll.getStyleClass().add("table-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void prepareCategory() {
        category.setItems(model.categories());
        category.setAccessibleText("Category to look in");
        category.setConverter(new ChoiceWords<>("Category", Category::words));
        category.valueProperty().subscribe(now -> {
            if (now != null && !showing) {
                model.lookAmong(now);
            }
        });
    }

    private void show(SimilarState state) {
        boolean ready = state instanceof SimilarState.Ready;
        export.setDisable(!ready);
        category.setDisable(state instanceof SimilarState.Nobody || state instanceof SimilarState.Loading);
        switch (state) {
            case SimilarState.Nobody() -> {
                head.show("Similar merchants", "Nobody to compare");
                setCenter(new StatePane(
                        Feather.INBOX,
                        MUTED,
                        "No proposal awaits review",
                        "Similar merchants are looked up for the proposal that is selected in the queue.",
                        Parts.button(
                                "Review",
                                List.of("Ctrl", "1"),
                                () -> surroundings.navigator().go(Destination.Review.QUEUE))));
            }
            case SimilarState.Loading(Subject subject) -> {
                head.show("Similar merchants", "Looking…");
                setCenter(new Skeleton(24, 420, 520, 480, 560, 500, 440));
            }
            case SimilarState.Ready(Subject subject, SimilarMerchants found) -> show(found);
            case SimilarState.Broken(Subject subject, Problem problem) -> {
                head.show("Similar merchants", "Not found");
                setCenter(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::tryAgain)));
            }
        }
    }

    private void show(SimilarMerchants found) {
        head.show("Similar merchants, " + found.merchant().name(), words.finding(found));
        showing = true;
        category.setValue(found.category());
        showing = false;
        mapTitle.setText("Merchants of %s".formatted(found.category().words()));
        mapCount.setText(figures.count(found.map().size(), "merchant", "merchants"));
        caption =
                "The map shows %s of how they differ, so distances are approximate; the likeness (cosine of the profiles, 1 is the same) is exact. Click a dot to open it."
                        .formatted(figures.percent(found.mapShows()));
        showPointed(Optional.empty());
        String told = words.sentences(found);
        map.show(found, told);
        source.setText("prototypes of " + figures.moment(found.builtAt()));
        notice.setText(found.notice());
        setShown(notice, !found.notice().isEmpty());
        sentences.setText(told);
        setShown(table, !found.neighbours().isEmpty());
        setShown(lately, !found.neighbours().isEmpty());
        table.show(found.neighbours());
        setCenter(content);
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showChosen(@Nullable SimilarMerchant one) {
        buttons.getChildren().clear();
        if (one != null) {
            lately.show(one);
            buttons.getChildren()
                    .add(Parts.button("Open " + one.merchant().name(), List.of("Enter"), this::open, "small"));
            model.proposalOf(one.merchant().id())
                    .ifPresent(item -> buttons.getChildren()
                            .add(Parts.button(
                                    "Its proposal in the queue", List.of(), () -> model.review(item), "small")));
        }
    }

    private void showPointed(Optional<MapPoint> point) {
        pointed.setText(point.map(one -> "%s: %s of %s reached the baseline%s"
                        .formatted(
                                one.merchant().name(),
                                figures.count(one.reached()),
                                figures.count(one.matured(), "matured deal", "matured deals"),
                                one.prototype() ? ", a prototype" : ""))
                .orElse(caption));
    }

    /// Looks at the selected neighbour.
    void open() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(one -> model.open(one.merchant().id()));
    }

    void export() {
        SaveDialog.ask(this, "Export similar merchants", "similar.csv", List.of("csv"))
                .ifPresent(model::export);
    }

    void savePicture() {
        SaveDialog.ask(this, "Save map", "similar.png", List.of("png")).ifPresent(this::savePicture);
    }

    void savePicture(Path file) {
        WritableImage taken = Pictures.of(content);
        model.saving().write(file, () -> Pictures.write(taken, file));
    }

    /// Puts the keyboard into the table.
    void focusTable() {
        table.requestFocus();
    }
}
