package aidg.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Many offers at once against each by itself.
class OfferForecastsTest {

    private static final int OFFERS = 40;

    private final Marketplace market = SmallMarket.generated().marketplace();
    private final LocalDate day = market.asOf();
    private final TopicReader reader = TopicReader.learn(market, day);
    private final SalesForecastFit fit = SalesForecastFit.learn(market, day, reader);
    private final SuccessFit success = SuccessFit.learn(market, day, fit, reader);

    @Test
    void manyOffersAtOnceAreForecastAsEachByItself() {
        SalesReplay replay = new SalesReplay(market, fit, reader);
        Random random = new Random(11);
        for (int m = 0; m < market.merchants().size(); m++) {
            Merchant merchant = market.merchants().get(m);
            Category category = market.merchants().get(m % 3 == 0 ? 0 : m).category();
            MerchantForecast forecast = replay.on(merchant.id(), day);
            LocalDate start = day.plusDays(m % 9);
            Money baseline = m % 5 == 4 ? Money.of(-20) : merchant.baselineGp30();
            DealTerms like = new DealTerms(new Discount(0.3), Money.of(30), 1 + m % 40, category);
            OfferForecasts offers = forecast.offers(like, start, baseline, success);
            for (int i = 0; i < OFFERS; i++) {
                DealTerms terms = new DealTerms(
                        new Discount(0.98 * random.nextDouble()),
                        Money.of(0.01 + Math.exp(9 * random.nextDouble() - 3)),
                        like.durationDays(),
                        category);

                OfferForecasts.Forecast one = offers.at(terms);

                assertSame(one.expected(), forecast.at(terms, start, baseline), terms);
                assertThat(one.approval())
                        .as("%s", terms)
                        .isCloseTo(success.approval(forecast, terms, start, baseline), within(1e-9));
            }
        }
    }

    private static void assertSame(Expected one, Expected other, DealTerms terms) {
        double[] values = values(one);
        double[] wanted = values(other);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i])
                    .as("%d of %s", i, terms)
                    .isCloseTo(wanted[i], within(1e-8 * (1 + Math.abs(wanted[i]))));
        }
    }

    private static double[] values(Expected expected) {
        return new double[] {
            expected.logConversion(),
            expected.conversionSd(),
            expected.logTraffic(),
            expected.trafficSd(),
            expected.margin(),
            expected.ratio(),
            expected.ratioSd(),
            expected.reach(),
            expected.reachDoubt(),
            expected.redemptions(),
            expected.parts().everybody(),
            expected.parts().place(),
            expected.parts().nature(),
            expected.parts().state(),
            expected.parts().area()
        };
    }
}
