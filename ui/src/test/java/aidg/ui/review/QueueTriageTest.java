package aidg.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.PreMortem;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sifting, snoozing, noting, marking, weighing, and coming back after a crash.
final class QueueTriageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    private final SampleReviewDesk desk = new SampleReviewDesk();
    private final List<Notice> notices = new ArrayList<>();
    private final ReviewViewModel model = opened();

    private ReviewViewModel opened() {
        InstantSource clock = InstantSource.fixed(SampleReviewDesk.NOW);
        ReviewViewModel opened = new ReviewViewModel(
                desk,
                new Surroundings(
                        Background.onCallingThread(clock),
                        SampleWorkbench.FIGURES,
                        clock,
                        new Navigator(Destination.Review.QUEUE),
                        notices::add));
        opened.load();
        return opened;
    }

    private static List<String> ids(List<ReviewItem> items) {
        return items.stream().map(ReviewViewModel::id).toList();
    }

    private String selected() {
        return model.selectedProperty().get().map(ReviewViewModel::id).orElse("");
    }

    private PreviewViewModel preview() {
        return (PreviewViewModel) model.askingProperty().get().orElseThrow();
    }

    private void filter(String line) {
        model.rows().filterTextProperty().set(line);
    }

    @Test
    void aFilterShowsWhatPassesAndKeepsTheSelectionIfItDoes() {
        List<String> all = ids(model.queue());
        filter("guard:rejected");
        assertThat(model.queue())
                .isNotEmpty()
                .allMatch(item -> !item.scored().guard().allowed());
        String first = selected();
        assertThat(ids(model.queue())).startsWith(first);
        filter("");
        assertThat(ids(model.queue())).isEqualTo(all);
        assertThat(selected()).isEqualTo(first);
    }

    @Test
    void aLineThatCannotBeReadLeavesTheRowsAndSaysWhy() {
        filter("spa");
        List<String> before = ids(model.queue());
        filter("spa score<");
        assertThat(ids(model.queue())).isEqualTo(before);
        assertThat(model.rows().filterProblemProperty().get().orElseThrow().term())
                .isEqualTo("score<");
    }

    @Test
    void aSnoozedProposalComesBackWithZAndIsSeenInItsView() {
        String first = selected();
        model.startSnooze();
        preview().pick(2);
        preview().confirm();
        assertThat(desk.asleep()).isEqualTo(Map.of(first, LocalDate.of(2026, 11, 23)));
        assertThat(ids(model.queue())).hasSize(16).doesNotContain(first);
        assertThat(model.rows().waitingProperty().get()).isEqualTo(16);
        assertThat(model.reviewedProperty().get()).isEqualTo(33);
        assertThat(notices.getLast().words()).isEqualTo("Osteria Fontana snoozed until Mon, Nov 23");

        filter("is:snoozed");
        assertThat(ids(model.queue())).containsExactly(first);
        filter("");
        model.history().undo();
        assertThat(desk.asleep()).isEmpty();
        assertThat(ids(model.queue())).hasSize(17).startsWith(first);
        model.history().redo();
        assertThat(desk.asleep()).containsKey(first);
    }

    @Test
    void theSameKeyWakesASnoozedProposal() {
        String first = selected();
        model.startSnooze();
        preview().dayProperty().set("2026-12-24");
        preview().confirm();
        filter("is:snoozed");
        model.startSnooze();
        assertThat(desk.asleep()).isEmpty();
        model.history().undo();
        assertThat(desk.asleep()).isEqualTo(Map.of(first, LocalDate.of(2026, 12, 24)));
    }

    @Test
    void aDayThatIsPastOrNoneCannotBeSnoozedTo() {
        model.startSnooze();
        for (String day : List.of("", "yesterday", TODAY.toString(), "2020-01-01")) {
            preview().dayProperty().set(day);
            assertThat(preview().canConfirmProperty().get()).as(day).isFalse();
            preview().confirm();
        }
        assertThat(preview().dayProblem()).contains("A day after today, like 2026-11-20");
        assertThat(desk.asleep()).isEmpty();
    }

    @Test
    void manyAreApprovedAtOnceAndThoseTheGuardRefusesStay() {
        model.rows().markShown();
        List<ReviewItem> refused = model.queue().stream()
                .filter(item -> !item.scored().guard().allowed())
                .toList();
        assertThat(refused).isNotEmpty();
        model.approve();
        int allowed = 17 - refused.size();
        assertThat(preview().affected()).hasSize(allowed);
        assertThat(preview().words()).startsWith("%d of 17 go out as proposed".formatted(allowed));
        assertThat(desk.log()).isEmpty();
        preview().confirm();
        assertThat(desk.log()).hasSize(allowed).extracting(Decision::verdict).containsOnly(new Decision.Approved());
        assertThat(model.queue()).isEqualTo(refused);
        assertThat(notices.getLast().words()).isEqualTo("%d proposals approved".formatted(allowed));

        model.history().undo();
        assertThat(model.queue()).hasSize(17);
        assertThat(desk.log()).hasSize(2 * allowed);
        assertThat(model.reviewedProperty().get()).isEqualTo(33);
    }

    @Test
    void markedProposalsAreOverriddenForOneReason() {
        model.markSelected();
        model.markSelected();
        model.startOverride();
        assertThat(preview().canConfirmProperty().get()).isFalse();
        preview().pick(7);
        preview().commentProperty().set(" holidays ");
        preview().confirm();
        assertThat(desk.log())
                .extracting(Decision::verdict)
                .containsOnly(new Decision.Overridden(OverrideReason.BAD_TIMING, null, "holidays"));
        assertThat(desk.log()).extracting(Decision::dealId).containsExactly("P-20418", "P-20419");
        assertThat(model.rows().marked()).isEmpty();
    }

    @Test
    void aNoteIsKeptAndCanBeTakenBack() {
        String before = selected();
        model.startNote();
        NoteViewModel note = (NoteViewModel) model.askingProperty().get().orElseThrow();
        assertThat(note.beforeProperty().get().orElseThrow()).hasSize(1);
        note.textProperty().set("  Oven is broken until Friday.  ");
        note.confirm();
        assertThat(desk.notes())
                .singleElement()
                .satisfies(written -> assertThat(written.text()).isEqualTo("Oven is broken until Friday."));
        assertThat(selected()).isEqualTo(before);
        model.history().undo();
        assertThat(desk.notes()).isEmpty();
        assertThat(model.queue()).hasSize(17);
    }

    @Test
    void weightsRankAnewAndAreKept() {
        ReviewWeights stakeOnly = new ReviewWeights(1, 0, 0);
        model.habits().startWeighing();
        WeightsViewModel weights =
                (WeightsViewModel) model.askingProperty().get().orElseThrow();
        weights.uncertaintyProperty().set(0);
        weights.overrideChanceProperty().set(0);
        assertThat(desk.weights()).isEqualTo(stakeOnly);
        List<Double> stakes = model.queue().stream()
                .map(item -> item.scored().expectedGp30().amount())
                .toList();
        assertThat(stakes).isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b), Math.abs(a)));
        weights.plain();
        assertThat(desk.weights()).isEqualTo(ReviewWeights.PLAIN);
    }

    @Test
    void aFilterIsSavedUnderANameAndForgotten() {
        filter("spa");
        model.habits().startSavingView();
        NameViewModel name = (NameViewModel) model.askingProperty().get().orElseThrow();
        name.confirm();
        assertThat(desk.views()).isEmpty();
        name.nameProperty().set("My spas");
        name.confirm();
        assertThat(desk.views()).containsExactly(new SavedView("My spas", "spa"));
        model.habits().forgetView(desk.views().getFirst());
        assertThat(desk.views()).isEmpty();
    }

    @Test
    void afterACrashTheSelectionTheFilterAndTheHalfWrittenOverrideAreThere() {
        filter("guard:allowed");
        model.next();
        String before = selected();
        model.startEdit();
        DraftViewModel draft = (DraftViewModel) model.askingProperty().get().orElseThrow();
        draft.pick(0);
        draft.text().discountProperty().set("2");
        draft.text().discountProperty().set("27.");
        draft.commentProperty().set("half a sen");

        ReviewViewModel again = opened();
        assertThat(again.rows().filterTextProperty().get()).isEqualTo("guard:allowed");
        assertThat(again.selectedProperty().get().map(ReviewViewModel::id)).contains(before);
        DraftViewModel restored = (DraftViewModel) again.askingProperty().get().orElseThrow();
        assertThat(restored.editsTerms()).isTrue();
        assertThat(restored.reasonProperty().get()).contains(OverrideReason.DISCOUNT_TOO_DEEP);
        assertThat(restored.commentProperty().get()).isEqualTo("half a sen");
        assertThat(restored.text().discountProperty().get()).isEqualTo("27.");

        again.stopAsking();
        assertThat(opened().askingProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void theForeseenEditOpensAsAnOverrideWithItsReason() {
        PreMortem foreseen = model.story().foreseenProperty().get().orElseThrow();
        model.useForeseenEdit();
        DraftViewModel draft = (DraftViewModel) model.askingProperty().get().orElseThrow();
        assertThat(draft.reasonProperty().get()).contains(OverrideReason.DISCOUNT_TOO_DEEP);
        assertThat(draft.text().termsProperty().get())
                .contains(Objects.requireNonNull(foreseen.edit()).terms());
        assertThat(draft.canConfirmProperty().get()).isTrue();
    }

    @Test
    void aProposalThatAFilterHidesIsFoundByItsId() {
        String hidden = selected();
        filter("guard:rejected");
        assertThat(ids(model.queue())).doesNotContain(hidden);
        model.selectById(hidden);
        assertThat(selected()).isEqualTo(hidden);
    }
}
