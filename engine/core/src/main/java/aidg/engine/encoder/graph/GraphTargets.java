package aidg.engine.encoder.graph;

import java.util.Arrays;

/// What the deals that merchants proposed in the days after a snapshot brought, as means over a merchant's deals;
/// NaN where there is none.
///
/// @param values (merchants, 4): surprises of log traffic, log conversion and log (gp30 / baseline) against what is
///               usual, and share of successes
public record GraphTargets(float[] values) {

    /// Numbers per merchant.
    public static final int WIDTH = 4;

    /// Place of the log traffic surprise.
    public static final int TRAFFIC = 0;

    /// Place of the log conversion surprise.
    public static final int CONVERSION = 1;

    /// Place of the log ratio.
    public static final int RATIO = 2;

    /// Place of the share of successes, 0..1.
    public static final int SUCCESS = 3;

    /// Merchants of whom anything is known.
    public int[] known() {
        int merchants = values.length / WIDTH;
        int[] known = new int[merchants];
        int count = 0;
        for (int m = 0; m < merchants; m++) {
            if (!Float.isNaN(values[m * WIDTH + SUCCESS])) {
                known[count++] = m;
            }
        }
        return Arrays.copyOf(known, count);
    }
}
