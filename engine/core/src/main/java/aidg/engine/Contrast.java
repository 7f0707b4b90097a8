package aidg.engine;

import aidg.engine.explain.ShapleyValues.Coalition;
import aidg.engine.explain.ShapleyValues.Divided;
import aidg.engine.features.FeatureFit;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deal against the deals that it is explained against: mixes of its facts and theirs. Everything that an
/// explanation says is read off these, so all of it starts from the same deals.
final class Contrast {

    /// Orders in which the forecast's causes join at each turn: they act on each other much more than facts do,
    /// and each costs only forecasts.
    private static final int ORDERS = 8;

    private final Players players;
    private final Calibration.Line line;
    private final Seen own;
    private final List<Seen> others;
    private final List<Question> questions;
    private final float[][][] attention;
    private final Scorer.Mixture mixture;
    private final @Nullable ForecastMix forecast;

    /// @param others what it is explained against; none to explain against nothing known
    Contrast(Players players, ModelFile model, Scorer scorer, Seen own, List<Seen> others) {
        this.players = players;
        this.own = own;
        this.others = List.copyOf(others);
        line = model.provenance().calibration().success();
        questions = others.isEmpty()
                ? List.of(Players.blank(own.question()))
                : others.stream().map(Seen::question).toList();
        attention = scorer.attention(own.question());
        mixture = scorer.mixture(own.question(), questions);
        forecast = others.isEmpty() ? null : new ForecastMix(model.learned().fit(), model.layout(), own, others);
    }

    Seen own() {
        return own;
    }

    List<Seen> others() {
        return others;
    }

    /// How much each token of the deal drew from each of its memory, worked out once; see `Scorer.attention`.
    ///
    /// @return `[heads][deal tokens][memory tokens]`, not to be changed
    float[][][] attention() {
        return attention;
    }

    /// Deals that parts are averaged over, at least one.
    int backgrounds() {
        return questions.size();
    }

    /// The player that is told in parts.
    Divided divided() {
        return forecast == null
                ? Divided.NOBODY
                : new Divided(players.indexOf(FeatureFit.EXPECTED), ForecastMix.CAUSES.size(), ORDERS);
    }

    List<Scorer.Output> score(List<Coalition> coalitions) {
        return mixture.score(mixes(coalitions, forecast));
    }

    /// Probabilities of mixes.
    double[] scoreMixes(List<Scorer.Mix> mixes) {
        return probabilities(mixture.score(mixes));
    }

    /// @param mixed what a divided forecast expects
    List<Scorer.Mix> mixes(List<Coalition> coalitions, @Nullable ForecastMix mixed) {
        return coalitions.stream().map(coalition -> mix(coalition, mixed)).toList();
    }

    private Scorer.Mix mix(Coalition coalition, @Nullable ForecastMix mixed) {
        int other = coalition.background();
        Scorer.Mix mix = players.mix(
                coalition.joined(),
                other,
                own.question().joint(),
                questions.get(other).joint());
        if (mixed != null && coalition.parts().length > 0) {
            mixed.put(other, coalition.parts(), mix.joint());
        }
        return mix;
    }

    /// The deal with only its forecast changed.
    ///
    /// @param parts which causes are the deal's own
    Coalition forecastOf(int other, boolean[] parts) {
        boolean[] joined = new boolean[players.size()];
        Arrays.fill(joined, true);
        joined[divided().player()] = false;
        return new Coalition(other, joined, parts);
    }

    /// Before the risk adjustment, which is a part of its own.
    double[] probabilities(List<Scorer.Output> outputs) {
        return outputs.stream()
                .mapToDouble(output -> line.probability(output.joint()))
                .toArray();
    }

    /// How many things an explanation tells: the players, but for the divided one its parts, which come last.
    int told() {
        int parts = divided().parts();
        return parts == 0 ? players.size() : players.size() - 1 + parts;
    }

    /// Whether each player has joined, and each part of the divided one, by what is told.
    private Coalition coalition(int other, boolean[] told) {
        Divided divided = divided();
        if (divided.parts() == 0) {
            return new Coalition(other, told);
        }
        boolean[] joined = new boolean[players.size()];
        int next = 0;
        for (int i = 0; i < joined.length; i++) {
            joined[i] = i != divided.player() && told[next++];
        }
        boolean[] parts = Arrays.copyOfRange(told, next, told.length);
        if (parts.length == count(parts)) {
            joined[divided.player()] = true;
            return new Coalition(other, joined);
        }
        return count(parts) == 0 ? new Coalition(other, joined) : new Coalition(other, joined, parts);
    }

    private static int count(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }

    /// Probabilities with what has not joined taken from the others, on average over them.
    ///
    /// @param told per mix and thing told, whether it is the own deal's
    double[] means(List<boolean[]> told) {
        List<Coalition> coalitions = new ArrayList<>(told.size() * backgrounds());
        for (boolean[] one : told) {
            for (int other = 0; other < backgrounds(); other++) {
                coalitions.add(coalition(other, one));
            }
        }
        double[] scores = probabilities(score(coalitions));
        double[] means = new double[told.size()];
        for (int i = 0; i < scores.length; i++) {
            means[i / backgrounds()] += scores[i] / backgrounds();
        }
        return means;
    }

    /// What the score loses when something is taken from the others: first one by one what is told, then the
    /// divided player as a whole, if there is one.
    double[] occlusion() {
        int told = told();
        List<boolean[]> mixes = new ArrayList<>();
        for (int i = -1; i < told; i++) {
            mixes.add(without(told, i, i + 1));
        }
        if (divided().parts() > 0) {
            mixes.add(without(told, players.size() - 1, told));
        }
        double[] scores = means(mixes);
        return Arrays.stream(scores, 1, scores.length)
                .map(score -> scores[0] - score)
                .toArray();
    }

    private static boolean[] without(int told, int from, int to) {
        boolean[] joined = new boolean[told];
        Arrays.fill(joined, true);
        Arrays.fill(joined, Math.max(0, from), to, false);
        return joined;
    }

    /// Integrated gradients of the probability.
    ///
    /// @param steps points on each line
    Scorer.Gradients gradients(int steps) {
        return mixture.gradients(steps, line);
    }
}
