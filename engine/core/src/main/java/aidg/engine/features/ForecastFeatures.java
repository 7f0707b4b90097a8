package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.forecast.Circumstances;
import aidg.engine.forecast.Expected;
import aidg.engine.forecast.OfferForecasts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the hierarchical sales forecast infers: what these terms should bring, and what it holds of the
/// merchant. No table of facts: rivals that learn from facts are not given it.
final class ForecastFeatures implements FeatureFamily {

    static final String EXPECTED = "expected_sales";
    private static final String DOUBT = "reach_spread";

    /// Column of the doubt about a deal, a standard deviation in log-odds.
    static final String DOUBT_COLUMN = EXPECTED + '.' + DOUBT;

    /// Column of the buyers expected, were there no limit, `log(1 + x)`.
    static final String BUYERS_COLUMN = EXPECTED + ".buyers";

    static final String NATURE = "sales_nature";

    private final SalesInference inference;
    private final int profile;

    ForecastFeatures(SalesInference inference) {
        this.inference = inference;
        profile = inference.profileWidth();
    }

    @Override
    public List<Token> tokens() {
        List<String> nature = new ArrayList<>();
        for (int i = 0; i < profile; i++) {
            nature.add("latent_" + i);
            nature.add("-");
        }
        return List.of(
                token(
                        Side.JOINT,
                        EXPECTED,
                        "Expected sales",
                        "conversion",
                        "log share",
                        "conversion_spread",
                        "log ratio",
                        "traffic",
                        "log ratio",
                        "traffic_spread",
                        "log ratio",
                        "margin",
                        "share",
                        "ratio",
                        "ratio",
                        "ratio_spread",
                        "ratio",
                        "reach",
                        "log odds",
                        DOUBT,
                        "log odds",
                        "approval",
                        "log odds",
                        "buyers",
                        "log count"),
                token(Side.MERCHANT, NATURE, "What sells here", nature.toArray(String[]::new)));
    }

    @Override
    public void write(Moment moment, Row row) {
        row.put(expected(moment.circumstances()));
        float[] numbers = moment.forecast().profile();
        for (int i = 0; i < profile; i++) {
            row.put(i < numbers.length ? numbers[i] : Double.NaN);
        }
    }

    /// The values of the first token.
    double[] expected(Circumstances deal) {
        Expected expected = deal.expected(inference.sales());
        return values(expected, inference.success().approval(inference.sales(), deal, expected));
    }

    @Override
    public Joints joints(Moment moment) {
        Map<Integer, OfferForecasts> byLength = new HashMap<>();
        return (terms, row) -> {
            OfferForecasts.Forecast forecast = byLength.computeIfAbsent(
                            terms.durationDays(),
                            ignored -> moment.forecast()
                                    .offers(terms, moment.startsOn(), moment.baseline(), inference.success()))
                    .at(terms);
            row.put(values(forecast.expected(), forecast.approval()));
        };
    }

    private double[] values(Expected expected, double approval) {
        return new double[] {
            expected.logConversion(),
            expected.conversionSd(),
            expected.logTraffic(),
            expected.trafficSd(),
            expected.margin(),
            expected.ratio(),
            expected.ratioSd(),
            logOdds(inference.success().reach(expected)),
            expected.reachDoubt(),
            logOdds(approval),
            Math.log1p(Math.max(0, expected.redemptions()))
        };
    }

    /// Cut at odds of 1 to 10,000.
    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, 1e-4, 1 - 1e-4);
        return Math.log(inside / (1 - inside));
    }
}
