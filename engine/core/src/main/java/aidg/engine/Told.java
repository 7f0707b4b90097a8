package aidg.engine;

import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.explain.ShapleyValues.Divided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a trace tells, as numbers in the order of the players.
///
/// @param players points per player
/// @param told    points per thing told: the players, but for the divided one its parts, which come last
/// @param divided the player that is told in parts
record Told(double[] players, double[] told, Divided divided) {

    /// @param trace with a contribution of every player
    static Told of(Players players, ScoreTrace trace, Divided divided) {
        Map<String, Contribution> byName = new HashMap<>();
        trace.contributions().forEach(one -> byName.put(one.feature(), one));
        double[] points = new double[players.size()];
        List<Double> told = new ArrayList<>();
        Map<String, Double> parts = new HashMap<>();
        for (int i = 0; i < points.length; i++) {
            Contribution one =
                    Objects.requireNonNull(byName.get(players.all().get(i).name()));
            points[i] = one.points();
            if (divided.parts() > 0 && i == divided.player()) {
                one.parts().forEach(part -> parts.put(part.feature(), part.points()));
            } else {
                told.add(points[i]);
            }
        }
        for (int i = 0; i < divided.parts(); i++) {
            told.add(parts.getOrDefault(ForecastMix.CAUSES.get(i).feature(), 0.0));
        }
        return new Told(points, told.stream().mapToDouble(one -> one).toArray(), divided);
    }

    /// What was found of each player.
    ///
    /// @param found per thing told, then of the divided player as a whole
    double[] byPlayer(double[] found) {
        if (divided.parts() == 0) {
            return found;
        }
        double[] values = new double[players.length];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = i == divided.player() ? found[found.length - 1] : found[next++];
        }
        return values;
    }
}
