package aidg.engine.scorer;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.ArrayList;
import java.util.List;

/// Turns the raw values of one side's tokens into what the networks read, row after row. Made by
/// `TokenLayout.inputs`; may be shared between threads.
public final class SideInputs {

    private final int width;
    private final int[] counts;
    private final double[] means;
    private final double[] deviations;

    SideInputs(TokenLayout layout, Side side) {
        width = layout.width(side);
        int[] offsets = layout.schema().offsets();
        List<Integer> columns = new ArrayList<>();
        counts = layout.tokens(side).stream()
                .mapToInt(token -> token.features().size())
                .toArray();
        for (int t = 0; t < offsets.length; t++) {
            Token token = layout.schema().tokens().get(t);
            for (int i = 0; token.side() == side && i < token.features().size(); i++) {
                columns.add(offsets[t] + i);
            }
        }
        means = columns.stream().mapToDouble(layout.means()::get).toArray();
        deviations = columns.stream().mapToDouble(layout.deviations()::get).toArray();
    }

    /// Numbers that a row becomes, `TokenLayout.size`.
    public int size() {
        return counts.length * width;
    }

    /// Writes what `TokenLayout.write` writes.
    ///
    /// @param raw the values of this side's tokens alone, in their order, NaN where one is missing
    public void write(float[] raw, float[] target, int at) {
        int column = 0;
        int slot = at;
        for (int count : counts) {
            int missing = 0;
            for (int i = 0; i < count; i++, column++) {
                if (Float.isNaN(raw[column])) {
                    missing++;
                    target[slot + i] = 0;
                } else {
                    target[slot + i] = TokenLayout.standardised(raw[column], means[column], deviations[column]);
                }
            }
            target[slot + width - 1] = (float) missing / count;
            slot += width;
        }
    }
}
