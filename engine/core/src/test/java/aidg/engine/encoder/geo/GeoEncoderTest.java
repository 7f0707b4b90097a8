package aidg.engine.encoder.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Position;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Place and season as 48 numbers. [PER-9] [B2]
class GeoEncoderTest {

    private static final double KM = 1 / 111.2;

    private final Marketplace market = SmallMarket.generated().marketplace();

    private static Merchant merchant(String id, String category, double km) {
        Merchant like = SmallMarket.merchant(id);
        return new Merchant(
                id,
                like.name(),
                new Category(category),
                like.cityId(),
                "",
                new Position(41.9 + km * KM, -87.6),
                like.joinedOn(),
                like.baselineGp30());
    }

    private static float[] competition(float[] numbers) {
        return Arrays.copyOfRange(numbers, 40, 48);
    }

    private static float[] season(float[] numbers) {
        return Arrays.copyOfRange(numbers, 24, 40);
    }

    @Test
    void everyDealGetsFortyEightFiniteNumbers() {
        GeoEncoder encoder = new GeoEncoder(market, CityVectors.learn(market, market.asOf(), 1));

        assertThat(market.deals()).allSatisfy(deal -> {
            Merchant merchant = market.merchant(deal.merchantId()).orElseThrow();
            float[] numbers = encoder.encode(merchant, deal.terms(), deal.proposedOn(), deal.startsOn());
            assertThat(numbers).hasSize(48);
            for (float number : numbers) {
                assertThat(number).isBetween(-9f, 9f);
            }
        });
    }

    @Test
    void citiesWithTheSameTradesAreAlike() {
        CityVectors vectors = CityVectors.learn(market, market.asOf(), 1);

        assertThat(vectors.vectors())
                .hasSameSizeAs(market.cities())
                .containsOnlyKeys(
                        market.cities().stream().map(city -> city.id()).toList());
        assertThat(vectors).isEqualTo(CityVectors.learn(market, market.asOf(), 1));
    }

    @Test
    void aCityThatWasNotThereGetsTheMeanOfAll() {
        CityVectors vectors = CityVectors.learn(market, market.asOf(), 1);
        float[] mean = new float[24];
        market.cities().forEach(city -> {
            for (int k = 0; k < 24; k++) {
                mean[k] += vectors.of(city.id())[k] / market.cities().size();
            }
        });

        assertThat(vectors.of("nowhere")).containsExactly(mean, offset(1e-5f));
        assertThat(new CityVectors(Map.of()).of("nowhere")).containsOnly(0);
    }

    @Test
    void oneCityIsEnough() {
        Marketplace one = SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of());
        CityVectors vectors = CityVectors.learn(one, SmallMarket.AS_OF, 1);

