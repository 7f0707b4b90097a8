package aidg.ui.portfolio;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.FIGURE;
import static aidg.ui.control.Style.GAP_16;
import static aidg.ui.control.Style.GAP_2;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;

import aidg.engine.domain.MoneyRange;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.PortfolioWords;
import aidg.engine.whatif.Total;
import aidg.ui.control.EqualColumns;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.portfolio.PortfolioDesk.Result;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a policy would do: totals, what to know of them in words, and the deals that it moves.
final class ResultPane extends VBox {

    private final PortfolioViewModel model;
    private final Figures figures;
    private final VBox totals = new VBox();
    private final VBox words = Parts.column(GAP_2);
    private final HBox stale = Parts.row(
            GAP_4,
            Parts.icon(Feather.ALERT_TRIANGLE, "icon-14", "careful"),
            Parts.whole("The form says something else by now; work it out again to see that.", DETAIL, "careful"));
    private final Map<Slice, ToggleButton> slices = new EnumMap<>(Slice.class);
    private final MovedTable table;

    ResultPane(PortfolioViewModel model, Figures figures) {
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("portfolio-result", "gap-12");
        table = new MovedTable(figures);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(now -> model.chosenProperty().set(Optional.ofNullable(now)));
        // The table would take Enter for itself.
        table.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER && !pressed.isShortcutDown()) {
                model.chosenProperty().get().ifPresent(model::tryOut);
                pressed.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(stale, totals, words, choices(), table);
        model.isStaleProperty().subscribe(now -> {
            stale.setVisible(now);
            stale.setManaged(now);
        });
        model.sliceProperty().subscribe(now -> showSlice());
    }

    private Node choices() {
        ToggleGroup group = new ToggleGroup();
        HBox row = Parts.row(GAP_4);
        for (Slice slice : Slice.values()) {
            ToggleButton choice = Parts.doing("List " + slice.words(), new ToggleButton(slice.words()));
            choice.getStyleClass().add("choice");
            choice.setToggleGroup(group);
            choice.setMinWidth(USE_PREF_SIZE);
            choice.setOnAction(pressed -> {
                choice.setSelected(true);
                model.sliceProperty().set(slice);
            });
            slices.put(slice, choice);
            row.getChildren().add(choice);
        }
        row.getChildren()
                .addAll(
                        Parts.spring(),
                        Parts.button("What-if", List.of("Enter"), () -> chosen(model::tryOut), "small"),
                        Parts.button("Review", List.of("R"), () -> chosen(model::review), "small"));
        return row;
    }

    private void chosen(Consumer<Moved> what) {
        model.chosenProperty().get().ifPresent(what);
    }

    void show(Result result) {
        Portfolio portfolio = result.portfolio();
        totals.getChildren()
                .setAll(new EqualColumns(
                        GAP_16,
                        List.of(
                                total("As proposed", portfolio.before()),
                                total("Under the policy", portfolio.after()),
                                gain(portfolio))));
        List<String> sentences = PortfolioWords.of(portfolio);
        // The first is the gain, which stands above; the last tells how sure the totals are.
        words.getChildren().clear();
        for (String sentence : sentences.subList(1, sentences.size() - 1)) {
            words.getChildren().add(Parts.wrapping(sentence, DETAIL));
        }
        words.getChildren().add(Parts.wrapping(sure(portfolio.after()), DETAIL, MUTED));
        slices.forEach((slice, choice) -> choice.setText("%s  %s"
                .formatted(slice.words(), figures.count(slice.of(portfolio).size()))));
        showSlice();
    }

    /// On what the range of a total rests.
    private String sure(Total total) {
        return "%s Were each deal's error its own, the total under the policy would be %s; were all wrong together, %s."
                .formatted(
                        total.cautious() == null
                                ? "The past is too short to tell how much alike forecasts err, so the ranges of the totals (90%) are the widest."
                                : "Ranges of totals (90%) let forecasts err as much alike as they did in the past.",
                        figures.range(total.independent()),
                        figures.range(total.dependent()));
    }

    private Node total(String title, Total total) {
        MoneyRange cautious = total.cautious();
        MoneyRange range = cautious == null ? total.dependent() : cautious;
        return card(
                title,
                figures.money(total.gp30()),
                "likely %s%s".formatted(cautious == null ? "within " : "", figures.range(range)),
                "%s pass the guard; managers would approve %s"
                        .formatted(figures.count(total.allowed()), figures.count(Math.round(total.approved()))),
                "");
    }

    private Node gain(Portfolio portfolio) {
        long cents = portfolio.gain().cents();
        return card(
                "Gain of expected GP30",
                figures.moneyChange(portfolio.gain()),
                "likely %s to %s"
                        .formatted(
                                figures.moneyChange(portfolio.gainRange().low()),
                                figures.moneyChange(portfolio.gainRange().high())),
                "%s change, %s win, %s lose%s"
                        .formatted(
                                figures.count(portfolio.changed()),
                                figures.count(portfolio.winners().size()),
                                figures.count(portfolio.losers().size()),
                                portfolio.held() == 0
                                        ? ""
                                        : ", %s held at the end of the range"
                                                .formatted(figures.count(portfolio.held()))),
                cents > 0 ? "good" : cents < 0 ? "bad" : "");
    }

    private static Node card(String title, String figure, String range, String detail, String tone) {
        Label large = Parts.whole(figure, FIGURE);
        if (!tone.isEmpty()) {
            large.getStyleClass().add(tone);
        }
        VBox card = new VBox(
                Parts.whole(title, DETAIL, MUTED),
                large,
                Parts.whole(range, DETAIL, MEDIUM),
                Parts.wrapping(detail, DETAIL, MUTED));
        card.getStyleClass().add("inset-card");
        card.setAccessibleText("%s %s, %s, %s".formatted(title, figure, range, detail));
        return card;
    }

    private void showSlice() {
        Slice slice = model.sliceProperty().get();
        slices.forEach((one, choice) -> choice.setSelected(one == slice));
        if (model.stateProperty().get() instanceof PortfolioState.Ready(Result result)) {
            table.show(result, slice);
        }
    }

    /// Puts the keyboard into the table.
    void focusTable() {
        table.requestFocus();
    }
}
