package aidg.engine;

import aidg.engine.ScoreTrace.Attention;
import aidg.engine.ScoreTrace.Contribution;
import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.ScoreTrace.Part;
import aidg.engine.domain.Money;
import aidg.engine.encoder.MemoryToken;
import aidg.engine.explain.ShapleyValues;
import aidg.engine.explain.Wording;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.forecast.Cause;
import aidg.engine.forecast.SalesForecastFit;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.TokenLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Writes down how a score came about, with the network and the features that made it.
final class ScoreTracer {

    /// Random orders in which the facts join, each also backwards; at least.
    private static final int ORDERS = 4;

    private final ModelFile model;
    private final Scorer scorer;
    private final LocalDate asOf;
    private final TokenLayout layout;
    private final Calibration calibration;
    private final List<String> names;
    private final Players players;

    ScoreTracer(ModelFile model, Players players, Scorer scorer, LocalDate asOf) {
        this.model = model;
        this.scorer = scorer;
        this.asOf = asOf;
        layout = model.layout();
        calibration = model.provenance().calibration();
        names = layout.schema().names();
        this.players = players;
    }

    /// @param output what the network made of the deal
    /// @param scored the same for people
    ScoreTrace trace(Contrast contrast, Scorer.Output output, ScoredDeal scored) {
        float[] row = contrast.own().row();
        List<ShapleyValues.Attribution> attributions = new ShapleyValues(
                        orders(contrast.backgrounds()),
                        model.provenance().options().seed())
                .attributeAll(players.size(), contrast.backgrounds(), contrast.divided(), coalitions -> {
                    List<Scorer.Output> outputs = contrast.score(coalitions);
                    return List.of(
                            contrast.probabilities(outputs),
                            outputs.stream().mapToDouble(Scorer.Output::ratio).toArray());
                });
        Wording wording = new Wording(
                names, row, contrast.others().stream().map(Seen::row).toList());
        CauseWords causes = causes(contrast);
        double baseline = Math.max(0, scored.proposal().baselineGp30().amount());
        List<Part> parts = parts(causes, attributions, baseline);
        List<Contribution> contributions =
                contributions(wording, attributions, parts, baseline, riskPart(output, scored));
        TraceSentences sentences = new TraceSentences(wording, causes);
        List<ScoreTrace.Saying> sayings = sentences.sayings(contributions);
        return new ScoreTrace(
                model.provenance().hash(),
                model.provenance().featuresHash().substring(0, 16),
                scorer.device(),
                model.provenance().options().seed(),
                asOf,
                featureValues(row),
                attention(contrast.attention()),
                output.joint(),
                output.penalty(),
                List.of(calibration.success().slope(), calibration.success().offset()),
                attributions.getFirst().base(),
                contributions,
                sentences.of(sayings, scored.proposal().terms().category().words()),
                sayings);
    }

    private CauseWords causes(Contrast contrast) {
        SalesForecastFit fit = model.learned().fit().inference().sales();
        return new CauseWords(
                contrast.own().circumstances().figures(fit),
                contrast.others().stream()
                        .map(other -> other.circumstances().figures(fit))
                        .toList());
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

    /// What the forecast is made from; none where it was not divided.
    private static List<Part> parts(CauseWords causes, List<ShapleyValues.Attribution> attributions, double baseline) {
        double[] points = attributions.get(0).parts();
        double[] ratios = attributions.get(1).parts();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            Cause cause = ForecastMix.CAUSES.get(i);
            parts.add(new Part(
                    cause.feature(),
                    causes.of(cause),
                    causes.typical(cause),
                    points[i],
                    Money.of(ratios[i] * baseline)));
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -Math.abs(part.points()))
                .thenComparing(Part::feature));
        return parts;
    }

    private List<Contribution> contributions(
            Wording wording,
            List<ShapleyValues.Attribution> attributions,
            List<Part> parts,
            double baseline,
            Contribution risk) {
        List<Contribution> all = new ArrayList<>(List.of(risk));
        for (int i = 0; i < players.size(); i++) {
            Players.Player player = players.all().get(i);
            all.add(new Contribution(
                    player.name(),
                    wording.of(player.name(), player.words()),
                    wording.typical(player.name()),
                    attributions.get(0).values()[i],
                    Money.of(attributions.get(1).values()[i] * baseline),
                    player.name().equals(FeatureFit.EXPECTED) ? parts : List.of()));
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

    private Attention attention(float[][][] heads) {
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
}
