package aidg.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Money;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The pieces of the forecast do what they say on data with a known answer.
class ForecastPartsTest {

    @Test
    void theRootTimesItsTransposeIsTheMatrix() {
        double[] matrix = {4, 2, 1, 2, 5, 3, 1, 3, 6};

        Cholesky root = Cholesky.of(matrix.clone(), 3);
        double[] solved = root.backward(root.forward(new double[] {7, 10, 10}));

        assertThat(solved).containsExactly(new double[] {1, 1, 1}, within(1e-12));
        assertThat(root.times(root.forward(new double[] {7, 10, 10})))
                .containsExactly(new double[] {7, 10, 10}, within(1e-12));
        assertThat(root.halfLogDeterminant()).isCloseTo(0.5 * Math.log(67), within(1e-12));
    }

    @Test
    void theChanceToReachTheBaselineAgreesWithDrawing() {
        RatioDistribution ratio = new RatioDistribution(0.4, 0.3, 0.001, 0.04, Math.log(2), 0.2, 4);
        Random random = new Random(3);
        int draws = 200_000;
        double reached = 0;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double turnover = Math.min(4, Math.exp(Math.log(2) + Math.sqrt(0.2) * random.nextGaussian()));
            double margin = 0.3 + Math.sqrt(0.001) * random.nextGaussian();
            double drawn = 0.4 + margin * turnover + 0.2 * random.nextGaussian();
            reached += drawn >= 1 ? 1 : 0;
            sum += drawn;
        }

