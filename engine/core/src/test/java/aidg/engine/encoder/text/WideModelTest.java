package aidg.engine.encoder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.domain.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The words' ridge regressions. [PER-8]
class WideModelTest {

    private static final OpinionLexicon LEXICON = OpinionLexicon.load();

    /// Notes in which one made-up word decides; the other target is unknown throughout.
    private static List<LabelledText> notes() {
        List<LabelledText> notes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean up = i % 2 == 0;
            String text = "note %d about %s".formatted(i, up ? "zorp" : "blick");
            notes.add(new LabelledText(text, "m" + i, up ? 1 : -1, new float[] {Float.NaN}, 1));
        }
        return notes;
    }

    /// With X = [[1, 0], [1, 1]], y = [1, 2], weights [1, 2], penalty 1: (4 2; 2 3) b = (5, 4), b = (7/8, 3/4).
    @Test
    void weightedRidgeIsSolvedAsByHand() {
        WideRows rows = new WideRows(new int[][] {{0}, {0, 1}}, new float[][] {{1}, {1, 1}});
        double[] solution = new double[2];

        rows.solve(new double[] {1, 2}, new double[] {1, 2}, 1, solution, 1e-12, 10);

        assertThat(solution).containsExactly(new double[] {0.875, 0.75}, within(1e-9));
    }

    @Test
    void wordsThatDecideAreLearned() {
        WideModel model = WideModel.fit(notes(), LEXICON, Progress.SILENT).model();

        float[][] inputs = model.inputs(List.of("a zorp day", "a blick day"), null, LEXICON);

        assertThat(inputs[0][0]).isGreaterThan(0.1f);
        assertThat(inputs[1][0]).isLessThan(-0.1f);
        assertThat(inputs[0]).hasSize(WideModel.width(1));
        assertThat(inputs[0][1]).as("a target that was never known").isZero();
    }

    @Test
    void aTextIsReadWithoutWhatItsOwnGroupTaught() {
        List<LabelledText> notes = notes();
        WideModel.Fit before = WideModel.fit(notes, LEXICON, Progress.SILENT);
        LabelledText own = notes.get(10);
        notes.set(10, new LabelledText(own.text(), own.group(), -1, own.targets(), 1));
        WideModel.Fit after = WideModel.fit(notes, LEXICON, Progress.SILENT);

        float change = Math.abs(after.inputs()[10][0] - before.inputs()[10][0]);

        assertThat(change).as("only the common mean may move").isLessThan(0.01f);
        assertThat(after.model().inputs(List.of(own.text()), List.of(own.group()), LEXICON)[0])
                .containsExactly(after.inputs()[10], within(1e-5f));
    }
}
