package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.CalibrationMirror.Band;
import aidg.engine.review.CalibrationMirror.Group;
import aidg.engine.review.CalibrationMirror.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MirrorWordsTest {

    private static Part part(int right, int known) {
        return new Part(known, right, Shares.wilson(right, known));
    }

    private static CalibrationMirror mirror(Part approved, Part changed, int stopped, Part deepest) {
        return new CalibrationMirror(
                "MM05",
                approved,
                changed,
                stopped,
                List.of(new Group(OverrideReason.DISCOUNT_TOO_DEEP, changed)),
                List.of(
                        new Band(0, 20, part(0, 0)),
                        new Band(20, 30, part(0, 0)),
                        new Band(30, 40, part(0, 0)),
                        new Band(40, 100, deepest)));
    }

    @Test
    void theGoalsExampleIsSaid() {
        CalibrationMirror mirror = mirror(part(10, 20), part(20, 28), 0, part(20, 28));
        assertThat(MirrorWords.headline(mirror))
                .isEqualTo("71% of the deals you changed reached the baseline, 50% of those you let out");
        assertThat(MirrorWords.sentences(mirror))
                .anyMatch(words ->
                        words.startsWith("Your changes of deals proposed at over 40% off were right in 20 of 28, 71%"));
    }

    @Test
    void underTheLeastCountNoShareIsMadeASentence() {
        CalibrationMirror few = mirror(part(0, 9), part(9, 9), 0, part(9, 9));
        assertThat(MirrorWords.headline(few)).isEqualTo("18 known outcomes are too few to sum up");
        assertThat(MirrorWords.sentences(few)).isEmpty();
        CalibrationMirror one = mirror(part(0, 0), part(1, 1), 1, part(1, 1));
        assertThat(MirrorWords.headline(one)).isEqualTo("One known outcome is too few to sum up");
        assertThat(MirrorWords.sentences(one))
                .containsExactly(
                        "One deal was stopped and nothing went out instead: nobody can say what it would have brought.");
        assertThat(MirrorWords.headline(mirror(part(0, 0), part(0, 0), 3, part(0, 0))))
                .isEqualTo("No outcome of your decisions is known yet");
        assertThat(MirrorWords.headline(mirror(part(6, 10), part(1, 2), 0, part(1, 2))))
                .isEqualTo("60% of the deals you let out reached the baseline");
    }

    @Test
    void sharesAreComparedOnlyWithEnoughOnBothSides() {
        assertThat(MirrorWords.sentences(mirror(part(0, 400), part(29, 29), 0, part(0, 0))))
                .noneMatch(words -> words.contains("more often"));
        assertThat(MirrorWords.sentences(mirror(part(100, 200), part(27, 30), 0, part(0, 0)))
                        .getFirst())
                .startsWith("Deals you changed reached the baseline more often than those you let out");
        assertThat(MirrorWords.sentences(mirror(part(180, 200), part(15, 30), 0, part(0, 0)))
                        .getFirst())
                .startsWith("Deals you changed reached the baseline less often");
    }

    /// By hand, Newcombe's method 10 at 90 %: 56 of 70 against 48 of 80, the textbook's counts: +20 points, 7.7 to
    /// 31.4.
    @Test
    void theIntervalOfTheDifferenceIsNewcombes() {
        assertThat(MirrorWords.sentences(mirror(part(48, 80), part(56, 70), 0, part(0, 0)))
                        .getFirst())
                .contains("difference +20.0 points, 90%: +7.7 to +31.4");
        assertThat(MirrorWords.sentences(mirror(part(60, 100), part(18, 30), 0, part(0, 0)))
                        .getFirst())
                .startsWith("Deals you changed and deals you let out reached the baseline about equally often")
                .contains("difference 0.0 points");
    }
}
