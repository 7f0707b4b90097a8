package aidg.ui.why;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.PastAttention.Event;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One deal of the past.
final class EventCard extends VBox {

    private final Figures figures;
    private final PastWords words;

    EventCard(Figures figures, PastWords words) {
        this.figures = figures;
        this.words = words;
        getStyleClass().addAll("card", "event-card", GAP_4);
    }

    /// @param place number of the event, newest first
    /// @param share of the heads' attention on average, 0..1
    void show(Event event, int place, double share) {
        getChildren()
                .setAll(
                        Parts.wrapping(
                                "%s, %s to %s"
                                        .formatted(
                                                words.place(place),
                                                figures.day(event.deal().startsOn()),
                                                figures.date(event.endsOn())),
                                DETAIL,
                                MUTED),
                        Parts.wrapping(event.deal().title(), CONTENT, STRONG),
                        Parts.wrapping(figures.terms(event.deal().terms()), DETAIL),
                        outcome(event),
                        Parts.wrapping("%s of the attention".formatted(figures.percent(share)), DETAIL, MUTED));
    }

    private Node outcome(Event event) {
        Double over = event.overBaseline();
        Feather icon = over == null ? Feather.CLOCK : over >= 0 ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE;
        String tone = over == null ? MUTED : over >= 0 ? "good" : "bad";
        HBox row =
                Parts.row(GAP_4, Parts.icon(icon, "icon-14", tone), Parts.wrapping(words.outcome(event), DETAIL, tone));
        row.setMinWidth(0);
        return row;
    }
}
