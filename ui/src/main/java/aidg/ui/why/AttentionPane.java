package aidg.ui.why;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.Explanation;
import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.Part;
import aidg.engine.explain.Honesty.Badge;
import aidg.ui.control.HeatTable;
import aidg.ui.control.Heatmap;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where each term of the deal looked among what is known of the merchant, and beside it what the term did to the
/// score.
final class AttentionPane extends VBox {

    private static final double NAME = 110;
    private static final double TILTED = 128;
    private static final int CELL = 26;
    private static final double WIDEST = 38;
    private static final double LEAST_SCALE = 0.1;
    private static final int SCALE_STEPS = 20;

    private final Figures figures;
    private final ObjectProperty<Second> second;
    private final Heatmap map = new Heatmap(new Heatmap.Sizes(NAME, TILTED, CELL, WIDEST));
    private final TermBars bars;
    private final Label most = Parts.whole("", DETAIL, MUTED);
    private final Label even = Parts.label("", DETAIL, MUTED);
    private final Label otherWords = Parts.whole("", DETAIL);
    private final Label reading = Parts.wrapping("", DETAIL);
    private final Label rest = Parts.whole("", DETAIL, MUTED);
    private List<Explanation.Reason> reasons = List.of();
    private List<Contribution> contributions = List.of();
    private boolean hidden;
    private Attention attention = new Attention(List.of(), List.of(), List.of(), List.of(), List.of());

    /// @param onOpen called with the name of a column that is to be opened
    AttentionPane(Figures figures, ObjectProperty<Second> second, Consumer<String> onOpen) {
        this.figures = figures;
        this.second = second;
        bars = new TermBars(figures);
        getStyleClass().addAll("why-section", GAP_8);
        map.setId("attention");
        map.setOnOpen(column -> {
            map.selectBandOf(column);
            onOpen.accept(attention.columns().get(column));
        });
        map.currentProperty().subscribe(now -> read());
        HBox.setHgrow(map, Priority.ALWAYS);
        bars.setMaxHeight(Double.MAX_VALUE);
        StackPane beside = new StackPane(bars, barsHead());
        beside.setMinWidth(166);
        beside.setPrefWidth(230);
        beside.setMaxWidth(230);
        HBox both = new HBox(map, beside);
        both.getStyleClass().add("gap-24");
        getChildren().addAll(head(), both, reading);
        second.subscribe(now -> showBars());
    }

    private HBox head() {
        Region scale = new Region();
        scale.getStyleClass().add("viridis");
        even.setMinWidth(0);
        return Parts.row(
                GAP_8,
                Parts.whole("Where the model looked", CONTENT, STRONG),
                even,
                Parts.spring(),
                Parts.whole("0%", DETAIL, MUTED),
                scale,
                most);
    }

    private VBox barsHead() {
        ToggleGroup group = new ToggleGroup();
        HBox choices = Parts.row(GAP_4);
        for (Second one : Second.values()) {
            ToggleButton choice = new ToggleButton(one.words());
            Parts.doing(one.action(), choice);
            choice.getStyleClass().add("choice");
            choice.setToggleGroup(group);
            choice.setSelected(one == second.get());
            choice.setAccessibleText("Beside the told points: %s, %s".formatted(one.words(), one.meaning()));
            choice.setOnAction(pressed -> {
                choice.setSelected(true);
                second.set(one);
            });
            second.subscribe(now -> choice.setSelected(now == one));
            choices.getChildren().add(choice);
        }
        Region filled = new Region();
        filled.getStyleClass().addAll("legend-box", "fall-plus");
        Region outlined = new Region();
        outlined.getStyleClass().addAll("legend-box", "term-other-plus");
        VBox head = Parts.column(
                GAP_8,
                Parts.whole("Points of score", CONTENT, STRONG),
                choices,
                Parts.row(GAP_8, filled, Parts.whole("As told", DETAIL)),
                Parts.row(GAP_8, outlined, otherWords),
                rest);
        head.setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(head, Pos.TOP_LEFT);
        return head;
    }

