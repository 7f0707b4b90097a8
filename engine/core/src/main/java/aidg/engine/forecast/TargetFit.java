package aidg.engine.forecast;

import aidg.engine.domain.Category;
import java.util.Map;

/// What was learned about one target.
///
/// @param pooled     coefficients for everybody, named by `Basis`
/// @param categories coefficients that a category has on top
/// @param cities     level that a city has on top
/// @param kernel     how merchants differ, drift and scatter
/// @param deals      matured deals it was learned from
public record TargetFit(
        double[] pooled, Map<String, double[]> categories, Map<String, Double> cities, Kernel kernel, int deals) {

    /// Mean of the logarithm where nothing is known of the merchant itself.
    double mean(Basis.Row row, Situation situation) {
        return Cholesky.dot(pooled, row.pooled()) + local(row, situation);
    }

    /// What category and city add: terms are answered as in the category of the offer, seasons are those of the
    /// merchant's own trade.
    double local(Basis.Row row, Situation situation) {
        return part(situation.offer().category(), row.ofCategory(), 0, Basis.OF_OFFER)
                + part(situation.backdrop().ownCategory(), row.ofCategory(), Basis.OF_OFFER, Basis.OF_CATEGORY)
                + cities.getOrDefault(situation.backdrop().cityId(), 0.0);
    }

    private double part(Category category, double[] values, int from, int to) {
        double[] coefficients = categories.get(category.name());
        double sum = 0;
        for (int k = from; k < to && coefficients != null; k++) {
            sum += coefficients[k] * values[k];
        }
        return sum;
    }
}
