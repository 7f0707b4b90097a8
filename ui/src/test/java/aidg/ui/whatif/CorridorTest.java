package aidg.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleSurroundings;
import aidg.ui.sample.SampleWhatIfDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorridorTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<DealTerms> moves = new ArrayList<>();
    private final Corridor corridor = new Corridor(
            SampleWorkbench.FIGURES,
            Background.on(waiting::add, Runnable::run, InstantSource.system()).slot(),
            moves::add,
            () -> {});

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    private void open() throws Exception {
        SampleWhatIfDesk desk = new SampleWhatIfDesk();
        ReviewItem item = new SampleReviewDesk().queue(Progress.SILENT).items().getFirst();
        DealTerms terms = item.scored().proposal().terms();
        Surface surface = desk.surface(
                item.scored().proposal(),
                terms,
                WideRange.of(Term.DISCOUNT, terms).axis(4),
                WideRange.of(Term.PRICE, terms).axis(4));
        corridor.open(desk.open(item), terms, 3000);
        corridor.show(surface);
        corridor.show(terms, Optional.empty());
    }

    private ImageView at(double width) {
        corridor.resize(width, 300);
        corridor.layout();
        return corridor.getChildrenUnmodifiable().stream()
                .filter(ImageView.class::isInstance)
                .map(ImageView.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePictureBeforeFillsThePlaceUntilTheNextIsPainted() throws Exception {
        FrontThread.call(() -> {
            open();
            assertThat(at(400).getImage()).isNull();
            waiting.remove().run();
            Image first = at(400).getImage();
            assertThat(first.getWidth()).isEqualTo(at(400).getFitWidth());
            assertThat(waiting).isEmpty();

            ImageView wider = at(500);

            assertThat(wider.getImage()).isSameAs(first);
            assertThat(wider.getFitWidth()).isEqualTo(first.getWidth() + 100);
            waiting.remove().run();
            assertThat(wider.getImage().getWidth()).isEqualTo(first.getWidth() + 100);
            return true;
        });
    }

    @Test
    void ofSeveralSizesOnlyTheLastIsShown() throws Exception {
        FrontThread.call(() -> {
            open();
            at(400);
            ImageView last = at(500);

            waiting.forEach(Runnable::run);

            assertThat(last.getImage().getWidth()).isEqualTo(last.getFitWidth());
            return true;
        });
    }

    @Test
    void anotherProposalDoesNotBeginWithThePictureOfTheOneBefore() throws Exception {
        FrontThread.call(() -> {
            open();
            at(400);
            waiting.remove().run();
            assertThat(at(400).getImage()).isNotNull();

            open();

            assertThat(at(400).getImage()).isNull();
            return true;
        });
    }

    /// While another plane is being worked out, the one before is still drawn: what is dragged moves its terms and no
    /// others, whichever plane has been chosen meanwhile.
    @Test
    void aDragMovesTheTermsOfThePlaneThatIsDrawn() throws Exception {
        FrontThread.call(() -> {
            Deque<Runnable> held = new ArrayDeque<>();
            AtomicBoolean holding = new AtomicBoolean();
            Background background = Background.on(
                    work -> {
                        if (holding.get()) {
                            held.add(work);
                        } else {
                            work.run();
                        }
                    },
                    Runnable::run,
                    InstantSource.system());
            SampleSurroundings around = new SampleSurroundings(new Destination.WhatIf(), background);
            WhatIfViewModel model = new WhatIfViewModel(new SampleWhatIfDesk(), around.get(), around.selection());
            WhatIfView view = new WhatIfView(model, around.get());
            Scene scene = new Scene(view, 1200, 700);
            view.applyCss();
            view.layout();
            Node drawn = view.lookup("#corridor");
            DealTerms before = model.tries().get().orElseThrow().terms();

            holding.set(true);
            model.planeProperty().set(Plane.DISCOUNT_DURATION);
            press(drawn, 120, 60);
            DealTerms dragged = model.tries().get().orElseThrow().terms();

            assertThat(held).isNotEmpty();
            assertThat(dragged.durationDays()).isEqualTo(before.durationDays());
            assertThat(dragged.discount()).isNotEqualTo(before.discount());
            assertThat(dragged.price().amount()).isBetween(100.0, 140.0);

            holding.set(false);
            held.forEach(Runnable::run);
            press(drawn, 120, 60);
            DealTerms after = model.tries().get().orElseThrow().terms();
            assertThat(after.price()).isEqualTo(dragged.price());
            assertThat(after.durationDays()).isNotEqualTo(dragged.durationDays());
            return scene;
        });
    }

    private static void press(Node on, double x, double y) {
        Event.fireEvent(
                on,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    @Test
    void comparableDealsInsideThePictureAreRingsThatSayWhatTheyAre() throws Exception {
        FrontThread.call(() -> {
            open();
            DealTerms terms = new SampleReviewDesk()
                    .queue(Progress.SILENT)
                    .items()
                    .getFirst()
                    .scored()
                    .proposal()
                    .terms();
            corridor.show(List.of(
                    new WhatIfDesk.ComparableDeal("Casa Nonna", 0.9, terms, WhatIfDesk.Fate.BEAT),
                    new WhatIfDesk.ComparableDeal(
                            "Il Forno", 0.8, Term.PRICE.with(terms, 5000), WhatIfDesk.Fate.MISSED)));
            at(400);

            List<String> rings = corridor.lookupAll(".comparable-ring").stream()
                    .map(Node::getAccessibleText)
                    .toList();

            assertThat(rings)
                    .containsExactly(
                            "Comparable deal of Casa Nonna, likeness 0.90: 35% · $78 · 21 days, reached its baseline");
            return true;
        });
    }
}
