package aidg.ui.similar;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.SimilarMerchant;
import aidg.engine.domain.Deal;
import aidg.ui.control.Parts;
import aidg.ui.control.PlainColumn;
import aidg.ui.format.Figures;
import aidg.ui.proposal.NeighbourWords;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What similar merchants offered and what came of it, the closest first.
final class NeighbourTable extends TableView<SimilarMerchant> {

    private static final double ROW = 54;
    private static final double HEAD = 34;
    private static final Set<String> GROWS = Set.of("Merchant", "Against this deal");

    private final Figures figures;
    private final NeighbourWords words;

    /// @param open opens the selected one
    NeighbourTable(Figures figures, NeighbourWords words, Runnable open) {
        this.figures = figures;
        this.words = words;
        getStyleClass().add("plain-table");
        setId("neighbours");
        setAccessibleText("Similar merchants, what they offered and what came of it");
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        add("", 36, one -> badge(getItems().indexOf(one) + 1));
        add("Merchant", 140, NeighbourTable::merchant);
        add("Likeness", 66, one -> Parts.whole(figures.hundredths(one.cosine()), DETAIL, STRONG));
        add("Last offered", 124, this::offered);
        add("GP30", 72, one -> Parts.whole(words.gp30(one.latest()), DETAIL, STRONG));
        add("Against baseline", 112, this::against);
        add("Reached", 70, this::reached);
        add("Against this deal", 150, NeighbourTable::differs);
        getColumns().stream()
                .filter(column -> Set.of("Cosine", "GP30", "Reached").contains(column.getText()))
                .forEach(column -> column.getStyleClass().add("figures"));
        setMinHeight(HEAD + ROW);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    /// Shows these; the first is selected.
    void show(List<SimilarMerchant> neighbours) {
        getItems().setAll(neighbours);
        double height = HEAD + ROW * Math.max(1, neighbours.size()) + 2;
        setPrefHeight(height);
        setMinHeight(height);
        setMaxHeight(height);
        getSelectionModel().selectFirst();
    }

    private void add(String name, double width, Function<SimilarMerchant, Node> cell) {
        getColumns().add(new PlainColumn<>(name, width, GROWS.contains(name), cell));
    }

    private static Node badge(int number) {
        Label badge = Parts.whole(Integer.toString(number), DETAIL);
        badge.getStyleClass().add("map-badge");
        return badge;
    }

    private static Node merchant(SimilarMerchant one) {
        VBox both = new VBox(
                Parts.label(one.merchant().name(), DETAIL, MEDIUM),
                Parts.label(NeighbourWords.place(one), DETAIL, MUTED));
        both.getStyleClass().add("middle");
        return both;
    }

    private Node offered(SimilarMerchant one) {
        Deal latest = one.latest();
        return latest == null
                ? Parts.label("nothing matured", DETAIL, MUTED)
                : Parts.label(
                        "%s · %s · %d d"
                                .formatted(
                                        figures.percent(
                                                latest.terms().discount().fraction()),
                                        figures.price(latest.terms().price()),
                                        latest.terms().durationDays()),
                        DETAIL);
    }

    private Node against(SimilarMerchant one) {
        Deal latest = one.latest();
        if (latest == null) {
            return Parts.row(GAP_4, Parts.icon(Feather.CLOCK, "icon-14", MUTED), Parts.label("unknown", DETAIL, MUTED));
        }
        boolean reached = NeighbourWords.reached(latest);
        String tone = reached ? "good" : "bad";
        return Parts.row(
                GAP_4,
                Parts.icon(reached ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, "icon-14", tone),
                Parts.label(words.against(latest), DETAIL, tone));
    }

    private Node reached(SimilarMerchant one) {
        return Parts.whole("%s of %s".formatted(figures.count(one.reached()), figures.count(one.matured())), DETAIL);
    }

    private static Node differs(SimilarMerchant one) {
        Label label = Parts.label(String.join("; ", one.differs()), DETAIL);
        label.setWrapText(true);
        label.setTooltip(new Tooltip(String.join("\n", one.differs())));
        return label;
    }
}
