package aidg.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 25, 1440, 875);
    private static final Rectangle2D DESK = new Rectangle2D(1440, 0, 2560, 1440);
    private static final Rectangle2D LEAST = new Rectangle2D(0, 0, 1280, 800);

    private static Rectangle2D on(Rectangle2D wanted, Rectangle2D... screens) {
        return WindowPlace.on(List.of(screens), wanted, LEAST);
    }

    @Test
    void whereItCanBeReachedItStaysToTheDot() {
        Rectangle2D wanted = new Rectangle2D(1700, 90, 1600, 1000);
        assertThat(on(wanted, LAPTOP, DESK)).isEqualTo(wanted);
        Rectangle2D halfOut = new Rectangle2D(-900, 60, 1280, 800);
        assertThat(on(halfOut, LAPTOP)).isEqualTo(halfOut);
    }

    @Test
    void onAScreenThatIsGoneItComesToTheMiddleOfTheFirst() {
        assertThat(on(new Rectangle2D(1700, 90, 1300, 820), LAPTOP)).isEqualTo(new Rectangle2D(70, 52.5, 1300, 820));
    }

    @Test
    void itShrinksToTheScreenButNotBelowItsLeastSize() {
        assertThat(on(new Rectangle2D(1700, 90, 2400, 1300), LAPTOP)).isEqualTo(new Rectangle2D(0, 25, 1440, 875));
        Rectangle2D small = new Rectangle2D(0, 0, 1024, 768);
        assertThat(on(new Rectangle2D(5000, 0, 1400, 900), small)).isEqualTo(new Rectangle2D(0, 0, 1280, 800));
    }

    @Test
    void aTitleBarAboveTheScreenIsBroughtBackToTheScreenThatHoldsTheRest() {
        assertThat(on(new Rectangle2D(1700, -400, 1400, 900), LAPTOP, DESK))
                .isEqualTo(new Rectangle2D(1440 + 580, 270, 1400, 900));
    }
}
