package aidg.engine.forecast;

/// What a deal of some terms would bring. Everything is finite.
///
/// @param logConversion   mean log of redemptions per view; 0 where views are not counted
/// @param conversionSd    how unsure that is, the scatter of a single deal included
/// @param logTraffic      mean log of views per sale that the baseline amounts to; where views are not counted,
///                        of redemptions
/// @param trafficSd       how unsure that is
/// @param margin          what a sale earns as a share of the list price; may be negative
/// @param ratio           expected gross profit over baseline
/// @param ratioSd         its standard deviation
/// @param reach           probability, 0..1, that gross profit reaches the baseline
/// @param reachDoubt      how unsure that is beyond the chance of a single deal, a standard deviation in
///             log-odds, 0 or
///                        more
/// @param redemptions     expected number of buyers
/// @param parts           what adds up to the mean logarithm of sales
public record Expected(
        double logConversion,
        double conversionSd,
        double logTraffic,
        double trafficSd,
        double margin,
        double ratio,
        double ratioSd,
        double reach,
        double reachDoubt,
        double redemptions,
        Parts parts) {

    /// Where the expected logarithm of sales comes from.
    ///
    /// @param everybody what such terms do anywhere
    /// @param place     what category and city add
    /// @param nature    what this merchant's customers answer differently
    /// @param state     how the merchant does at present
    /// @param area      how its neighbours in the same category do at present
    public record Parts(double everybody, double place, double nature, double state, double area) {

        Parts plus(Parts other) {
            return new Parts(
                    everybody + other.everybody,
                    place + other.place,
                    nature + other.nature,
                    state + other.state,
                    area + other.area);
        }

        double sum() {
            return everybody + place + nature + state + area;
        }
    }
}