        assertThat(vectors.of("chi")).isNotEqualTo(new float[24]);
        assertThat(new GeoEncoder(one, vectors)
                        .encode(
                                SmallMarket.merchant("m"),
                                SmallMarket.terms(0.3, 20, 14, "restaurant"),
                                SmallMarket.AS_OF,
                                SmallMarket.AS_OF))
                .hasSize(48)
                .doesNotContain(Float.NaN);
    }

    @Test
    void aSummerTradeSwingsUpInJuly() {
        List<Deal> deals = new ArrayList<>();
        for (int day = 100; day < 1000; day += 3) {
            LocalDate start = SmallMarket.AS_OF.minusDays(day);
            boolean summer = Math.abs(start.plusDays(15).getDayOfYear() - 196) < 60;
            deals.add(SmallMarket.deal("d" + day, "m", start, summer ? 1500.0 : 500.0));
        }
        GeoEncoder encoder = new GeoEncoder(
                SmallMarket.of(List.of(SmallMarket.merchant("m")), deals, List.of()), new CityVectors(Map.of()));
        float[] july = season(encoder.encode(
                SmallMarket.merchant("m"),
                SmallMarket.terms(0.3, 20, 14, "restaurant"),
                SmallMarket.AS_OF,
                LocalDate.of(2026, 7, 1)));
        float[] january = season(encoder.encode(
                SmallMarket.merchant("m"),
                SmallMarket.terms(0.3, 20, 14, "restaurant"),
                SmallMarket.AS_OF,
                LocalDate.of(2027, 1, 1)));
        float[] unknown = season(encoder.encode(
                SmallMarket.merchant("m"),
                SmallMarket.terms(0.3, 20, 14, "spa"),
                SmallMarket.AS_OF,
                LocalDate.of(2026, 7, 1)));

        assertThat(july[0]).as("swing of success").isGreaterThan(0.3f);
        assertThat(july[3]).as("swing of gross profit").isGreaterThan(0.3f);
        assertThat(january[0]).isLessThan(-0.1f);
        assertThat(unknown[0])
                .as("a category never seen has the marketplace's season")
                .isCloseTo(july[9], offset(1e-6f));
        assertThat(unknown[12]).as("evidence").isZero();
    }

    @Test
    void competitorsAreCountedByDistanceAndTheirRunningDealsByDiscount() {
        LocalDate day = SmallMarket.AS_OF;
        Merchant late = merchant("late", "restaurant", 0.2);
        Merchant opensToday = new Merchant(
                late.id(), late.name(), late.category(), late.cityId(), "", late.position(), day, Money.of(1000));
        Marketplace market = SmallMarket.of(
                List.of(
                        merchant("m", "restaurant", 0),
                        merchant("a", "restaurant", 0.4),
                        merchant("b", "restaurant", 1.5),
                        merchant("c", "restaurant", 4),
                        merchant("far", "restaurant", 7),
                        merchant("spa", "spa", 0.9),
                        opensToday),
                List.of(
                        SmallMarket.deal("running", "b", day.minusDays(5), 1000.0),
                        SmallMarket.deal("over", "b", day.minusDays(40), 1000.0),
                        SmallMarket.deal("stopped", "a", day.minusDays(5), null),
                        SmallMarket.deal("today", "a", day, 1000.0)),
                List.of());
        float[] numbers = competition(new GeoEncoder(market, new CityVectors(Map.of()))
                .encode(merchant("m", "restaurant", 0), SmallMarket.terms(0.2, 20, 14, "restaurant"), day, day));

        assertThat(numbers)
                .containsExactly(
                        new float[] {
                            (float) Math.log(2),
                            (float) Math.log(2),
                            (float) Math.log(3),
                            (float) Math.log(4),
                            (float) Math.log(2),
                            0.4f,
                            (float) (Math.log(3) / 2),
                            (float) Math.exp(-0.4)
                        },
                        offset(0.01f));
    }

    /// Another future from `day` on: outcomes, deals and merchants.
    private Marketplace otherFuture(LocalDate day) {
        List<Deal> deals = market.deals().stream()
                .filter(deal -> !deal.proposedOn().isAfter(day))
                .map(deal -> deal.knownOn().isBefore(day) || deal.outcome() == null
                        ? deal
                        : new Deal(
                                deal.id(),
                                deal.merchantId(),
                                deal.title(),
                                deal.terms(),
                                deal.proposedOn(),
                                deal.startsOn(),
                                true,
                                new DealOutcome(1, 1, Money.of(-5)),
                                deal.baselineGp30()))
                .toList();
        return SmallMarket.with(
                market,
                deals,
                market.overrides().stream()
                        .filter(override -> override.madeOn().isBefore(day))
                        .toList(),
                List.of());
    }

    @Test
    void whatBecameKnownLaterDoesNotShow() {
        LocalDate day = market.deals().get(market.deals().size() / 2).proposedOn();
        CityVectors cities = CityVectors.learn(market, day, 1);
        GeoEncoder encoder = new GeoEncoder(market, cities);
        GeoEncoder other = new GeoEncoder(otherFuture(day), cities);
        Deal later = market.deals().getLast();
        Merchant merchant = market.merchant(later.merchantId()).orElseThrow();
        float[] atTheEnd = encoder.encode(merchant, later.terms(), later.proposedOn(), later.startsOn());

        for (Deal deal : market.deals().subList(0, market.deals().size() / 2)) {
            Merchant seller = market.merchant(deal.merchantId()).orElseThrow();
            assertThat(other.encode(seller, deal.terms(), deal.proposedOn(), deal.startsOn()))
                    .as("deal of %s, asked for after a later one", deal.proposedOn())
                    .isEqualTo(encoder.encode(seller, deal.terms(), deal.proposedOn(), deal.startsOn()));
        }
        assertThat(other.encode(merchant, later.terms(), later.proposedOn(), later.startsOn()))
                .isNotEqualTo(atTheEnd);
    }
}
