package aidg.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Note;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the data look like, a forecast is made of finite numbers.
class ForecastFuzzTest {

    private static final LocalDate DAY = SmallMarket.AS_OF.minusDays(300);

    private static DealTerms wild(Random random) {
        double[] discounts = {0, 0.01, 0.3, 0.5, 0.999};
        double[] prices = {0.01, 1, 20, 5_000, 1e9};
        int[] days = {1, 14, 365};
        String[] categories = {"restaurant", "spa", "never seen"};
        return SmallMarket.terms(
                discounts[random.nextInt(5)],
                prices[random.nextInt(5)],
                days[random.nextInt(3)],
                categories[random.nextInt(3)]);
    }

    private static Deal wildDeal(int number, Random random) {
        int[] counts = {0, 1, 7, 300, 2_000_000_000};
        double[] money = {-1e9, -5, 0, 0.01, 900, 1e12};
        LocalDate day = DAY.plusDays(random.nextInt(250));
        boolean approved = random.nextInt(4) > 0;
        DealOutcome outcome = approved && random.nextInt(5) > 0
                ? new DealOutcome(
                        counts[random.nextInt(5)], counts[random.nextInt(5)], Money.of(money[random.nextInt(6)]))
                : null;
        return new Deal(
                "d" + number,
                "m" + random.nextInt(3),
                "Deal",
                wild(random),
                day,
                day.plusDays(random.nextInt(20)),
                approved,
                outcome,
                Money.of(money[random.nextInt(6)]));
    }

    private static void assertFinite(Expected expected) {
        double[] numbers = {
            expected.logConversion(),
            expected.conversionSd(),
            expected.logTraffic(),
            expected.trafficSd(),
            expected.margin(),
            expected.ratio(),
            expected.ratioSd(),
            expected.redemptions(),
            expected.parts().sum()
        };
        assertThat(DoubleStream.of(numbers).allMatch(Double::isFinite))
                .as("%s", expected)
                .isTrue();
        assertThat(expected.reach()).isBetween(0.0, 1.0);
        assertThat(expected.ratioSd()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 30, 120})
    void everyNumberIsFinite(int deals) {
        Random random = new Random(deals + 11L);
        List<Merchant> merchants = IntStream.range(0, 4)
                .mapToObj(i -> SmallMarket.merchant("m" + i))
                .toList();
        List<Deal> all = new ArrayList<>();
        for (int i = 0; i < deals; i++) {
            all.add(wildDeal(i, random));
        }
        List<Note> notes = List.of(new Note("n", "m0", "eve", DAY.plusDays(40), ""));
        Marketplace market = SmallMarket.with(SmallMarket.of(merchants, all, List.of()), all, List.of(), notes);
        NoteReader.Said nonsense = new NoteReader.Said() {
            @Override
            public double outlook() {
                return Double.NaN;
            }

            @Override
            public double change(long days) {
                return Double.POSITIVE_INFINITY;
            }
        };
        NoteReader reader = note -> nonsense;
        SalesForecastFit fit = SalesForecastFit.learn(market, DAY.plusDays(250), reader);
        SuccessFit success = SuccessFit.learn(market, DAY.plusDays(250), fit, reader);
        SalesReplay replay = new SalesReplay(market, fit, reader);
        for (int day = 0; day < 300; day += 25) {
            for (Merchant merchant : merchants) {
                MerchantForecast forecast = replay.on(merchant.id(), DAY.plusDays(day));
                DealTerms terms = wild(random);
                Money baseline = Money.of(random.nextInt(3) - 1);
                assertFinite(forecast.at(terms, DAY.plusDays(day + 3), baseline));
                assertThat(success.success(forecast, terms, DAY.plusDays(day + 3), baseline))
                        .isBetween(0.0, 1.0);
                for (float number : forecast.profile()) {
                    assertThat(number).isFinite();
                }
            }
        }
    }

    @Test
    void withoutAnyPastADealIsAsLikelyAsNot() {
        Marketplace market = SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of());
        SalesForecastFit fit = SalesForecastFit.learn(market, SmallMarket.AS_OF, NoteReader.none());

        Expected expected = new SalesReplay(market, fit, NoteReader.none())
                .on("m", SmallMarket.AS_OF)
                .at(
                        new DealTerms(new Discount(0.3), Money.of(20), 14, new Category("restaurant")),
                        SmallMarket.AS_OF,
                        Money.of(1000));

        assertFinite(expected);
        assertThat(expected.reach()).isBetween(0.2, 0.8);
    }

    @Test
    void marketsThatDoNotCountViewsAreForecastBySales() {
        Random random = new Random(5);
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            LocalDate day = DAY.plusDays(3L * i);
            int sold = 40 + random.nextInt(20);
            deals.add(new Deal(
                    "d" + i,
                    "m",
                    "Dinner",
                    SmallMarket.terms(0.3, 20, 14, "restaurant"),
                    day,
                    day,
                    true,
                    new DealOutcome(0, sold, Money.of(400 + 10.0 * sold)),
                    Money.of(1000)));
        }
        Marketplace market = SmallMarket.of(List.of(SmallMarket.merchant("m")), deals, List.of());
        LocalDate cutoff = DAY.plusDays(200);
        SalesForecastFit fit = SalesForecastFit.learn(market, cutoff, NoteReader.none());

        Expected expected = new SalesReplay(market, fit, NoteReader.none())
                .on("m", cutoff)
                .at(SmallMarket.terms(0.3, 20, 14, "restaurant"), cutoff, Money.of(1000));

        assertThat(fit.counted()).isFalse();
        assertThat(expected.redemptions()).isBetween(40.0, 60.0);
        assertThat(expected.ratio()).isBetween(0.75, 1.05);
    }
}
