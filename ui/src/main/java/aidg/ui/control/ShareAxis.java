package aidg.ui.control;

import aidg.ui.control.BarLabels.Anchor;
import aidg.ui.control.BarLabels.Placed;
import aidg.ui.format.Figures;
import java.util.List;
import javafx.scene.layout.StackPane;

/// Names the quarters of a track from 0 to 100 %, under bars that share it.
public final class ShareAxis extends StackPane {

    public ShareAxis(Figures figures) {
        BarLabels labels = new BarLabels();
        labels.show(List.of(
                placed("0", 0, Anchor.LEFT, figures),
                placed("", 0.25, Anchor.CENTRE, figures),
                placed("", 0.5, Anchor.CENTRE, figures),
                placed("", 0.75, Anchor.CENTRE, figures),
                placed("", 1, Anchor.RIGHT, figures)));
        getChildren().add(labels);
    }

    /// @param words empty for the share itself
    private static Placed placed(String words, double share, Anchor anchor, Figures figures) {
        return new Placed(
                Parts.whole(words.isEmpty() ? figures.percent(share) : words, Style.DETAIL, Style.MUTED),
                share,
                anchor,
                0);
    }
}
