package aidg.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.task.FrontThread;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TabularDigitsTest {

    @BeforeAll
    static void start() {
        FrontThread.start();
        Theme.loadTypeface();
    }

    static Stream<Font> faces() {
        return Stream.of(12, 14, 24)
                .flatMap(size -> Stream.of(
                        Font.font("Inter Workbench", FontWeight.NORMAL, size),
                        Font.font("Inter Workbench", FontWeight.BOLD, size),
                        Font.font("Inter Workbench Medium", size)));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void everyDigitIsEquallyWide(Font face) {
        assertThat(face.getFamily()).startsWith("Inter Workbench");
        double zeros = width("0000", face);
        for (int digit = 1; digit <= 9; digit++) {
            assertThat(width(Integer.toString(digit).repeat(4), face))
                    .as("%d in %s", digit, face)
                    .isEqualTo(zeros);
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void lettersAreNotMonospaced(Font face) {
        assertThat(width("iiii", face)).isLessThan(width("mmmm", face));
    }

    private static double width(String text, Font face) {
        Text measured = new Text(text);
        measured.setFont(face);
        return measured.getLayoutBounds().getWidth();
    }
}
