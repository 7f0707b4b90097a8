package aidg.engine.explain;

import aidg.engine.explain.ShapleyValues.Attribution;
import aidg.engine.explain.ShapleyValues.Coalition;
import aidg.engine.explain.ShapleyValues.Divided;
import java.util.List;
import java.util.function.Function;

/// Shapley values of one score where nobody is told in parts.
public final class WholePlayers {

    private WholePlayers() {}

    /// @param players     how many there are
    /// @param backgrounds how many other deals, at least one
    /// @param score       scores many coalitions at once
    public static Attribution attribute(
            ShapleyValues shapley, int players, int backgrounds, Function<List<Coalition>, double[]> score) {
        return shapley.attributeAll(
                        players, backgrounds, Divided.NOBODY, coalitions -> List.of(score.apply(coalitions)))
                .getFirst();
    }
}
