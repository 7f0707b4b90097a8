package aidg.ui.second;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.SecondReading;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleSecondReadingDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.second.SecondReadingViewModel.Look;
import aidg.ui.task.Background;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondReadingViewModelTest {

    private final SampleSecondReadingDesk desk = new SampleSecondReadingDesk();
    private final InstantSource clock = InstantSource.fixed(SampleReviewDesk.NOW);
    private final Navigator navigator = new Navigator(Destination.Review.QUEUE);
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> back = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Surroundings surroundings = new Surroundings(
            Background.onCallingThread(clock), SampleWorkbench.FIGURES, clock, navigator, notices::add);

    private SecondReadingViewModel opened(SampleSecondReadingDesk over) {
        SecondReadingViewModel model =
                new SecondReadingViewModel(over, surroundings, () -> others.add("somebody else"));
        navigator.go(new Destination.SecondReading());
        return model;
    }

    private static ReviewItem now(SecondReadingViewModel model) {
        return model.selectedProperty().get().orElseThrow();
    }

    @Test
    void nothingIsReadBeforeTheViewIsOpen() {
        SecondReadingViewModel model = new SecondReadingViewModel(desk, surroundings, () -> {});
        assertThat(model.stateProperty().get()).isInstanceOf(SecondState.Loading.class);
        navigator.go(new Destination.SecondReading());
        assertThat(model.stateProperty().get()).isInstanceOf(SecondState.Ready.class);
        assertThat(model.readerProperty().get()).isEqualTo("Ben");
    }

    @Test
    void anAnswerIsConfirmedWrittenAndGoesOnToTheNext() {
        SecondReadingViewModel model = opened(desk);
        ReviewItem first = now(model);
        ReviewItem second = model.rows().get(1);
        int before = desk.readings().size();

        model.ask(false);
        AnswerViewModel answer = model.askingProperty().get().orElseThrow();
        answer.confirm();
        assertThat(desk.readings()).as("no without a reason is no answer").hasSize(before);
        assertThat(model.canAnswerProperty().get()).isFalse();
        answer.pick(2);
        answer.commentProperty().set("  dear  ");
        answer.confirm();

        SecondReading written = desk.readings().getLast();
        assertThat(written.dealId()).isEqualTo(SecondReadingViewModel.id(first));
        assertThat(written.reader()).isEqualTo("Ben");
        assertThat(written.reason()).isEqualTo(OverrideReason.PRICE_TOO_HIGH);
        assertThat(written.comment()).isEqualTo("dear");
        assertThat(now(model)).isEqualTo(second);
        assertThat(model.rows()).doesNotContain(first);
        assertThat(notices.getLast().words()).isEqualTo(first.merchant().name() + " is read");

        model.ask(true);
        model.askingProperty().get().orElseThrow().confirm();
        assertThat(desk.readings().getLast().approves()).isTrue();
    }

    @Test
    void theLastAnswerLeavesNothingToRead() {
        SecondReadingViewModel model = opened(desk);
        while (model.canAnswerProperty().get()) {
            model.ask(true);
            model.askingProperty().get().orElseThrow().confirm();
        }
        assertThat(model.rows()).isEmpty();
        assertThat(model.stateProperty().get()).isInstanceOf(SecondState.Empty.class);
    }

    @Test
    void whatCouldNotBeWrittenStaysAndIsTold() {
        SecondReadingViewModel model = opened(desk);
        model.move(1);
        ReviewItem item = now(model);
        desk.setDiskFull(true);
        model.ask(true);
        model.askingProperty().get().orElseThrow().confirm();
        assertThat(now(model)).isEqualTo(item);
        assertThat(model.rows().indexOf(item)).isEqualTo(1);
        assertThat(model.problemProperty().get().orElseThrow().words())
                .contains(item.merchant().name(), "disk is full");
        assertThat(notices.getLast().isProblem()).isTrue();
    }

    @Test
    void ownDecisionsAreNotOffered() {
        SecondReadingViewModel model = opened(desk);
        model.readAs(" Ana ");
        assertThat(desk.reader()).isEqualTo("Ana");
        assertThat(others).hasSize(1);
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(SecondState.Empty.class, empty -> {
            assertThat(empty.round().own()).isEqualTo(empty.round().decided()).isPositive();
        });
        assertThat(model.canAnswerProperty().get()).isFalse();
    }

    @Test
    void aNameThatWillNotDoIsToldAndChangesNothing() {
        SecondReadingViewModel model = opened(desk);
        model.readAs("   ");
        assertThat(model.problemProperty().get().orElseThrow().words()).isEqualTo("Reader: a reader needs a name.");
        assertThat(desk.reader()).isEqualTo("Ben");
        assertThat(others).isEmpty();
    }

    @Test
    void movingStaysInsideAndDropsAQuestion() {
        SecondReadingViewModel model = opened(desk);
        model.move(-1);
        assertThat(now(model)).isEqualTo(model.rows().getFirst());
        model.ask(true);
        model.move(1);
        assertThat(model.askingProperty().get()).isEmpty();
        assertThat(now(model)).isEqualTo(model.rows().get(1));
        model.lookProperty().set(Look.RESULT);
        assertThat(model.canAnswerProperty().get()).isFalse();
    }

    @Test
    void theSelectionStaysWhenItIsReadAgain() {
        SecondReadingViewModel model = opened(desk);
        model.move(3);
        ReviewItem item = now(model);
        model.load();
        assertThat(now(model)).isEqualTo(item);
        desk.setUnreadable(true);
        model.load();
        assertThat(model.stateProperty().get()).isInstanceOf(SecondState.Failed.class);
    }

    @Test
    void aDisagreementGoesBackToReviewAndWaitsThereForANewDecision() {
        ResultViewModel result = new ResultViewModel(desk, surroundings, back::add);
        result.load();
        int all = result.rows().size();
        assertThat(all).isEqualTo(5);
        SecondResult.Differing first = result.selectedProperty().get().orElseThrow();

        result.decideAgain();

        String dealId = first.pair().dealId();
        assertThat(back).containsExactly(dealId);
        assertThat(navigator.currentProperty().get()).isEqualTo(new Destination.Review(Optional.of(dealId)));
        result.load();
        assertThat(result.rows()).hasSize(all);
        assertThat(result.rows().getFirst().pair().course().name()).isEqualTo("REOPENED");
    }

    @Test
    void whatCouldNotBeTakenBackIsToldAndOpensNothing() {
        ResultViewModel result = new ResultViewModel(desk, surroundings, back::add);
        result.load();
        desk.setDiskFull(true);
        result.decideAgain();
        assertThat(back).isEmpty();
        assertThat(navigator.currentProperty().get()).isEqualTo(Destination.Review.QUEUE);
        assertThat(result.problemProperty().get().orElseThrow().words()).contains("was not taken back");
    }

    @Test
    void whoHasReadNothingInCommonIsToldSo() {
        ResultViewModel result = new ResultViewModel(SampleSecondReadingDesk.undecided(), surroundings, back::add);
        result.load();
        assertThat(result.stateProperty().get()).isEqualTo(new ResultState.Empty("Ben"));
        assertThat(result.selectedProperty().get()).isEmpty();
    }
}
