package aidg.engine.encoder.geo;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;

/// Place and season of a deal as 48 numbers: city 24, category's season 16, competition 8. Only what was known
/// before the day of the look goes in. Quick when days are asked for in order. Not for two threads at once.
/// [PER-9] [B2]
public final class GeoEncoder {

    /// Numbers per deal.
    public static final int WIDTH = CityVectors.WIDTH + Seasonality.WIDTH + Surroundings.WIDTH;

    private final CityVectors cities;
    private final Seasonality seasonality;
    private final Surroundings surroundings;

    /// @param cities learned with the model that reads the numbers
    public GeoEncoder(Marketplace marketplace, CityVectors cities) {
        this.cities = cities;
        seasonality = new Seasonality(marketplace);
        surroundings = new Surroundings(marketplace);
    }

    /// @param merchant need not be one of the marketplace's; nor need its city
    /// @param day      of the look, usually that of the proposal
    /// @param startsOn first day of the run
    /// @return (48), about -4..4
    public float[] encode(Merchant merchant, DealTerms terms, LocalDate day, LocalDate startsOn) {
        float[] numbers = new float[WIDTH];
        System.arraycopy(cities.of(merchant.cityId()), 0, numbers, 0, CityVectors.WIDTH);
        System.arraycopy(
                seasonality.of(terms.category(), day, startsOn), 0, numbers, CityVectors.WIDTH, Seasonality.WIDTH);
        System.arraycopy(
                surroundings.of(merchant, terms, day, startsOn),
                0,
                numbers,
                CityVectors.WIDTH + Seasonality.WIDTH,
                Surroundings.WIDTH);
        return numbers;
    }
}