        assertThat(ratio.reach()).isCloseTo(reached / draws, within(0.01));
        assertThat(ratio.mean()).isCloseTo(sum / draws, within(0.01));
    }

    @Test
    void correctionsTellHowFarTheyGoAndWhereTo() {
        Random random = new Random(4);
        List<RightTermsFit.Entry> entries = new ArrayList<>();
        double[] right = new double[80];
        for (int i = 0; i < right.length; i++) {
            TermHistory history = new TermHistory();
            right[i] = 3 + 0.3 * random.nextGaussian();
            for (int j = 0; j < 20; j++) {
                Offer offer = offer(right[i] + 0.1 + 0.2 * random.nextGaussian());
                history.proposed(offer);
                if (j % 5 == 0) {
                    history.corrected(1, offer, offer(offer.logList() + 0.7 * (right[i] - offer.logList())));
                }
            }
            entries.add(new RightTermsFit.Entry(new Category("spa"), history));
        }

        RightTermsFit fit = RightTermsFit.learn(entries);

        assertThat(fit.strength()[1]).isCloseTo(0.7, within(0.03));
        for (int i = 0; i < right.length; i++) {
            RightTerms inferred = fit.infer(new Category("spa"), entries.get(i).terms());
            assertThat(inferred.mean()[1]).isCloseTo(right[i], within(0.05));
        }
    }

    private static Offer offer(double logList) {
        return new Offer(0.3, logList, 2.6, new Category("spa"));
    }

    @Test
    void profitIsTakenApartIntoWhatGoesOnAndWhatSalesBring() {
        Random random = new Random(6);
        List<List<Observation>> byMerchant = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double cost = 0.3 + 0.04 * random.nextGaussian();
            List<Observation> own = new ArrayList<>();
            for (int j = 0; j < 25; j++) {
                double discount = 0.1 + 0.5 * random.nextDouble();
                int sold = (int) (50 + 100 * random.nextDouble());
                double gain = (0.8 * (1 - discount) - cost) * sold * 20;
                own.add(observation("m" + i, discount, sold, 250 + gain + 50 * random.nextGaussian()));
            }
            byMerchant.add(own);
        }

        MarginFit fit = MarginFit.learn(byMerchant);

        assertThat(fit.ordinary()).isCloseTo(0.25, within(0.03));
        assertThat(fit.kept()).isCloseTo(0.8, within(0.03));
        assertThat(Math.sqrt(fit.between())).isCloseTo(0.04, within(0.015));
        assertThat(Math.sqrt(fit.noise())).isCloseTo(0.05, within(0.01));
    }

    private static Observation observation(String merchantId, double discount, int sold, double gp30) {
        Deal deal = new Deal(
                "d",
                merchantId,
                "Dinner",
                SmallMarket.terms(discount, 20 * (1 - discount), 14, "restaurant"),
                SmallMarket.AS_OF,
                SmallMarket.AS_OF,
                true,
                new DealOutcome(1000, sold, Money.of(gp30)),
                Money.of(1000));
        Marketplace market = SmallMarket.of(List.of(SmallMarket.merchant(merchantId)), List.of(), List.of());
        Situation situation = new MarketBooks(market, NoteReader.none())
                .surroundings(merchantId, SmallMarket.AS_OF.toEpochDay())
                .of(deal.terms(), deal.startsOn(), deal.baselineGp30());
        return Observation.of(deal, situation, Objects.requireNonNull(deal.outcome()));
    }

    @Test
    void aSoldOutDealCountsAsAtLeastWhatItSold() {
        double[] residual = {0, -0.5};
        double[] extra = {0, SoldOut.VAGUE};
        double[] covariance = {1, 0, 0.9, 1 + SoldOut.VAGUE};

        SoldOut.update(
                Cholesky.of(covariance, 2),
                residual.clone(),
                residual.clone(),
                new boolean[] {false, true},
                residual,
                extra);

        assertThat(residual[0]).isZero();
        assertThat(residual[1]).isGreaterThan(-0.5);
        assertThat(extra[1]).isPositive().isLessThan(SoldOut.VAGUE);
    }

    @Test
    void aFitSurvivesBeingWrittenAsJson() {
        Marketplace market = SmallMarket.generated().marketplace();
        SalesForecastFit fit = SalesForecastFit.learn(market, market.asOf().minusDays(200), NoteReader.none());
        JsonMapper json = JsonMapper.builder().build();

        SalesForecastFit back = json.readValue(json.writeValueAsString(fit), SalesForecastFit.class);

        assertThat(back).usingRecursiveComparison().isEqualTo(fit);
    }

    @Test
    void forecastsAreNearerToWhatHappensThanTheMerchantsMean() {
        Marketplace market = SmallMarket.generated().marketplace();
        LocalDate cutoff = market.asOf().minusDays(240);
        TopicReader words = TopicReader.learn(market, cutoff);
        SalesForecastFit fit = SalesForecastFit.learn(market, cutoff, words);
        SalesReplay replay = new SalesReplay(market, fit, words);
        double forecastError = 0;
        double meanError = 0;
        for (Deal deal : market.deals()) {
            DealOutcome outcome = deal.outcomeOn(market.asOf());
            if (outcome == null || deal.proposedOn().isBefore(cutoff)) {
                continue;
            }
            Expected expected = replay.on(deal.merchantId(), deal.proposedOn())
                    .at(deal.terms(), deal.startsOn(), deal.baselineGp30());
            double usual = replay.books().book(deal.merchantId()).observations.stream()
                    .mapToDouble(one -> one.value(Target.TRAFFIC))
                    .average()
                    .orElse(expected.logTraffic());
            double traffic = Math.log(outcome.views() + 1.0)
                    - Math.log(deal.baselineGp30().amount()
                            / deal.terms().listPrice().amount());
            forecastError += Math.pow(traffic - expected.logTraffic(), 2);
            meanError += Math.pow(traffic - usual, 2);
        }

        assertThat(forecastError).isLessThan(0.9 * meanError);
    }

    @Test
    void askingBackInTimeIsRefused() {
        Marketplace market = SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of());
        SalesForecastFit fit = SalesForecastFit.learn(market, SmallMarket.AS_OF, NoteReader.none());
        SalesReplay replay = new SalesReplay(market, fit, NoteReader.none());
        replay.on("m", SmallMarket.AS_OF);

        assertThatThrownBy(() -> replay.on("m", SmallMarket.AS_OF.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order of time");
    }
}
