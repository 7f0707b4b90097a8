package aidg.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.marketplace.Marketplace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A forecast mixed of two deals, cause by cause.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CircumstancesTest {

    private final Marketplace market = SmallMarket.generated().marketplace();
    private final LocalDate day = market.asOf();
    private final TopicReader reader = TopicReader.learn(market, day);
    private final SalesForecastFit fit = SalesForecastFit.learn(market, day, reader);
    private final SuccessFit success = SuccessFit.learn(market, day, fit, reader);
    private final SalesReplay replay = new SalesReplay(market, fit, reader);

    private List<Circumstances> deals() {
        List<Circumstances> deals = new ArrayList<>();
        for (Merchant merchant : market.merchants()) {
            Deal like = market.deals().get(7 * deals.size());
            deals.add(replay.on(merchant.id(), day)
                    .circumstances(like.terms(), day.plusDays(deals.size() % 9), like.baselineGp30()));
        }
        return deals;
    }

    private double approval(Circumstances deal) {
        return success.approval(fit, deal, deal.expected(fit));
    }

    @Test
    void theForecastOfADealIsThatOfItsCircumstances() {
        Deal like = market.deals().getFirst();
        MerchantForecast forecast = replay.on(like.merchantId(), day);

        Circumstances deal = forecast.circumstances(like.terms(), day.plusDays(3), like.baselineGp30());

        assertThat(deal.expected(fit)).isEqualTo(forecast.at(like.terms(), day.plusDays(3), like.baselineGp30()));
        assertThat(approval(deal))
                .isEqualTo(success.approval(forecast, like.terms(), day.plusDays(3), like.baselineGp30()));
    }

    @Test
    void withAllCausesItIsTheOneDealAndWithNoneTheOther() {
        List<Circumstances> deals = deals();
        for (int i = 1; i < deals.size(); i++) {
            Circumstances one = deals.get(i);
            Circumstances other = deals.get(i - 1);

            assertSame(one.with(EnumSet.allOf(Cause.class), other), one);
            assertSame(one.with(Set.of(), other), other);
            Set<Cause> some = EnumSet.of(Cause.NATURE, Cause.DISCOUNT, Cause.STATE);
            assertSame(one.with(some, other), other.with(EnumSet.complementOf(EnumSet.copyOf(some)), one));
        }
    }

    private void assertSame(Circumstances mixed, Circumstances deal) {
        Expected expected = deal.expected(fit);
        assertThat(mixed.expected(fit).reach()).isCloseTo(expected.reach(), within(1e-9));
        assertThat(mixed.expected(fit).ratio()).isCloseTo(expected.ratio(), within(1e-9));
        assertThat(mixed.expected(fit).ratioSd()).isCloseTo(expected.ratioSd(), within(1e-9));
        assertThat(mixed.expected(fit).redemptions())
                .isCloseTo(expected.redemptions(), within(1e-6 * (1 + expected.redemptions())));
        assertThat(approval(mixed)).isCloseTo(approval(deal), within(1e-9));
    }

    /// Two deals of one merchant on one day that differ in the discount only, differ in nothing else.
    @Test
    void whatDoesNotDifferDoesNothing() {
        Deal like = market.deals().getFirst();
        MerchantForecast forecast = replay.on(like.merchantId(), day);
        DealTerms terms = like.terms();
        Circumstances deep =
                forecast.circumstances(terms.withDiscount(new Discount(0.6)), day.plusDays(3), like.baselineGp30());
        Circumstances shallow =
                forecast.circumstances(terms.withDiscount(new Discount(0.2)), day.plusDays(3), like.baselineGp30());

        for (Cause cause :
                EnumSet.complementOf(EnumSet.of(Cause.DISCOUNT, Cause.FATIGUE, Cause.COMPETITION, Cause.NATURE))) {
            assertThat(deep.with(EnumSet.of(cause), shallow).expected(fit).reach())
                    .as("%s", cause)
                    .isCloseTo(shallow.expected(fit).reach(), within(1e-9));
        }
        assertThat(deep.with(EnumSet.of(Cause.DISCOUNT), shallow).expected(fit).reach())
                .isNotCloseTo(shallow.expected(fit).reach(), within(0.01));
    }

    @Test
    void eachCauseDoesSomethingSomewhere() {
        List<Circumstances> deals = deals();
        Set<Cause> idle = EnumSet.allOf(Cause.class);
        for (int i = 1; i < deals.size(); i++) {
            Circumstances other = deals.get(i - 1);
            for (Cause cause : Cause.values()) {
                Circumstances mixed = deals.get(i).with(EnumSet.of(cause), other);
                double change = Math.abs(mixed.expected(fit).reach()
                                - other.expected(fit).reach())
                        + Math.abs(approval(mixed) - approval(other));
                if (change > 1e-3) {
                    idle.remove(cause);
                }
            }
        }
        assertThat(idle).isEmpty();
    }

    @Test
    void mixesOfWildDealsAreFinite() {
        Random random = new Random(4);
        List<Circumstances> wild = new ArrayList<>();
        for (Merchant merchant : market.merchants()) {
            DealTerms terms = SmallMarket.terms(
                    0.95 * random.nextDouble(), Math.exp(12 * random.nextDouble() - 3), 1 + random.nextInt(300), "spa");
            wild.add(replay.on(merchant.id(), day)
                    .circumstances(terms, day.plusDays(random.nextInt(400)), Money.of(random.nextInt(3) - 1)));
        }
        for (int i = 0; i < 500; i++) {
            Set<Cause> some = EnumSet.noneOf(Cause.class);
            for (Cause cause : Cause.values()) {
                if (random.nextBoolean()) {
                    some.add(cause);
                }
            }
            Circumstances mixed =
                    wild.get(random.nextInt(wild.size())).with(some, wild.get(random.nextInt(wild.size())));

            Expected expected = mixed.expected(fit);
            assertThat(expected.reach()).isBetween(0.0, 1.0);
            assertThat(expected.ratio()).isFinite();
            assertThat(expected.conversionSd()).isFinite();
            assertThat(expected.trafficSd()).isFinite();
            assertThat(approval(mixed)).isBetween(0.0, 1.0);
            assertThat(mixed.figures(fit).measures().values()).allMatch(Double::isFinite);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        for (Circumstances deal : deals()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            deal.write(new DataOutputStream(bytes));

            Circumstances back = Circumstances.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

            assertThat(back).usingRecursiveComparison().isEqualTo(deal);
            assertThat(back.expected(fit)).isEqualTo(deal.expected(fit));
        }
    }

    @Test
    void drawsScatterAroundWhatIsHeldMostLikely() {
        Circumstances deal = deals().getFirst();
        SplittableRandom random = new SplittableRandom(8);
        int draws = 4000;
        double[] means = new double[HiddenState.SIZE];
        double[] squares = new double[HiddenState.SIZE];
        double rightTerms = 0;
        for (int i = 0; i < draws; i++) {
            Held drawn = deal.drawn(random).held();
            double[] state = drawn.state(Target.TRAFFIC).mean();
            for (int k = 0; k < state.length; k++) {
                double off = state[k] - deal.held().state(Target.TRAFFIC).mean()[k];
                means[k] += off / draws;
                squares[k] += off * off / draws;
            }
            rightTerms += Math.pow(drawn.right().mean()[1] - deal.held().right().mean()[1], 2) / draws;
        }
        for (int k = 0; k < means.length; k++) {
            double variance = deal.held().state(Target.TRAFFIC).covariance()[k * HiddenState.SIZE + k];
            assertThat(squares[k]).isCloseTo(variance, within(0.1 * variance + 1e-6));
            assertThat(means[k]).isCloseTo(0, within(4 * Math.sqrt(variance / draws) + 1e-6));
        }
        assertThat(Math.sqrt(rightTerms)).isCloseTo(deal.held().right().sd()[1], within(0.05));
    }

    @Test
    void figuresSayHowFarTermsLieFromWhatIsRight() {
        Deal like = market.deals().getFirst();
        Circumstances deal =
                replay.on(like.merchantId(), day).circumstances(like.terms(), day.plusDays(3), like.baselineGp30());

        CauseFigures figures = deal.figures(fit);

        double right = deal.held().right().mean()[0];
        assertThat(figures.discount()).isEqualTo(like.terms().discount().fraction());
        assertThat(figures.measure(Cause.DISCOUNT)).isCloseTo(figures.discount() - right, within(1e-12));
        assertThat(figures.list()).isCloseTo(like.terms().listPrice().amount(), within(0.02));
        assertThat(figures.days()).isCloseTo(like.terms().durationDays(), within(1e-9));
        assertThat(figures.measure(Cause.SEASON)).isBetween(0.0, 1.0);
    }
}
