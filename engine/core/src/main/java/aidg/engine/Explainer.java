package aidg.engine;

import aidg.engine.ScoreTracer.Typical;
import aidg.engine.encoder.MerchantMemory;
import aidg.engine.explain.Honesty;
import aidg.engine.explain.HonestyCheck;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Explains a deal by attributions of different principles, and checks them against each other and on the model.
final class Explainer {

    /// Points on the line of the integrated gradients.
    private static final int STEPS = 64;

    /// Levels at which checks hold and fail; see `engine/README.md`, "Decisions", for how they were found.
    static final HonestyCheck.Thresholds THRESHOLDS = new HonestyCheck.Thresholds(
            new HonestyCheck.Thresholds.Levels(0.6, 0.7, 0.8), new HonestyCheck.Thresholds.Levels(0.3, 0.55, 0.5));

    private final Scorer scorer;
    private final Players players;
    private final Calibration.Line line;
    private final HonestyCheck check;

    Explainer(ModelFile model, Scorer scorer) {
        this.scorer = scorer;
        players = new Players(model.layout());
        line = model.provenance().calibration().success();
        check = new HonestyCheck(THRESHOLDS, model.provenance().options().seed());
    }

    /// @param scored  with its trace
    /// @param typical the deals that it is explained against; none to explain against nothing known
    Explanation explain(Question question, ScoredDeal scored, List<Typical> typical) {
        ScoreTrace trace = Objects.requireNonNull(scored.trace());
        Scorer.Mixture mixture = scorer.mixture(question, List.of(average(question, typical)));
        Scorer.Gradients gradients = mixture.gradients(0, STEPS, line);
        double[] gradient = players.parts(gradients);
        double[] occlusion = occlusion(mixture, gradients.end());
        float[][][] heads = scorer.attention(question);
        double[] attention = attention(heads);

        Map<String, Integer> numbers = new HashMap<>();
        players.all().forEach(player -> numbers.put(player.name(), numbers.size()));
        double[] shown = new double[players.size()];
        List<Explanation.Reason> reasons = new ArrayList<>();
        for (ScoreTrace.Contribution contribution : trace.contributions()) {
            Integer player = numbers.get(contribution.feature());
            if (player != null) {
                shown[player] = contribution.points();
                reasons.add(
                        new Explanation.Reason(contribution, gradient[player], occlusion[player], attention[player]));
            }
        }
        Honesty honesty = check.measure(shown, List.of(gradient, occlusion), joined -> probabilities(mixture, joined));
        double sum = Arrays.stream(gradients.deal()).sum()
                + Arrays.stream(gradients.joint()).sum()
                + Arrays.stream(gradients.memory()).sum();
        return new Explanation(
                scored,
                lists(heads),
                reasons,
                new Explanation.Completeness(
                        gradients.start(), gradients.end(), gradients.end() - gradients.start() - sum),
                honesty);
    }

    /// A deal that is in everything the mean of others.
    private static Question average(Question like, List<Typical> typical) {
        float[] deal = new float[like.deal().length];
        float[] joint = new float[like.joint().length];
        float[] memory = new float[like.memory().tokens().length];
        for (Typical one : typical) {
            add(one.question().deal(), deal, typical.size());
            add(one.question().joint(), joint, typical.size());
            add(one.question().memory().tokens(), memory, typical.size());
        }
        return new Question(new MerchantMemory("", like.memory().profile(), memory), deal, joint, 0);
    }

    private static void add(float[] values, float[] sums, int count) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] / count;
        }
    }

    private double[] occlusion(Scorer.Mixture mixture, double whole) {
        List<boolean[]> without = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            boolean[] joined = new boolean[players.size()];
            Arrays.fill(joined, true);
            joined[i] = false;
            without.add(joined);
        }
        return Arrays.stream(probabilities(mixture, without))
                .map(score -> whole - score)
                .toArray();
    }

    private double[] probabilities(Scorer.Mixture mixture, List<boolean[]> joined) {
        return mixture.score(joined.stream().map(one -> players.mix(one, 0)).toList()).stream()
                .mapToDouble(output -> line.probability(output.joint()))
                .toArray();
    }

    /// Per player, mean over heads and deal tokens.
    private double[] attention(float[][][] heads) {
        double[] shares = new double[players.size()];
        for (int i = 0; i < shares.length; i++) {
            for (int token : players.all().get(i).memory()) {
                for (float[][] head : heads) {
                    for (float[] row : head) {
                        shares[i] += row[token] / (heads.length * (double) head.length);
                    }
                }
            }
        }
        return shares;
    }

    private static List<List<List<Double>>> lists(float[][][] heads) {
        List<List<List<Double>>> lists = new ArrayList<>();
        for (float[][] head : heads) {
            List<List<Double>> rows = new ArrayList<>();
            for (float[] row : head) {
                List<Double> values = new ArrayList<>();
                for (float value : row) {
                    values.add((double) value);
                }
                rows.add(List.copyOf(values));
            }
            lists.add(List.copyOf(rows));
        }
        return lists;
    }
}
