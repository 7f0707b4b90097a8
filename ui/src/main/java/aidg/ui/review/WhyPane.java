package aidg.ui.review;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.explain.Honesty;
import aidg.ui.control.Fall;
import aidg.ui.control.HonestyWords;
import aidg.ui.control.Parts;
import aidg.ui.control.Skeleton;
import aidg.ui.control.Waterfall;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Why the score is what it is: the five largest contributions as a waterfall, and the same in plain words. [EXP-3]
final class WhyPane extends VBox {

    private static final int CHIP = 3;
    private static final Insets ABOVE_SENTENCES = new Insets(8, 0, 0, 0);
    private static final Duration BEFORE_SKELETON = Duration.millis(300);

    private final Figures figures;
    private final Runnable openWhy;
    private final HBox head;
    private final Label heading = Parts.whole("", CONTENT, STRONG);
    private final Waterfall waterfall;
    private final Label sentences = Parts.wrapping("", CONTENT);
    private final Skeleton skeleton = new Skeleton(15, 380, 420, 360, 300, 330, 280);
    private final PauseTransition waiting = new PauseTransition(BEFORE_SKELETON);

    /// @param openWhy goes to the whole explanation
    WhyPane(Figures figures, Runnable openWhy) {
        this.figures = figures;
        this.openWhy = openWhy;
        waterfall = new Waterfall(figures);
        getStyleClass().add(GAP_8);
        setId("why-strip");
        head = Parts.row(GAP_8, heading, Parts.whole("points of score", DETAIL, MUTED), Parts.spring());
        getChildren().add(head);
        waiting.setOnFinished(late -> put(skeleton));
    }

    /// The explanation is on its way; shapes appear if it takes longer than 300 ms.
    void expect(double score) {
        heading.setText("Why " + figures.percent(score));
        getChildren().remove(1, getChildren().size());
        head.getChildren().remove(CHIP, head.getChildren().size());
        waiting.playFromStart();
    }

    /// How far the story can be trusted; one that cannot is hidden.
    void show(Honesty honesty) {
        Button chip = new Button(
                HonestyWords.chip(honesty),
                Parts.icon(HonestyWords.icon(honesty.badge()), "icon-12", HonestyWords.tone(honesty.badge())));
        chip.getStyleClass().addAll("chip-button", HonestyWords.tone(honesty.badge()));
        Parts.doing("Why", chip);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setAccessibleText(chip.getText() + ". Opens the whole explanation.");
        chip.setOnAction(pressed -> openWhy.run());
        head.getChildren().remove(CHIP, head.getChildren().size());
        head.getChildren().add(chip);
        if (honesty.badge() == Honesty.Badge.RED) {
            put(
                    Parts.wrapping("The model does not act by the facts that it would name here.", CONTENT),
                    Parts.wrapping(
                            "The score stands, its story is hidden. Open Why to see the checks.", DETAIL, MUTED));
        }
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
        return "Other open %s deals"
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
