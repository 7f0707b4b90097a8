package aidg.engine;

import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.domain.Money;
import aidg.engine.encoder.MemoryToken;
import aidg.engine.explain.ShapleyValues;
import aidg.engine.explain.Wording;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.TokenLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Writes down how a score came about, with the network and the features that made it.
final class ScoreTracer {

    /// Random orders in which the facts join, each also backwards; at least.
    private static final int ORDERS = 8;

    private final ModelFile model;
    private final Scorer scorer;
    private final LocalDate asOf;
    private final TokenLayout layout;
    private final Calibration calibration;
    private final List<String> names;
    private final Players players;

    /// A deal to compare with.
    ///
    /// @param row   raw features
    /// @param score before any risk adjustment, 0..1
    record Typical(String proposalId, float[] row, Question question, double score) {}

    ScoreTracer(ModelFile model, Players players, Scorer scorer, LocalDate asOf) {
        this.model = model;
        this.scorer = scorer;
        this.asOf = asOf;
        layout = model.layout();
        calibration = model.provenance().calibration();
        names = layout.schema().names();
        this.players = players;
    }

    /// @param typical the deals that it is explained against; none to explain against nothing known
    ScoreTrace trace(
            float[] row,
            Question question,
            Scorer.Output output,
            ScoredDeal scored,
            Contrast contrast,
            List<Typical> typical) {
        List<ShapleyValues.Attribution> attributions = new ShapleyValues(
                        orders(contrast.others()), model.provenance().options().seed())
                .attributeAll(players.size(), contrast.others(), coalitions -> {
                    List<Scorer.Output> outputs = contrast.score(coalitions);
                    return List.of(
                            contrast.probabilities(outputs),
                            outputs.stream().mapToDouble(Scorer.Output::ratio).toArray());
                });
        Wording wording =
                new Wording(names, row, typical.stream().map(Typical::row).toList());
        double[] money = attributions.get(1).values();
        double baseline = Math.max(0, scored.proposal().baselineGp30().amount());
        List<Contribution> contributions =
                contributions(wording, attributions.getFirst(), money, baseline, riskPart(output, scored));
        return new ScoreTrace(
                model.provenance().hash(),
                model.provenance().featuresHash().substring(0, 16),
                scorer.device(),
                model.provenance().options().seed(),
                asOf,
                featureValues(row),
                attention(question),
                output.joint(),
                output.penalty(),
                List.of(calibration.success().slope(), calibration.success().offset()),
                attributions.getFirst().base(),
                contributions,
                sentences(scored, contributions, wording));
    }

    /// As many for each of the other deals.
    private static int orders(int others) {
        return (ORDERS + others - 1) / others * others;
    }

    /// What the risk adjustment takes off the score; with the tokens' parts it adds up to the score itself.
    /// [PER-14]
    private Contribution riskPart(Scorer.Output output, ScoredDeal scored) {
        return new Contribution(
                "risk_adjustment",
                String.format(Locale.ROOT, "Risk of an override, %.2f of 1", scored.risk()),
                "",
                scored.score() - calibration.success().probability(output.joint()),
                Money.ZERO);
    }

    private List<Contribution> contributions(
            Wording wording,
            ShapleyValues.Attribution attribution,
            double[] ratios,
            double baseline,
            Contribution risk) {
        List<Contribution> all = new ArrayList<>(List.of(risk));
        for (int i = 0; i < players.size(); i++) {
            Players.Player player = players.all().get(i);
            all.add(new Contribution(
                    player.name(),
                    wording.of(player.name(), player.words()),
                    wording.typical(player.name()),
                    attribution.values()[i],
                    Money.of(ratios[i] * baseline)));
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

    private Attention attention(Question question) {
        List<String> rows = layout.tokens(Side.DEAL).stream().map(Token::words).toList();
        List<String> columns = new ArrayList<>(
                MemoryToken.BRANCHES.stream().map(MemoryToken::words).toList());
        List<String> groups = new ArrayList<>(
                MemoryToken.BRANCHES.stream().map(MemoryToken::group).toList());
        layout.tokens(Side.MERCHANT).forEach(token -> {
            columns.add(token.words());
            groups.add(MemoryToken.FACTS);
        });
        List<List<Double>> weights = new ArrayList<>();
        float[][][] heads = scorer.attention(question);
        for (int row = 0; row < rows.size(); row++) {
            int line = row;
            weights.add(IntStream.range(0, columns.size())
                    .mapToObj(column -> mean(heads, line, column))
                    .toList());
        }
        List<String> features =
                layout.tokens(Side.DEAL).stream().map(Token::name).toList();
        return new Attention(features, rows, columns, groups, weights);
    }

    private static double mean(float[][][] heads, int row, int column) {
        double sum = 0;
        for (float[][] head : heads) {
            sum += head[row][column];
        }
        return sum / heads.length;
    }

    /// What speaks for and against, apart from what counts in the opposite direction of what it says when taken
    /// alone: facts that go together share what they do, and a person should not read such a one as a reason.
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
