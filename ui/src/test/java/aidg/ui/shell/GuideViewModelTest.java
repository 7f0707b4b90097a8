package aidg.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Notice;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleProposals;
import aidg.ui.sample.SampleTourMemory;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;

class GuideViewModelTest {

    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private final Navigator navigator = new Navigator(new Destination.Data());
    private final List<Notice> notices = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<ReviewItem>> selected =
            new ReadOnlyObjectWrapper<>(Optional.of(SampleProposals.all().getFirst()));
    private final SampleTourMemory memory = new SampleTourMemory(false);

    @Test
    void itStartsByItselfUntilItHasBeenSeen() {
        model(memory).offerOnce();
        GuideViewModel first = model(memory);
        first.offerOnce();
        assertThat(first.stepProperty().get()).contains(0);

        first.end();
        GuideViewModel second = model(memory);
        second.offerOnce();

        assertThat(second.stepProperty().get()).isEmpty();
    }

    @Test
    void itWaitsForAProposalToLookAt() {
        Optional<ReviewItem> first = selected.get();
        selected.set(Optional.empty());
        GuideViewModel model = model(memory);
        model.offerOnce();
        assertThat(model.stepProperty().get()).isEmpty();

        selected.set(first);

        assertThat(model.stepProperty().get()).contains(0);
    }

    @Test
    void threeStepsLeadThroughQueueWhyAndCorridorAndBackToWhereOneWas() {
        GuideViewModel model = model(memory);
        List<Destination> seen = new ArrayList<>();
        List<String> targets = new ArrayList<>();

        model.start();
        while (model.stepProperty().get().isPresent()) {
            seen.add(navigator.currentProperty().get());
            targets.add(GuideViewModel.STEPS
                    .get(model.stepProperty().get().orElseThrow())
                    .target());
            model.next();
        }

        assertThat(seen).containsExactly(Destination.Review.QUEUE, Destination.Review.QUEUE, new Destination.WhatIf());
        assertThat(targets).containsExactly("queue", "why-strip", "corridor");
        assertThat(navigator.currentProperty().get()).isEqualTo(new Destination.Data());
        assertThat(memory.seen()).isTrue();
    }

    @Test
    void backGoesBackButNotBeforeTheFirst() {
        GuideViewModel model = model(memory);
        model.start();
        model.next();
        model.back();
        model.back();

        assertThat(model.stepProperty().get()).contains(0);
    }

    @Test
    void itCanBeStartedAgainAfterItHasBeenSeen() {
        GuideViewModel model = model(new SampleTourMemory(true));

        model.start();

        assertThat(model.stepProperty().get()).contains(0);
        assertThat(model.end()).isTrue();
        assertThat(model.end()).isFalse();
    }

    @Test
    void whatCannotBeWrittenDownIsTold() {
        GuideViewModel model = model(new TourMemory() {
            @Override
            public boolean seen() {
                return false;
            }

            @Override
            public void remember() throws IOException {
                throw new IOException("the disk is full");
            }
        });
        model.start();
        model.end();

        assertThat(notices)
                .singleElement()
                .matches(Notice::isProblem)
                .extracting(Notice::words)
                .asString()
                .contains("the disk is full");
    }

    private GuideViewModel model(TourMemory remembered) {
        return new GuideViewModel(
                remembered,
                new Surroundings(
                        Background.onCallingThread(clock), SampleWorkbench.FIGURES, clock, navigator, notices::add),
                new Selection(
                        selected.getReadOnlyProperty(),
                        FXCollections.observableArrayList(),
                        FXCollections.observableSet(),
                        id -> {}));
    }
}
