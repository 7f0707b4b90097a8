/// What a deal would sell: a Gaussian-process forecast of views, redemptions and profit that shares strength
/// between merchants, neighbours and categories. Read `SalesForecastFit` and `SalesReplay` first, then
/// `MerchantForecast`.
@NullMarked
package aidg.engine.forecast;

import org.jspecify.annotations.NullMarked;
