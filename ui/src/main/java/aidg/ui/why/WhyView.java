package aidg.ui.why;

import static aidg.ui.control.Style.MUTED;

import aidg.engine.review.ReviewItem;
import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.control.Pictures;
import aidg.ui.control.Skeleton;
import aidg.ui.control.StatePane;
import aidg.ui.control.ViewHead;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.page.SaveDialog;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Where the model looked and what that did, left; whether to believe it, right.
final class WhyView extends BorderPane {

    private static final Duration BEFORE_SKELETON = Duration.millis(300);

    private final WhyViewModel model;
    private final Surroundings surroundings;
    private final ViewHead head;
    private final AttentionPane attention;
    private final PastsPane pasts;
    private final TrustPane trust;
    private final Button picture;
    private final VBox story;
    private final ScrollPane reading;
    private final ScrollPane believing;
    private final PauseTransition waiting = new PauseTransition(BEFORE_SKELETON);

    WhyView(WhyViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        getStyleClass().add("why-view");
        picture = Parts.button("Picture", List.of("Ctrl", "P"), this::savePicture);
        head = new ViewHead(picture);
        pasts = new PastsPane(surroundings.figures());
        attention = new AttentionPane(surroundings.figures(), model.secondProperty(), pasts::open);
        trust = new TrustPane(
                surroundings.figures(), () -> surroundings.navigator().go(Destination.Similar.TO_SELECTED));
        story = new VBox(attention, Parts.hairline(), pasts);
        reading = scrolling(story, "Where the model looked");
        believing = scrolling(trust, "Whether the explanation holds");
        believing.getStyleClass().add("side-pane");
        setTop(head);
        waiting.setOnFinished(late -> setCenter(new Skeleton(24, 420, 520, 480, 560, 500, 440)));
        model.stateProperty().subscribe(this::show);
        model.saving()
                .problemProperty()
                .subscribe(problem -> setBottom(problem.map(Banner::of).orElse(null)));
    }

    private static ScrollPane scrolling(Node content, String words) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setAccessibleText(words);
        return pane;
    }

    private void show(WhyState state) {
        waiting.stop();
        picture.setDisable(!(state instanceof WhyState.Ready));
        switch (state) {
            case WhyState.Nobody() -> {
                head.show("Why", "Nothing to explain");
                put(new StatePane(
                        Feather.INBOX,
                        MUTED,
                        "No proposal awaits review",
                        "Why explains the proposal that is selected in the queue.",
                        Parts.button(
                                "Review",
                                List.of("Ctrl", "1"),
                                () -> surroundings.navigator().go(Destination.Review.QUEUE))));
            }
            case WhyState.Loading(ReviewItem item) -> {
                head.show(
                        subject(item),
                        "Why " + surroundings.figures().percent(item.scored().score()));
                put(new Region());
                waiting.playFromStart();
            }
            case WhyState.Ready ready -> {
                head.show(subject(ready.item()), Finding.of(ready.explanation(), surroundings.figures()));
                attention.show(ready.explanation(), PastsPane.openable(ready.pasts()));
                pasts.show(ready.pasts());
                trust.show(ready.explanation());
                setCenter(reading);
                setRight(believing);
            }
            case WhyState.Broken(ReviewItem item, Problem problem) -> {
                head.show(
                        subject(item),
                        "Why " + surroundings.figures().percent(item.scored().score()));
                put(new StatePane(
                        Feather.ALERT_TRIANGLE,
                        "bad",
                        problem.words(),
                        problem.next(),
                        Parts.button("Try again", List.of(), model::tryAgain)));
            }
        }
    }

    private static String subject(ReviewItem item) {
        return "Why, %s, %s"
                .formatted(item.merchant().name(), item.scored().proposal().title());
    }

    private void put(Node node) {
        setCenter(node);
        setRight(null);
    }

    void savePicture() {
        Optional<Path> file = SaveDialog.ask(this, "Save picture", "why.png", List.of("png"));
        file.ifPresent(this::savePicture);
    }

    /// Takes head, story and verdict as a picture, what is scrolled out of sight included.
    void savePicture(Path file) {
        WritableImage taken = Pictures.of(head, story, trust);
        model.saving().write(file, () -> Pictures.write(taken, file));
    }

    /// Puts the keyboard on the map.
    void focusMap() {
        Node map = lookup("#attention");
        if (map != null) {
            map.requestFocus();
        }
    }
}
