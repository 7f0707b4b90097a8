package aidg.engine;

import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.List;

/// Where a score comes from, step by step, taken from the scoring path itself. The Why panel and
/// `score --explain` print it unchanged. [EXP-3]
///
/// @param asOf           the day whose knowledge was used
/// @param features       what went in, in schema order
/// @param attention      how the deal's tokens looked at the merchant's
/// @param rawLogit       log-odds of success before the risk adjustment
/// @param riskAdjustment log-odds taken off for the override history, 0 or more
/// @param calibration    how log-odds, after the risk adjustment, became the score: `a * logit + b`, as `[a, b]`
/// @param baseScore      average score of open deals of the category before any risk adjustment, 0..1; the
///                       contributions start there
/// @param contributions  signed, in probability; `baseScore` plus their sum is the score; largest size first
/// @param sentences      the same in plain words, most important first
/// @param sayings        everything that is worth a sentence, facts of one name together, largest size first
public record ScoreTrace(
        String modelHash,
        String featureSchema,
        String device,
        long seed,
        LocalDate asOf,
        List<FeatureValue> features,
        Attention attention,
        double rawLogit,
        double riskAdjustment,
        List<Double> calibration,
        double baseScore,
        List<Contribution> contributions,
        List<String> sentences,
        List<Saying> sayings) {

    public ScoreTrace {
        features = List.copyOf(features);
        calibration = List.copyOf(calibration);
        contributions = List.copyOf(contributions);
        sentences = List.copyOf(sentences);
        sayings = List.copyOf(sayings);
    }

    /// One fact that went into the score.
    ///
    /// @param token the deal or merchant token it belongs to
    /// @param value in `unit`; NaN never: a missing fact has `missing` set and value 0
    public record FeatureValue(String token, String feature, double value, String unit, boolean missing) {}

    /// How much each deal token (row) drew from each merchant token (column); every row sums to 1.
    ///
    /// @param features per row, the token's name, by which contributions call it
    /// @param groups   per column, what it and those beside it are about, for people: `Past deals`, `Overrides`,
    ///                 `Notes`; columns of one group follow each other
    public record Attention(
            List<String> features,
            List<String> rows,
            List<String> columns,
            List<String> groups,
            List<List<Double>> weights) {

        public Attention {
            features = List.copyOf(features);
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            groups = List.copyOf(groups);
            weights = weights.stream().map(List::copyOf).toList();
        }
    }

    /// What one token added to or took from the score.
    ///
    /// @param feature the token's name
    /// @param words   the same for people: `Discount 35%, usual is 30%`
    /// @param typical what is usual among the deals compared with: `typical 55%`; empty where nothing is
    /// @param points  signed change of the probability, -1..1
    /// @param gp30    signed change of the expected gross profit of 30 days
    /// @param parts   what adds up to `points` and `gp30` where the token is itself worked out from causes, as the
    ///                sales forecast is; largest first, else empty
    public record Contribution(
            String feature, String words, String typical, double points, Money gp30, List<Part> parts) {

        public Contribution {
            parts = List.copyOf(parts);
        }

        /// A fact that has no parts.
        public Contribution(String feature, String words, String typical, double points, Money gp30) {
            this(feature, words, typical, points, gp30, List.of());
        }
    }

    /// A cause within a token, in the same words and units. Where another token is about the same thing, both have
    /// its name and may be counted together: `discount`, `price`, `duration`, `season`, `competition`, `overrides`.
    public record Part(String feature, String words, String typical, double points, Money gp30) {}

    /// Something that can be told of a deal: a fact, or facts of one name together.
    ///
    /// @param words    of the larger of them
    /// @param typical  what is usual for it; may be empty
    /// @param points   signed change of the probability, 0.01 or more in size
    /// @param gp30     signed change of the expected gross profit of 30 days
    /// @param contrary whether it counts against what it says when taken alone, so that it is no reason by itself
    public record Saying(String feature, String words, String typical, double points, Money gp30, boolean contrary) {}
}
