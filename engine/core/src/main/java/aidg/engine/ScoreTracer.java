package aidg.engine;

import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.explain.ShapleyValues;
import aidg.engine.explain.Wording;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.TokenLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Writes down how a score came about, with the network and the features that made it.
final class ScoreTracer {

    /// Tokens that take no part in the attribution: a score is explained against deals of its own category.
    private static final Set<String> FIXED = Set.of("category", "trade");

    /// Random orders in which the tokens join, each also backwards.
    private static final int ORDERS = 16;

    private final ModelFile model;
    private final Scorer scorer;
    private final LocalDate asOf;
    private final TokenLayout layout;
    private final Calibration calibration;
    private final List<String> names;
    private final List<Token> order;
    private final int[] players;

    /// Typical deals of a category.
    ///
    /// @param rows   raw features, none where there is nothing to compare with
    /// @param tokens what the network reads of them, at least one
    record Background(List<float[]> rows, List<float[]> tokens) {

        static Background of(List<float[]> rows, TokenLayout layout) {
            return rows.isEmpty()
                    ? new Background(List.of(), List.of(new float[layout.size()]))
                    : new Background(rows, rows.stream().map(layout::tokens).toList());
        }
    }

    ScoreTracer(ModelFile model, Scorer scorer, LocalDate asOf) {
        this.model = model;
        this.scorer = scorer;
        this.asOf = asOf;
        layout = model.layout();
        calibration = model.provenance().calibration();
        names = layout.schema().names();
        order = layout.order();
        players = IntStream.range(0, order.size())
                .filter(i -> !FIXED.contains(order.get(i).name()))
                .toArray();
    }

    /// @param typical the deals that it is explained against
    ScoreTrace trace(float[] row, Scorer.Output output, ScoredDeal scored, Background typical) {
        float[] tokens = layout.tokens(row);
        ShapleyValues.Attribution attribution = new ShapleyValues(
                        ORDERS, model.provenance().options().seed())
                .attribute(tokens, typical.tokens(), layout.width(), players, this::probabilities);
        Wording wording = new Wording(names, row, typical.rows());
        List<Contribution> contributions = contributions(wording, attribution, riskPart(output, scored));
        return new ScoreTrace(
                model.provenance().hash(),
                model.provenance().featuresHash().substring(0, 16),
                scorer.device(),
                model.provenance().options().seed(),
                asOf,
                featureValues(row),
                attention(tokens),
                output.joint(),
                output.penalty(),
                List.of(calibration.success().slope(), calibration.success().offset()),
                attribution.base(),
                contributions,
                sentences(scored, contributions, wording));
    }

    /// Before the risk adjustment, which is a part of its own.
    private double[] probabilities(List<float[]> inputs) {
        return scorer.score(inputs, new float[inputs.size()]).stream()
                .mapToDouble(o -> calibration.success().probability(o.joint()))
                .toArray();
    }

    /// What the risk adjustment takes off the score; with the tokens' parts it adds up to the score itself. [PER-14]
    private Contribution riskPart(Scorer.Output output, ScoredDeal scored) {
        return new Contribution(
                "risk_adjustment",
                String.format(Locale.ROOT, "Risk of an override, %.2f of 1", scored.risk()),
                "",
                scored.score() - calibration.success().probability(output.joint()));
    }

    private List<Contribution> contributions(
            Wording wording, ShapleyValues.Attribution attribution, Contribution risk) {
        List<Contribution> all = new ArrayList<>(List.of(risk));
        for (int i = 0; i < players.length; i++) {
            Token token = order.get(players[i]);
            all.add(new Contribution(
                    token.name(),
                    wording.of(token.name(), token.words()),
                    wording.typical(token.name()),
                    attribution.values()[i]));
        }
        all.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.points()))
                .thenComparing(Contribution::feature));
        return all;
    }

    private List<FeatureValue> featureValues(float[] row) {
        List<FeatureValue> values = new ArrayList<>(row.length);
        int column = 0;
        for (Token token : layout.schema().tokens()) {
            for (Feature feature : token.features()) {
                boolean missing = Float.isNaN(row[column]);
                values.add(new FeatureValue(
                        token.name(), feature.name(), missing ? 0 : row[column], feature.unit(), missing));
                column++;
            }
        }
        return values;
    }

    private Attention attention(float[] tokens) {
        List<String> words = order.stream().map(Token::words).toList();
        List<List<Double>> weights = new ArrayList<>();
        for (float[] line : scorer.attention(tokens)) {
            weights.add(IntStream.range(0, line.length)
                    .mapToObj(i -> (double) line[i])
                    .toList());
        }
        return new Attention(
                words.subList(0, layout.dealTokens()), words.subList(layout.dealTokens(), words.size()), weights);
    }

    /// What speaks for and against, apart from what counts in the opposite direction of what it says when taken alone:
    /// facts that go together share what they do, and a person should not read such a one as a reason.
    private static List<String> sentences(ScoredDeal scored, List<Contribution> contributions, Wording wording) {
        List<String> sentences = new ArrayList<>();
        List<Contribution> strongest = contributions.stream()
                .filter(c -> Math.abs(c.points()) >= 0.01)
                .limit(5)
                .toList();
        Predicate<Contribution> contrary = c -> !wording.isKnown(c.feature())
                || !c.typical().isEmpty() && wording.alone(c.feature()) * Math.signum(c.points()) <= 0;
        List<Contribution> plain =
                strongest.stream().filter(Predicate.not(contrary)).toList();
        say("Speaks for it", plain.stream().filter(c -> c.points() > 0).toList(), sentences);
        say("Speaks against it", plain.stream().filter(c -> c.points() < 0).toList(), sentences);
        say(
                "Counts only together with other facts",
                strongest.stream().filter(contrary).toList(),
                sentences);
        if (sentences.isEmpty()) {
            String category = scored.proposal().terms().category().words().toLowerCase(Locale.ROOT);
            sentences.add("Nothing sets this deal apart from a typical %s deal.".formatted(category));
        }
        return sentences;
    }

    private static void say(String opening, List<Contribution> parts, List<String> sentences) {
        if (!parts.isEmpty()) {
            sentences.add(opening + ": "
                    + String.join(
                            "; ", parts.stream().map(ScoreTracer::inSentence).toList()) + ".");
        }
    }

    private static String inSentence(Contribution contribution) {
        String words = contribution.words();
        String calm = Character.toLowerCase(words.charAt(0)) + words.substring(1);
        return contribution.typical().isEmpty() ? calm : calm + " (" + contribution.typical() + ")";
    }
}
