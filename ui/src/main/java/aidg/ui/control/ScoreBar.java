package aidg.ui.control;

import aidg.engine.domain.Interval;
import aidg.ui.control.BarLabels.Anchor;
import aidg.ui.control.BarLabels.Placed;
import aidg.ui.control.RangeBar.Marks;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A score on a track from 0 to 100 %: the marker is the score, the band its 90 % interval, the dashed tick the
/// base rate of comparable deals. The large one has the figures under it, those of the interval at its ends.
public final class ScoreBar extends VBox {

    private final Figures figures;
    private final RangeBar bar;
    private final BarLabels labels = new BarLabels();
    private final boolean large;

    private ScoreBar(Figures figures, boolean large) {
        this.figures = figures;
        this.large = large;
        bar = large ? RangeBar.large() : RangeBar.small();
        getChildren().add(bar);
        if (large) {
            getChildren().add(labels);
        } else {
            setMinWidth(88);
            setMaxWidth(88);
        }
        setAccessibleRole(AccessibleRole.TEXT);
        showNothing();
    }

    /// With the base rate and labels under it.
    public static ScoreBar large(Figures figures) {
        return new ScoreBar(figures, true);
    }

    /// 88 by 14, for rows.
    public static ScoreBar small(Figures figures) {
        return new ScoreBar(figures, false);
    }

    /// Shows a score.
    ///
    /// @param score    0..1
    /// @param baseRate 0..1
    public void show(double score, Interval interval, double baseRate) {
        bar.show(new Marks(
                OptionalDouble.of(interval.low()),
                OptionalDouble.of(interval.high()),
                OptionalDouble.of(score),
                large ? OptionalDouble.of(baseRate) : OptionalDouble.empty(),
                OptionalDouble.empty()));
        labels.show(List.of(
                new Placed(muted("base rate " + figures.percent(baseRate)), baseRate, Anchor.RIGHT, 1),
                new Placed(muted(figures.percent(interval.low())), interval.low(), Anchor.CENTRE, 0),
                new Placed(muted(figures.percent(interval.high())), interval.high(), Anchor.CENTRE, 0),
                new Placed(muted("0"), 0, Anchor.LEFT, 2),
                new Placed(muted(figures.percent(1)), 1, Anchor.RIGHT, 2)));
        setAccessibleText("Score %s, 90 percent interval %s%s"
                .formatted(
                        figures.percent(score),
                        figures.range(interval),
                        large ? ", base rate " + figures.percent(baseRate) : ""));
    }

    /// The track alone.
    public void showNothing() {
        bar.show(Marks.NONE);
        labels.show(List.of());
        setAccessibleText("Not scored");
    }

    private static Label muted(String text) {
        return Parts.whole(text, Style.DETAIL, Style.MUTED);
    }
}
