package aidg.engine.forecast;

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

    /// What category and city add.
    double local(Basis.Row row, Situation situation) {
        double[] category = categories.get(situation.offer().category().name());
        return (category == null ? 0 : Cholesky.dot(category, row.ofCategory()))
                + cities.getOrDefault(situation.backdrop().cityId(), 0.0);
    }
}
