package aidg.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import aidg.ui.task.LongTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

class NotificationsViewModelTest {

    private static final Notice APPROVED = new Notice("Osteria Fontana approved", true);

    private Instant now = SampleReviewDesk.NOW;
    private final Background background = Background.onCallingThread(() -> now);
    private final SimpleIntegerProperty undoDepth = new SimpleIntegerProperty();
    private final NotificationsViewModel model = new NotificationsViewModel(
            new Surroundings(
                    background,
                    SampleWorkbench.FIGURES,
                    () -> now,
                    new Navigator(Destination.Review.QUEUE),
                    notice -> {}),
            undoDepth);

    @Test
    void theNewestComesFirstAndIsUnreadUntilTheListIsOpened() {
        model.take(new Notice("New data is in use", false));
        model.take(new Notice("Saved as rules.csv", false));

        assertThat(words()).containsExactly("Saved as rules.csv", "New data is in use");
        assertThat(model.summary()).isEqualTo("Notifications, 2 unread");
        model.markRead();
        assertThat(model.summary()).isEqualTo("Notifications, none unread");
    }

    @Test
    void anUnreadProblemIsMarkedAsSuch() {
        model.take(Notice.of(new Problem("rules.csv was not written.", "Choose another place.")));

        assertThat(model.unreadProblemProperty().get()).isTrue();
        model.markRead();
        assertThat(model.unreadProblemProperty().get()).isFalse();
    }

    @Test
    void theSameProblemTwiceInARowIsToldOnce() {
        for (int i = 0; i < 3; i++) {
            model.take(Notice.of(new Problem("rules.csv was not written.", "Choose another place.")));
        }

        assertThat(model.told()).hasSize(1);
        assertThat(model.unreadProperty().get()).isEqualTo(1);
    }

    @Test
    void onlyTheDecisionThatWouldBeTakenBackNextOffersUndo() {
        decide("A approved");
        decide("B approved");
        assertThat(undoable()).containsExactly("B approved");

        undo("B awaits review again");
        assertThat(undoable()).containsExactly("A approved");

        decide("C overridden");
        assertThat(undoable()).containsExactly("C overridden");

        undo("C awaits review again");
        undo("A awaits review again");
        assertThat(undoable()).isEmpty();
    }

    @Test
    void afterTheQueueWasReadAnewNothingEarlierCanBeUndone() {
        decide("A approved");
        undoDepth.set(0);
        assertThat(undoable()).isEmpty();

        decide("D approved");

        assertThat(undoable()).containsExactly("D approved");
    }

    @Test
    void aLongTaskThatFailsIsToldWithWhatToDo() {
        background
                .slot()
                .runLong(
                        "Learning rules",
                        progress -> {
                            throw new IllegalStateException("no memory");
                        },
                        activity -> {},
                        done -> {},
                        failed -> {});

        assertThat(model.told()).singleElement().satisfies(told -> {
            assertThat(told.notice().words()).isEqualTo("Learning rules failed: no memory.");
            assertThat(told.notice().next())
                    .hasValueSatisfying(next -> assertThat(next).startsWith("Try again in Tasks"));
        });
        background.tasks().forEach(LongTask::tryAgain);
        assertThat(model.told()).hasSize(1);
    }

    @Test
    void theTimeIsLocalAndNamesTheDayUnlessItIsToday() {
        model.take(APPROVED);
        String today = model.when(model.told().getFirst());
        now = now.plus(Duration.ofDays(1));

        assertThat(today).matches("\\d\\d:\\d\\d");
        assertThat(model.when(model.told().getFirst())).endsWith(", " + today).hasSizeGreaterThan(today.length() + 5);
    }

    @Test
    void twoHundredAreKept() {
        for (int i = 0; i < 250; i++) {
            model.take(new Notice("Notice " + i, false));
        }

        assertThat(model.told()).hasSize(200);
        assertThat(model.unreadProperty().get()).isEqualTo(200);
    }

    private void decide(String words) {
        undoDepth.set(undoDepth.get() + 1);
        model.take(new Notice(words, true));
    }

    private void undo(String words) {
        undoDepth.set(undoDepth.get() - 1);
        model.take(new Notice(words, false, Optional.empty()));
    }

    private List<String> words() {
        return model.told().stream().map(told -> told.notice().words()).toList();
    }

    private List<String> undoable() {
        return model.told().stream()
                .filter(model::canUndo)
                .map(told -> told.notice().words())
                .toList();
    }
}
