package aidg.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleProposals;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An override being written: its reason, its terms, and when it may go.
class DraftViewModelTest {

    private final SampleReviewDesk desk = new SampleReviewDesk();
    private final InstantSource clock = InstantSource.fixed(SampleReviewDesk.NOW);
    private final ReviewViewModel model = new ReviewViewModel(
            desk,
            new Surroundings(
                    Background.onCallingThread(clock),
                    SampleWorkbench.FIGURES,
                    clock,
                    new Navigator(Destination.Review.QUEUE),
                    notice -> {}));

    private DraftViewModel draft() {
        return (DraftViewModel) model.askingProperty().get().orElseThrow();
    }

    @Test
    void anOverrideNeedsAReason() {
        model.load();
        model.startOverride();
        DraftViewModel draft = draft();

        draft.confirm();
        assertThat(desk.log()).isEmpty();
        draft.pick(0);
        draft.confirm();

        assertThat(desk.log())
                .extracting(Decision::verdict)
                .containsExactly(new Overridden(OverrideReason.DISCOUNT_TOO_DEEP, null, ""));
        assertThat(model.askingProperty().get()).isEmpty();
    }

    @Test
    void editedTermsAreScoredAgainAndGoOutWithTheOverride() {
        model.load();
        model.startEdit();
        DraftViewModel draft = draft();

        draft.text().discountProperty().set("32");

        assertThat(draft.text().priceProperty().get())
                .as("the list price of $120 is kept")
                .isEqualTo("81.6");
        draft.text().priceProperty().set("78");
        assertThat(draft.rescoredProperty().get().orElseThrow().score()).isGreaterThan(0.71);
        draft.pick(0);
        draft.confirm();
        DealTerms before = SampleProposals.all().getFirst().scored().proposal().terms();
        assertThat(desk.log())
                .extracting(Decision::verdict)
                .containsExactly(new Overridden(
                        OverrideReason.DISCOUNT_TOO_DEEP,
                        new DealTerms(new Discount(0.32), before.price(), 21, before.category()),
                        ""));
    }

    @Test
    void termsThatTheGuardRefusesNeedACommentToGoOut() {
        model.load();
        model.selectById("P-20422");
        model.startEdit();
        DraftViewModel draft = draft();
        draft.text().daysProperty().set("5");
        draft.pick(4);

        assertThat(draft.overrulesGuardProperty().get()).isTrue();
        assertThat(draft.canConfirmProperty().get()).isFalse();
        draft.commentProperty().set("Opening week");
        assertThat(draft.canConfirmProperty().get()).isTrue();
    }

    @Test
    void aReasonThatSaysTheOppositeOfTheTermsIsNone() {
        model.load();
        model.startEdit();
        DraftViewModel draft = draft();
        draft.text().daysProperty().set("5");

        draft.pick(5);
        assertThat(draft.contradictionProperty().get()).contains("the new duration is shorter");
        assertThat(draft.canConfirmProperty().get()).isFalse();

        draft.pick(4);
        assertThat(draft.contradictionProperty().get()).isEmpty();
        assertThat(draft.canConfirmProperty().get()).isTrue();
    }

    @Test
    void unchangedTermsAreNoEdit() {
        model.load();
        model.startEdit();
        DraftViewModel draft = draft();
        draft.pick(0);

        assertThat(draft.canConfirmProperty().get()).isFalse();
        draft.text().discountProperty().set("thirty");
        assertThat(draft.canConfirmProperty().get()).isFalse();
        assertThat(draft.text().discountProblem()).contains("Write the discount as 0 to 99 percent.");
        draft.text().discountProperty().set("30");
        assertThat(draft.canConfirmProperty().get()).isTrue();
    }

    @Test
    void movingOnDropsTheDraft() {
        model.load();
        model.startOverride();

        model.next();

        assertThat(model.askingProperty().get()).isEmpty();
        assertThat(selected()).isEqualTo("Lakeview Thermal Spa");
    }

    private String selected() {
        Optional<ReviewItem> item = model.selectedProperty().get();
        return item.orElseThrow().merchant().name();
    }
}
