package aidg.ui.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.Category;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Moved;
import aidg.ui.page.Destination;
import aidg.ui.page.Problem;
import aidg.ui.portfolio.PortfolioDesk.Result;
import aidg.ui.sample.SamplePortfolioDesk;
import aidg.ui.sample.SampleSurroundings;
import aidg.ui.task.Background;
import aidg.ui.task.TaskState;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioViewModelTest {

    private final SamplePortfolioDesk desk = new SamplePortfolioDesk();
    private final SampleSurroundings around = new SampleSurroundings(new Destination.Portfolio());
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Background held = Background.on(work::add, Runnable::run, InstantSource.system());
    private final PortfolioViewModel model = new PortfolioViewModel(desk, around.get(), around.selection());

    /// One whose work waits to be run, but for the reading of what is open.
    private PortfolioViewModel held() {
        SampleSurroundings slow = new SampleSurroundings(new Destination.Portfolio(), held);
        PortfolioViewModel waiting = new PortfolioViewModel(desk, slow.get(), slow.selection());
        work.remove().run();
        return waiting;
    }

    private Result result() {
        return ((PortfolioState.Ready) model.stateProperty().get()).result();
    }

    @Test
    void thePolicyOfTheFormIsPutOnTheProposalsOfItsScope() {
        assertThat(model.stateProperty().get()).isEqualTo(new PortfolioState.Asking(17));
        Optional<Category> restaurants = model.scope().categories().stream()
                .filter(one -> one.equals(Optional.of(new Category("restaurants"))))
                .findFirst()
                .orElseThrow();

        model.scope().categoryProperty().set(restaurants);
        int count = model.scope().chosenProperty().get().count();
        model.run();

        assertThat(count).isBetween(1, 16);
        assertThat(result().portfolio().moved())
                .hasSize(count)
                .allMatch(one -> one.proposal().terms().category().equals(restaurants.get()));
        assertThat(result().portfolio().policy().words()).isEqualTo("discount +5 points");
        assertThat(result().where()).isEqualTo("Restaurants");
    }

    @Test
    void onlyWhatTheQueueShowsIsMeantIfAskedFor() {
        around.queue.remove(3, 17);

        model.scope().amongProperty().set(Among.FILTERED);
        model.run();

        assertThat(result().portfolio().moved())
                .extracting(one -> one.proposal().id())
                .containsExactlyInAnyOrder("P-20418", "P-20419", "P-20420");

        around.queue.clear();
        model.scope().update();
        assertThat(model.canRunProperty().get()).isFalse();
    }

    @Test
    void onlyWhatIsMarkedIsMeantIfAskedFor() {
        model.scope().amongProperty().set(Among.MARKED);
        assertThat(model.canRunProperty().get()).isFalse();

        around.marked.addAll(List.of("P-20419", "P-20421", "gone"));
        model.scope().update();
        model.run();

        assertThat(result().portfolio().moved())
                .extracting(one -> one.proposal().id())
                .containsExactlyInAnyOrder("P-20419", "P-20421");
        assertThat(result().where()).isEqualTo("marked in the queue");
    }

    @Test
    void aFormThatSaysSomethingElseMakesTheResultStale() {
        model.run();
        assertThat(model.isStaleProperty().get()).isFalse();

        model.policy().step(1);
        assertThat(model.isStaleProperty().get()).isTrue();

        model.policy().step(-1);
        assertThat(model.isStaleProperty().get()).isFalse();
    }

    @Test
    void withoutAPolicyNothingIsWorkedOut() {
        model.policy().numberProperty().set("much");

        assertThat(model.canRunProperty().get()).isFalse();
        model.run();
        assertThat(model.stateProperty().get()).isInstanceOf(PortfolioState.Asking.class);
    }

    @Test
    void aCancelledRunAnswersAtOnceAndEndsAtItsNextLook() {
        PortfolioViewModel waiting = held();

        waiting.run();
        assertThat(waiting.stateProperty().get()).isInstanceOf(PortfolioState.Running.class);
        assertThat(held.tasks()).hasSize(1);

        waiting.cancel();
        assertThat(waiting.stateProperty().get()).isEqualTo(new PortfolioState.Cancelled());
        assertThat(held.tasks().getFirst().stateProperty().get()).isInstanceOf(TaskState.Cancelled.class);
        work.remove().run();
        assertThat(waiting.stateProperty().get()).isEqualTo(new PortfolioState.Cancelled());
        waiting.run();
        work.remove().run();
        assertThat(waiting.stateProperty().get()).isInstanceOf(PortfolioState.Ready.class);
    }

    @Test
    void aRunThatIsCancelledAmongTheTasksTellsTheView() {
        PortfolioViewModel waiting = held();
        waiting.run();

        held.tasks().getFirst().cancel();

        assertThat(waiting.stateProperty().get()).isEqualTo(new PortfolioState.Cancelled());
    }

    @Test
    void aDealIsTriedOnThePolicysTermsAndFoundInTheQueue() {
        model.run();
        Moved first = result().portfolio().winners().getFirst();

        model.tryOut(first);

        Proposal offer = ((Destination.WhatIf) around.here()).offer().orElseThrow();
        assertThat(offer.id()).isEqualTo(first.proposal().id());
        assertThat(offer.terms())
                .isEqualTo(first.after().terms())
                .isNotEqualTo(first.before().terms());

        model.review(first);
        assertThat(around.here())
                .isEqualTo(new Destination.Review(Optional.of(first.proposal().id())));
    }

    @Test
    void aDealThatWasDecidedSinceStaysWhereItIs() {
        model.run();
        Moved first = result().portfolio().winners().getFirst();
        around.queue.removeIf(
                item -> item.scored().proposal().id().equals(first.proposal().id()));

        model.tryOut(first);

        assertThat(around.here()).isEqualTo(new Destination.Portfolio());
        assertThat(model.problemProperty().get().map(Problem::words))
                .contains(
                        "%s is not in the queue now.".formatted(first.proposal().id()));
    }

    @Test
    void whatCannotBeWorkedOutIsShownAndTriedAgain() {
        desk.setFailing(true);
        model.run();
        assertThat(model.stateProperty().get()).isInstanceOf(PortfolioState.Broken.class);
        assertThat(around.notices).isEmpty();

        desk.setFailing(false);
        model.tryAgain();
        assertThat(model.stateProperty().get()).isInstanceOf(PortfolioState.Ready.class);
    }

    @Test
    void otherDataForgetTheResult() {
        model.run();

        model.forget();

        assertThat(model.stateProperty().get()).isEqualTo(new PortfolioState.Asking(17));
    }
}
