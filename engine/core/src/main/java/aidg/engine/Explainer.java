package aidg.engine;

import aidg.engine.explain.Honesty;
import aidg.engine.explain.HonestyCheck;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// Explains a deal by attributions of different principles, and checks them against each other and on the model.
final class Explainer {

    /// Points on each line of the integrated gradients; eight miss a twentieth of a point of score at most.
    static final int STEPS = 8;

    /// Levels at which checks hold and fail; see `engine/README.md`, "Decisions", for how they were found.
    static final HonestyCheck.Thresholds THRESHOLDS = new HonestyCheck.Thresholds(
            new HonestyCheck.Thresholds.Levels(0.6, 0.6, 0.8, 0.75),
            new HonestyCheck.Thresholds.Levels(0.3, 0.55, 0.5, 0.65),
            0.05);

    private final ModelFile model;
    private final Players players;
    private final HonestyCheck check;

    Explainer(ModelFile model, Players players) {
        this.model = model;
        this.players = players;
        check = new HonestyCheck(THRESHOLDS, model.provenance().options().seed());
    }

    /// @param scored  with its trace
    /// @param pending the contrast's gradients at `STEPS` points, which PyTorch works out beside the kernel
    Explanation explain(ScoredDeal scored, Contrast contrast, CompletableFuture<Scorer.Gradients> pending) {
        ScoreTrace trace = Objects.requireNonNull(scored.trace());
        double[] hidden = contrast.occlusion();
        float[][][] heads = contrast.attention();
        double[] attention = attention(heads);
        Scorer.Gradients gradients = pending.join();
        double[] gradient = players.parts(gradients);
        Told told = Told.of(players, trace, contrast.divided());
        double[] occlusion = told.byPlayer(hidden);
        List<Explanation.Reason> reasons = new ArrayList<>();
        for (ScoreTrace.Contribution contribution : trace.contributions()) {
            if (players.has(contribution.feature())) {
                int player = players.indexOf(contribution.feature());
                reasons.add(
                        new Explanation.Reason(contribution, gradient[player], occlusion[player], attention[player]));
            }
        }
        Honesty honesty = check.measure(
                told.told(),
                List.of(
                        new HonestyCheck.Pair(told.players(), gradient),
                        new HonestyCheck.Pair(told.told(), Arrays.copyOf(hidden, told.told().length))),
                new Steadiness(contrast, model).instead(told.told()),
                contrast::means);
        return new Explanation(
                scored,
                lists(heads),
                reasons,
                new Explanation.Completeness(
                        gradients.start(), gradients.end(), gradients.end() - gradients.start() - gradients.sum()),
                honesty,
                contrast.others().stream().map(Seen::proposalId).toList());
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
