package aidg.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.sample.SampleProposals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NavigatorTest {

    private static final Destination DATA = new Destination.Data();
    private static final Destination ONE = new Destination.Review(Optional.of("P-1"));

    private final Navigator navigator = new Navigator(Destination.Review.QUEUE);

    @Test
    void backAndForwardRetraceTheWay() {
        navigator.go(DATA);
        navigator.go(ONE);

        navigator.back();
        assertThat(navigator.currentProperty().get()).isEqualTo(DATA);
        navigator.back();
        assertThat(navigator.currentProperty().get()).isEqualTo(Destination.Review.QUEUE);
        assertThat(navigator.canGoBackProperty().get()).isFalse();
        navigator.forward();
        navigator.forward();
        assertThat(navigator.currentProperty().get()).isEqualTo(Destination.Review.QUEUE);
        assertThat(navigator.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void comingBackDoesNotDoAgainWhatComingDid() {
        navigator.go(new Destination.WhatIf(
                Optional.of(SampleProposals.all().getFirst().scored().proposal())));
        navigator.go(ONE);
        navigator.go(DATA);

        navigator.back();
        assertThat(navigator.currentProperty().get()).isEqualTo(Destination.Review.QUEUE);
        navigator.back();
        assertThat(navigator.currentProperty().get()).isEqualTo(new Destination.WhatIf());
    }

    @Test
    void aStepWithinAViewIsNoStepOfTheWayBack() {
        navigator.go(ONE);

        assertThat(navigator.currentProperty().get()).isEqualTo(ONE);
        assertThat(navigator.canGoBackProperty().get()).isFalse();
    }

    @Test
    void goingElsewhereForgetsTheWayForward() {
        navigator.go(DATA);
        navigator.back();
        navigator.go(ONE);

        assertThat(navigator.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void goingWhereOneIsLeavesNoTrace() {
        navigator.go(Destination.Review.QUEUE);

        assertThat(navigator.canGoBackProperty().get()).isFalse();
    }
}