    /// @param openable columns behind which there is more
    void show(Explanation explanation, Set<String> openable) {
        attention = explanation.trace().attention();
        reasons = explanation.reasons();
        contributions = explanation.trace().contributions();
        hidden = explanation.honesty().badge() == Badge.RED;
        double top = attention.weights().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double scale = Math.max(LEAST_SCALE, Math.ceil(top * SCALE_STEPS) / SCALE_STEPS);
        most.setText(figures.percent(scale));
        even.setText(
                attention.columns().isEmpty()
                        ? ""
                        : "share of attention; each row adds to 100%%, evenly shared it would be %s a cell"
                                .formatted(figures.percent(
                                        1.0 / attention.columns().size())));
        map.show(
                new HeatTable(
                        attention.rows(),
                        attention.columns(),
                        attention.columns(),
                        bands(openable),
                        attention.weights(),
                        scale),
                inWords());
        showBars();
        read();
    }

    private List<HeatTable.Band> bands(Set<String> openable) {
        List<HeatTable.Band> bands = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= attention.groups().size(); i++) {
            if (i == attention.groups().size()
                    || !attention.groups().get(i).equals(attention.groups().get(from))) {
                boolean opens = attention.columns().subList(from, i).stream().anyMatch(openable::contains);
                bands.add(new HeatTable.Band(attention.groups().get(from), from, i, opens));
                from = i;
            }
        }
        return bands;
    }

    private void showBars() {
        bars.setVisible(!hidden);
        rest.setVisible(!hidden);
        if (hidden) {
            return;
        }
        otherWords.setText(second.get().words());
        List<TermBars.Term> terms = new ArrayList<>();
        for (int row = 0; row < attention.rows().size(); row++) {
            String feature = attention.features().get(row);
            String name = attention.rows().get(row);
            terms.add(term(feature, name));
        }
        bars.show(terms, map.rowTop(0), map.rowTop(1) - map.rowTop(0));
        double all = contributions.stream().mapToDouble(Contribution::points).sum();
        double drawn = terms.stream().mapToDouble(TermBars.Term::told).sum();
        double others = all - drawn;
        rest.setText("All other facts: " + figures.signedPoints(others));
    }

    /// What a term did itself, and through what is worked out from it: the sales forecast.
    private TermBars.Term term(String feature, String name) {
        double told = 0;
        double other = 0;
        for (Explanation.Reason reason : reasons) {
            Contribution whole = reason.contribution();
            if (whole.feature().equals(feature)) {
                told += whole.points();
                other += second.get().of(reason);
            }
            double part = whole.parts().stream()
                    .filter(one -> one.feature().equals(feature))
                    .mapToDouble(Part::points)
                    .sum();
            told += part;
            other += whole.points() == 0
                    ? 0
                    : part / whole.points() * second.get().of(reason);
        }
        return new TermBars.Term(name, told, other);
    }

    /// The cell that is pointed at, or else the whole picture in a sentence.
    private void read() {
        reading.setText(map.currentProperty()
                .get()
                .map(cell -> "%s looks at %s with %s of its attention."
                        .formatted(
                                attention.rows().get(cell.row()),
                                lower(attention.columns().get(cell.column())),
                                tenths(attention.weights().get(cell.row()).get(cell.column()))))
                .orElseGet(this::inWords));
    }

    private String inWords() {
        if (attention.rows().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        IntStream.range(0, attention.rows().size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -most(row)))
                .limit(3)
                .forEach(row -> parts.add("%s looks most at %s (%s)"
                        .formatted(
                                attention.rows().get(row),
                                lower(attention.columns().get(mostColumn(row))),
                                figures.percent(most(row)))));
        return "In words. " + String.join(", ", parts) + ".";
    }

    private double most(int row) {
        return attention.weights().get(row).get(mostColumn(row));
    }

    private int mostColumn(int row) {
        List<Double> line = attention.weights().get(row);
        return IntStream.range(0, line.size())
                .boxed()
                .max(Comparator.comparingDouble(line::get))
                .orElse(0);
    }

    private String tenths(double share) {
        return figures.decimal(share * 100, 1) + "%";
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
