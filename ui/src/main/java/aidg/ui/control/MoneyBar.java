package aidg.ui.control;

import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.ui.control.BarLabels.Anchor;
import aidg.ui.control.BarLabels.Placed;
import aidg.ui.control.RangeBar.Marks;
import aidg.ui.format.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;

/// Expected gross profit of 30 days on a track of money: marker and 90 % band, the merchant's baseline dashed, and
/// hatched what the safety guard would refuse. [SAF-1]
public final class MoneyBar extends VBox {

    /// A deal under this part of the baseline is refused. [SAF-1]
    static final double FLOOR = 0.8;

    private static final double ROOM_LEFT = 0.22;
    private static final double ROOM_RIGHT = 0.18;

    private final Figures figures;
    private final RangeBar bar = RangeBar.large();
    private final BarLabels labels = new BarLabels();

    public MoneyBar(Figures figures) {
        this.figures = figures;
        getChildren().addAll(bar, labels);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// Shows an expectation.
    ///
    /// @param baseline what the merchant earns anyway; without a positive one there is neither floor nor tick [B9]
    public void show(Money expected, MoneyRange range, Money baseline) {
        boolean measured = baseline.isPositive();
        double floor = baseline.amount() * FLOOR;
        double lowest =
                measured ? Math.min(range.low().amount(), floor) : range.low().amount();
        double highest = measured
                ? Math.max(range.high().amount(), baseline.amount())
                : range.high().amount();
        double span = Math.max(1, highest - lowest);
        double from = lowest - span * ROOM_LEFT;
        double width = span * (1 + ROOM_LEFT + ROOM_RIGHT);
        double tick = (baseline.amount() - from) / width;
        double hatch = (floor - from) / width;
        bar.show(new Marks(
                OptionalDouble.of((range.low().amount() - from) / width),
                OptionalDouble.of((range.high().amount() - from) / width),
                OptionalDouble.of((expected.amount() - from) / width),
                measured ? OptionalDouble.of(tick) : OptionalDouble.empty(),
                measured ? OptionalDouble.of(hatch) : OptionalDouble.empty()));
        List<Placed> words = new ArrayList<>();
        if (measured) {
            words.add(placed("guard floor " + figures.money(Money.of(floor)), 0, Anchor.LEFT, 0));
            words.add(placed("baseline " + figures.money(baseline), tick, Anchor.LEFT, 1));
        } else {
            words.add(placed("no positive baseline to measure by", 0, Anchor.LEFT, 0));
        }
        labels.show(words);
        setAccessibleText("Expected gross profit of 30 days %s, 90 percent range %s, %s"
                .formatted(
                        figures.money(expected),
                        figures.range(range),
                        measured
                                ? "baseline %s, guard floor %s"
                                        .formatted(figures.money(baseline), figures.money(Money.of(floor)))
                                : "no positive baseline"));
    }

    private static Placed placed(String text, double at, Anchor anchor, int importance) {
        return new Placed(Parts.whole(text, Style.DETAIL, Style.MUTED), at, anchor, importance);
    }
}
