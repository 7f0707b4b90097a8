package aidg.ui.why;

import static aidg.ui.control.Style.CAREFUL;
import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_2;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.GOOD;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.Explanation;
import aidg.engine.domain.Money;
import aidg.engine.explain.Honesty;
import aidg.engine.explain.Honesty.Badge;
import aidg.engine.explain.Honesty.Check;
import aidg.ui.control.HonestyWords;
import aidg.ui.control.Meter;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Whether the explanation holds, check by check; then the explanation in sentences, unless it does not.
final class TrustPane extends VBox {

    private static final int TOLD = 5;
    private static final int PARTS = 5;

    private final Figures figures;
    private final Runnable lookElsewhere;

    /// @param lookElsewhere opens what helps where the explanation must not be told
    TrustPane(Figures figures, Runnable lookElsewhere) {
        this.figures = figures;
        this.lookElsewhere = lookElsewhere;
        getStyleClass().addAll("trust-pane", GAP_12);
    }

    void show(Explanation explanation) {
        Honesty honesty = explanation.honesty();
        getChildren().setAll(Parts.whole("Can you trust this explanation?", CONTENT, STRONG), verdict(honesty));
        for (Check check : honesty.checks()) {
            getChildren().addAll(Parts.hairline(), meter(check));
        }
        getChildren().add(Parts.hairline());
        if (honesty.badge() == Badge.RED) {
            getChildren().addAll(hidden());
        } else {
            getChildren().add(Parts.whole("The same in sentences", CONTENT, STRONG));
            explanation.trace().contributions().stream().limit(TOLD).forEach(one -> {
                getChildren().add(sentence(one.words(), one.typical(), one.points(), one.gp30(), false));
                one.parts().stream()
                        .limit(PARTS)
                        .forEach(part -> getChildren()
                                .add(sentence(part.words(), part.typical(), part.points(), part.gp30(), true)));
            });
        }
        getChildren()
                .add(Parts.wrapping(
                        "Attention shows where the model looked, not how much it mattered. The points measure that: what each fact adds against open deals of the category (Shapley values). They are points of the chance to be approved and to reach the baseline; GP30 is money if it sells, so a fact can lift one and lower the other.",
                        DETAIL,
                        MUTED));
    }

    private static Node verdict(Honesty honesty) {
        String tone = HonestyWords.tone(honesty.badge());
        Label words = Parts.wrapping(HonestyWords.verdict(honesty), CONTENT, STRONG, tone);
        VBox text = new VBox(words, Parts.wrapping(HonestyWords.advice(honesty.badge()), DETAIL));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(Parts.icon(HonestyWords.icon(honesty.badge()), "icon-18", tone), text);
        card.getStyleClass().addAll("verdict", tone);
        return card;
    }

    private Node meter(Check check) {
        String tone = check.holds() ? GOOD : CAREFUL;
        Meter meter = new Meter();
        meter.show(check.value(), check.needed(), tone);
        meter.setAccessibleText("%s %s, needs %s"
                .formatted(
                        HonestyWords.name(check.kind()),
                        figures.hundredths(check.value()),
                        figures.hundredths(check.needed())));
        return Parts.column(
                GAP_2,
                Parts.row(
                        GAP_8,
                        Parts.icon(check.holds() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, "icon-14", tone),
                        Parts.whole(HonestyWords.name(check.kind()), CONTENT),
                        Parts.spring(),
                        Parts.whole(figures.hundredths(check.value()), CONTENT, STRONG)),
                meter,
                Parts.row(
                        GAP_8,
                        Parts.label(HonestyWords.meaning(check.kind()), DETAIL, MUTED),
                        Parts.spring(),
                        Parts.whole("needs " + figures.hundredths(check.needed()), DETAIL, MUTED)));
    }

    /// @param isPart it stands under what it is a part of
    private Node sentence(String words, String typical, double change, Money gp30, boolean isPart) {
        Label points = Parts.whole(figures.signedPoints(change), DETAIL, STRONG, change < 0 ? "minus" : "plus");
        points.getStyleClass().add("points");
        VBox text = new VBox(Parts.wrapping(typical.isEmpty() ? words : words + ", " + typical, DETAIL));
        if (Math.abs(gp30.amount()) >= 1) {
            text.getChildren()
                    .add(Parts.wrapping("%s of expected GP30".formatted(figures.moneyChange(gp30)), DETAIL, MUTED));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(points, text);
        row.getStyleClass().add(GAP_8);
        if (isPart) {
            row.getStyleClass().add("cause");
        }
        return row;
    }

    private List<Node> hidden() {
        return List.of(
                Parts.whole("The story is hidden", CONTENT, STRONG),
                Parts.wrapping(
                        "The model does not act by the facts that it would name here, so they would mislead you. Its score stands. See how merchants like this one did.",
                        DETAIL),
                Parts.button("Similar merchants", List.of("Ctrl", "4"), lookElsewhere, "small"));
    }
}
