package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.mirror.MirrorPage;
import aidg.ui.page.Destination;
import aidg.ui.portfolio.PortfolioPage;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleMirrorDesk;
import aidg.ui.sample.SamplePortfolioDesk;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleSecondReadingDesk;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Long work that fails is told of once, whichever view it was for.
class ToldOnceTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    static Stream<Named<Consumer<Frame>>> failures() {
        return Stream.of(
                Named.of("queue", frame -> Scenes.run(frame, "Read queue again")),
                Named.of("second reading", frame -> frame.go(new Destination.SecondReading())),
                Named.of("my record", frame -> frame.page(MirrorPage.class).forget()),
                Named.of("choosing whose record", frame -> Scenes.run(frame, "Choose another manager")),
                Named.of("portfolio", frame -> {
                    frame.go(new Destination.Portfolio());
                    frame.page(PortfolioPage.class).run();
                }));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureStandsInTheListOnce(Consumer<Frame> failing) throws Exception {
        List<String> rows = FrontThread.call(() -> {
            SampleReviewDesk review = new SampleReviewDesk();
            SampleSecondReadingDesk second = new SampleSecondReadingDesk();
            SampleMirrorDesk mirror = new SampleMirrorDesk();
            SamplePortfolioDesk portfolio = new SamplePortfolioDesk();
            Frame frame = Scenes.frame(
                    new SampleDesks()
                            .with(review)
                            .with(second)
                            .with(mirror)
                            .with(portfolio)
                            .ports(),
                    one -> {
                        one.go(new Destination.Mirror());
                        review.setUnreadable(true);
                        second.setUnreadable(true);
                        mirror.setUnreadable(true);
                        portfolio.setFailing(true);
                        failing.accept(one);
                        one.openNotifications();
                    });
            return Scenes.visible(frame, node -> node.getStyleClass().contains("list-panel-row")).stream()
                    .map(Object::toString)
                    .toList();
        });

        assertThat(rows).hasSize(1);
    }
}
