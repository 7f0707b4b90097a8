package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.ui.control.Fall;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.Waterfall;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Why the score is what it is: the five largest contributions as a waterfall, and the same in plain words. [EXP-3]
final class WhyPane extends VBox {

    private static final Insets ABOVE_SENTENCES = new Insets(8, 0, 0, 0);
    private static final Duration BEFORE_SKELETON = Duration.millis(300);

    private final Figures figures;
    private final Label heading = Parts.whole("", CONTENT, STRONG);
    private final Waterfall waterfall;
    private final Label sentences = Parts.wrapping("", CONTENT);
    private final Skeleton skeleton = new Skeleton(15, 380, 420, 360, 300, 330, 280);
    private final PauseTransition waiting = new PauseTransition(BEFORE_SKELETON);

    WhyPane(Figures figures) {
        this.figures = figures;
        waterfall = new Waterfall(figures);
        getStyleClass().add(GAP_8);
        getChildren().addAll(Parts.row(GAP_8, heading, Parts.whole("points of score", DETAIL, MUTED)));
        waiting.setOnFinished(late -> put(skeleton));
    }

    /// The explanation is on its way; shapes appear if it takes longer than 300 ms.
    void expect(double score) {
        heading.setText("Why " + figures.percent(score));
        getChildren().remove(1, getChildren().size());
        waiting.playFromStart();
    }

    void show(ScoredDeal scored) {
        ScoreTrace trace = scored.trace();
        if (trace == null) {
            return;
        }
        waiting.stop();
        waterfall.show(Fall.of(trace, startWords(scored), scored.score(), figures));
        sentences.setText(String.join(" ", trace.sentences()));
        put(waterfall, sentences);
        VBox.setMargin(sentences, ABOVE_SENTENCES);
    }

    private static String startWords(ScoredDeal scored) {
        return "Open %s deals, on average"
                .formatted(scored.proposal().terms().category().words());
    }

    void show(Problem problem) {
        waiting.stop();
        put(Parts.wrapping(problem.words(), DETAIL, "bad"), Parts.wrapping(problem.next(), DETAIL, MUTED));
    }

    private void put(Node... nodes) {
        getChildren().remove(1, getChildren().size());
        getChildren().addAll(nodes);
    }
}
