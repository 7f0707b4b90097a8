package aidg.ui.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.page.Destination;
import aidg.ui.page.Navigator;
import aidg.ui.page.Surroundings;
import aidg.ui.sample.SampleMirrorDesk;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.task.Background;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MirrorViewModelTest {

    private final InstantSource clock = InstantSource.fixed(SampleReviewDesk.NOW);
    private final Navigator navigator = new Navigator(Destination.Review.QUEUE);

    private MirrorViewModel opened(SampleMirrorDesk desk) {
        MirrorViewModel model = new MirrorViewModel(
                desk,
                new Surroundings(
                        Background.onCallingThread(clock), SampleWorkbench.FIGURES, clock, navigator, told -> {}));
        navigator.go(new Destination.Mirror());
        return model;
    }

    private static String shown(MirrorViewModel model) {
        return model.stateProperty().get() instanceof MirrorState.Ready ready
                ? ready.mirror().managerId()
                : "";
    }

    @Test
    void whoSitsHereIsAskedOnceAndRemembered() {
        SampleMirrorDesk desk = new SampleMirrorDesk(Optional.empty());
        MirrorViewModel model = opened(desk);
        assertThat(model.stateProperty().get()).isEqualTo(new MirrorState.Choosing(List.of("MM05", "MM02", "MM11")));
        model.choose("MM02");
        assertThat(shown(model)).isEqualTo("MM02");
        model.forget();
        assertThat(shown(model)).isEqualTo("MM02");
        model.chooseAnother();
        assertThat(model.stateProperty().get()).isInstanceOf(MirrorState.Choosing.class);
        model.choose("MM11");
        assertThat(desk.chosen()).contains("MM11");
    }

    @Test
    void aLookForPicturesChoosesNobody() {
        SampleMirrorDesk desk = new SampleMirrorDesk(Optional.empty());
        MirrorViewModel model = opened(desk);
        model.lookAtFirst();
        assertThat(shown(model)).isEqualTo("MM05");
        assertThat(desk.chosen()).isEmpty();
    }

    @Test
    void nobodyToChooseAndUnreadableDataAreStatesOfTheirOwn() {
        SampleMirrorDesk nobody = new SampleMirrorDesk();
        nobody.setEmpty(true);
        assertThat(opened(nobody).stateProperty().get()).isInstanceOf(MirrorState.Empty.class);
        SampleMirrorDesk broken = new SampleMirrorDesk();
        broken.setUnreadable(true);
        navigator.go(Destination.Review.QUEUE);
        assertThat(opened(broken).stateProperty().get()).isInstanceOf(MirrorState.Failed.class);
    }
}
