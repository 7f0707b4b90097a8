package aidg.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import aidg.engine.review.ReviewItem;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWhatIfDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorridorTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Corridor corridor = new Corridor(
            SampleWorkbench.FIGURES,
            Background.on(waiting::add, Runnable::run, InstantSource.system()).slot(),
            (x, y) -> {},
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
}
