package aidg.ui.portfolio;

import static aidg.ui.control.Style.BAD;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GOOD;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.domain.Money;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Prospect;
import aidg.ui.control.Parts;
import aidg.ui.control.PlainColumn;
import aidg.ui.format.Figures;
import aidg.ui.portfolio.PortfolioDesk.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Deals before and under a policy.
final class MovedTable extends TableView<Moved> {

    private static final double ROW = 44;

    private final Figures figures;
    private Optional<Result> result = Optional.empty();

    MovedTable(Figures figures) {
        this.figures = figures;
        getStyleClass().addAll("plain-table", "moved-table");
        setId("moved");
        setAccessibleText("Deals before and under the policy");
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getColumns()
                .addAll(List.of(
                        new PlainColumn<>("Merchant", 140, true, this::merchant),
                        new PlainColumn<>("Terms", 128, false, this::terms),
                        PlainColumn.figures(
                                "GP30 before", 96, one -> money(one.before().gp30())),
                        PlainColumn.figures(
                                "GP30 after", 92, one -> money(one.after().gp30())),
                        PlainColumn.figures("Gain", 132, this::gain),
                        new PlainColumn<>("Guard", 196, true, MovedTable::guard)));
    }

    void show(Result of, Slice slice) {
        result = Optional.of(of);
        setPlaceholder(Parts.label("No deal: " + slice.words().toLowerCase(Locale.ROOT) + ".", DETAIL, MUTED));
        getItems().setAll(slice.of(of.portfolio()));
        getSelectionModel().selectFirst();
        scrollTo(0);
    }

    private Node merchant(Moved one) {
        VBox both = new VBox(
                Parts.label(result.map(of -> of.merchant(one)).orElse(""), DETAIL, MEDIUM),
                Parts.label(
                        "%s, %s".formatted(one.proposal().id(), one.proposal().title()), DETAIL, MUTED));
        both.getStyleClass().add("middle");
        return both;
    }

    private Node terms(Moved one) {
        VBox both = new VBox(
                Parts.label(terms(one.before()), DETAIL, MUTED),
                Parts.label("\u2192 " + terms(one.after()), DETAIL, one.isChanged() ? MEDIUM : MUTED));
        both.getStyleClass().add("middle");
        return both;
    }

    private String terms(Prospect prospect) {
        return "%s · %s"
                .formatted(
                        figures.percent(prospect.terms().discount().fraction()),
                        figures.price(prospect.terms().price()));
    }

    private Node money(Money money) {
        return Parts.whole(figures.money(money), DETAIL);
    }

    private Node gain(Moved one) {
        VBox both = new VBox(
                Parts.whole(figures.moneyChange(one.gain()), DETAIL, STRONG),
                Parts.whole(
                        "%s to %s"
                                .formatted(
                                        figures.moneyChange(one.gainRange().low()),
                                        figures.moneyChange(one.gainRange().high())),
                        DETAIL,
                        MUTED));
        both.getStyleClass().add("right-column");
        return both;
    }

    private static Node guard(Moved one) {
        boolean before = one.before().allowed();
        boolean after = one.after().allowed();
        String words = after
                ? before
                        ? "Lets it out"
                        : "Now lets it out: before, " + one.before().refusal()
                : before
                        ? "Now rejects it: " + one.after().refusal()
                        : "Rejects it, as before: " + one.after().refusal();
        Label label = Parts.label(words, DETAIL, after == before ? MUTED : after ? GOOD : BAD);
        label.setWrapText(true);
        label.setTooltip(new Tooltip(words));
        return Parts.row(
                GAP_4,
                Parts.icon(
                        after ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE,
                        "icon-14",
                        after == before ? MUTED : after ? GOOD : BAD),
                label);
    }
}
