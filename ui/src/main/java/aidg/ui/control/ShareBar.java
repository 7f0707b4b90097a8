package aidg.ui.control;

import aidg.engine.domain.Interval;
import aidg.ui.control.RangeBar.Marks;
import aidg.ui.format.Figures;
import java.util.OptionalDouble;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/// A counted share on a track from 0 to 100 %: the marker is the share, the band its 90 % interval.
public final class ShareBar extends StackPane {

    private final RangeBar bar = RangeBar.small();

    public ShareBar() {
        getChildren().add(bar);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// @param share 0..1
    /// @param what  what it is a share of, for a screen reader
    public void show(double share, Interval interval, String what, Figures figures) {
        bar.show(new Marks(
                OptionalDouble.of(interval.low()),
                OptionalDouble.of(interval.high()),
                OptionalDouble.of(share),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        setAccessibleText(
                "%s %s, 90 percent interval %s".formatted(what, figures.percent(share), figures.range(interval)));
    }

    /// The track alone, where there is nothing to count.
    public void showNothing(String what) {
        bar.show(Marks.NONE);
        setAccessibleText(what + " not known");
    }
}
