package aidg.ui.why;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.PastAttention;
import aidg.engine.PastAttention.Event;
import aidg.engine.PastAttention.Kind;
import aidg.engine.PastAttention.Reading;
import aidg.ui.control.HeatTable;
import aidg.ui.control.Heatmap;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A token about the past, opened: the deals or overrides that it was made of, and where each head looked.
final class PastsPane extends VBox {

    private static final PastAttention NONE = new PastAttention(Kind.DEALS, List.of(), List.of(), "No deals yet");
    private static final double NAME = 52;
    private static final int CELL = 15;
    private static final double WIDEST = 22;
    private static final int EVERY = 10;
    private static final int ROOM_FOR_TITLE = 8;

    private final Figures figures;
    private final PastWords words;
    private final Label heading = Parts.whole("", CONTENT, STRONG);
    private final Label count = Parts.label("", DETAIL, MUTED);
    private final HBox choices = Parts.row(GAP_4);
    private final Heatmap map = new Heatmap(new Heatmap.Sizes(NAME, 0, CELL, WIDEST));
    private final EventCard card;
    private final Label nothing = Parts.wrapping("", DETAIL, MUTED);
    private final Label inWords = Parts.wrapping("", DETAIL);
    private final HBox both;
    private List<PastAttention> pasts = List.of();
    private Optional<PastAttention> past = Optional.empty();
    private Optional<Reading> reading = Optional.empty();
    private String chosen = "";

    PastsPane(Figures figures) {
        this.figures = figures;
        words = new PastWords(figures);
        card = new EventCard(figures, words);
        getStyleClass().addAll("why-section", GAP_8);
        map.setId("heads");
        map.currentProperty().subscribe(now -> showCard());
        HBox.setHgrow(map, Priority.ALWAYS);
        both = new HBox(map, card);
        both.getStyleClass().add("gap-24");
        count.setMinWidth(0);
        getChildren().addAll(Parts.row(GAP_8, heading, count, Parts.spring(), choices), nothing, both, inWords);
    }

    /// The columns that can be opened.
    static Set<String> openable(List<PastAttention> pasts) {
        Set<String> columns = new HashSet<>();
        pasts.forEach(past -> past.readings().forEach(one -> columns.add(one.column())));
        return columns;
    }

    void show(List<PastAttention> found) {
        pasts = found;
        choices.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (PastAttention one : pasts) {
            ToggleButton choice = new ToggleButton(figures.count(
                    one.events().size(), one.kind().noun(), one.kind().noun() + "s"));
            choice.getStyleClass().add("choice");
            choice.setToggleGroup(group);
            choice.setMinWidth(USE_PREF_SIZE);
            choice.setUserData(one.kind());
            choice.setAccessibleText("Open " + choice.getText());
            choice.setOnAction(pressed -> show(one, one.readings().stream().findFirst()));
            choices.getChildren().add(choice);
        }
        PastAttention again = pasts.stream()
                .filter(one ->
                        one.readings().stream().anyMatch(read -> read.column().equals(chosen)))
                .findFirst()
                .orElse(pasts.isEmpty() ? NONE : pasts.getFirst());
        show(
                again,
                again.readings().stream()
                        .filter(read -> read.column().equals(chosen))
                        .findFirst()
                        .or(() -> again.readings().stream().findFirst()));
    }

    /// Opens a column of the attention map.
    void open(String column) {
        for (PastAttention one : pasts) {
            one.readings().stream()
                    .filter(candidate -> candidate.column().equals(column))
                    .findFirst()
                    .ifPresent(found -> show(one, Optional.of(found)));
        }
    }

    private void show(PastAttention opened, Optional<Reading> read) {
        past = Optional.of(opened);
        reading = read;
        chosen = read.map(Reading::column).orElse(chosen);
        choices.getChildren().forEach(node -> {
            if (node instanceof ToggleButton choice) {
                choice.setSelected(opened.kind().equals(choice.getUserData()));
            }
        });
        heading.setText(read.map(one -> one.column() + ", opened")
                .orElse(opened.kind() == Kind.DEALS ? "Past deals" : "Overrides"));
        boolean drawn = read.filter(one -> !one.heads().isEmpty()).isPresent();
        nothing.setText(
                drawn
                        ? ""
                        : read.map(Reading::words)
                                .filter(text -> !text.isEmpty())
                                .orElse(opened.words() + "."));
        count.setText(drawn ? "%s, newest first; each head’s row adds to 100%%".formatted(opened.words()) : "");
        setShown(nothing, !drawn);
        setShown(both, drawn);
        setShown(inWords, drawn);
        if (drawn) {
            draw(opened, read.orElseThrow());
        }
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void draw(PastAttention opened, Reading read) {
        List<String> rows = new ArrayList<>();
        for (int head = 1; head <= read.heads().size(); head++) {
            rows.add("Head " + figures.count(head));
        }
        int events = opened.events().size();
        List<String> columns = IntStream.range(0, events)
                .mapToObj(event -> title(event, events, opened.kind()))
                .toList();
        List<String> spoken = opened.events().stream()
                .map(event -> "%s of %s"
                        .formatted(
                                event.deal().title(), figures.date(event.deal().startsOn())))
                .toList();
        double most = read.heads().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        String sentence = words.sentence(opened, read);
        inWords.setText("In words. " + sentence);
        map.show(new HeatTable(rows, columns, spoken, List.of(), read.heads(), most), sentence);
        showCard();
    }

    /// Every tenth column has a name, where there is room for it.
    private static String title(int event, int events, Kind kind) {
        if (event == 0) {
            return "newest";
        }
        return event % EVERY == 0 && events - event >= ROOM_FOR_TITLE
                ? "%d %ss before".formatted(event, kind.noun())
                : "";
    }

    private void showCard() {
        if (past.isEmpty() || reading.isEmpty() || reading.get().heads().isEmpty()) {
            return;
        }
        int chosen = map.currentProperty().get().map(Heatmap.Cell::column).orElseGet(() -> looked(reading.get()));
        Event event = past.get().events().get(chosen);
        card.show(event, chosen, reading.get().mean().get(chosen));
    }

    private static int looked(Reading read) {
        List<Double> mean = read.mean();
        return IntStream.range(0, mean.size())
                .boxed()
                .max(Comparator.comparingDouble(mean::get))
                .orElse(0);
    }
}
