package aidg.engine;

import aidg.engine.explain.ShapleyValues.Coalition;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import java.util.ArrayList;
import java.util.List;

/// A deal against the deals that it is explained against: mixes of its facts and theirs. Everything that an
/// explanation says is read off these, so all of it starts from the same deals.
final class Contrast {

    private final Players players;
    private final Calibration.Line line;
    private final Question own;
    private final List<Question> others;
    private final Scorer.Mixture mixture;

    /// @param others at least one
    Contrast(Players players, Calibration.Line line, Scorer scorer, Question own, List<Question> others) {
        this.players = players;
        this.line = line;
        this.own = own;
        this.others = List.copyOf(others);
        mixture = scorer.mixture(own, others);
    }

    int others() {
        return others.size();
    }

    List<Scorer.Output> score(List<Coalition> coalitions) {
        return mixture.score(coalitions.stream()
                .map(one -> players.mix(
                        one.joined(),
                        one.background(),
                        own.joint(),
                        others.get(one.background()).joint()))
                .toList());
    }

    /// Before the risk adjustment, which is a part of its own.
    double[] probabilities(List<Scorer.Output> outputs) {
        return outputs.stream()
                .mapToDouble(output -> line.probability(output.joint()))
                .toArray();
    }

    /// Probabilities with what has not joined taken from the others, on average over them.
    double[] means(List<boolean[]> joined) {
        List<Coalition> coalitions = new ArrayList<>(joined.size() * others.size());
        for (boolean[] one : joined) {
            for (int other = 0; other < others.size(); other++) {
                coalitions.add(new Coalition(other, one));
            }
        }
        double[] scores = probabilities(score(coalitions));
        double[] means = new double[joined.size()];
        for (int i = 0; i < scores.length; i++) {
            means[i / others.size()] += scores[i] / others.size();
        }
        return means;
    }

    /// Integrated gradients of the probability.
    ///
    /// @param steps points on each line
    Scorer.Gradients gradients(int steps) {
        return mixture.gradients(steps, line);
    }
}
