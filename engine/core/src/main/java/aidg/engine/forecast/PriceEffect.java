package aidg.engine.forecast;

/// What the list price does to the mean logarithm of one target, everything else being equal.
///
/// @param linear   what everybody answers to it
/// @param squared  the same to its square
/// @param needed   what everybody answers to the sales that the baseline amounts to, which the price decides
/// @param place    what the category adds to `linear`
/// @param nature   what the merchant's customers add to it
record PriceEffect(double linear, double squared, double needed, double place, double nature) {

    private static final int LINEAR = Basis.NAMES.indexOf("list price");
    private static final int SQUARED = Basis.NAMES.indexOf("list price squared");
    private static final int NEEDED = Basis.NAMES.indexOf("sales needed");

    static PriceEffect of(TargetFit fit, HiddenState hidden, String category) {
        double[] ofCategory = fit.categories().get(category);
        return new PriceEffect(
                fit.pooled()[LINEAR],
                fit.pooled()[SQUARED],
                fit.pooled()[NEEDED],
                ofCategory == null ? 0 : ofCategory[Basis.PRICE_OF_CATEGORY],
                hidden.mean()[Basis.PRICE_OF_MERCHANT]);
    }

    /// @param price see `Basis.price`
    /// @param sales see `Basis.needed`
    Expected.Parts at(double price, double sales) {
        return new Expected.Parts(
                linear * price + squared * price * price + needed * sales, place * price, nature * price, 0, 0);
    }

    /// All of it.
    double sum(double price, double sales) {
        return (linear + place + nature + squared * price) * price + needed * sales;
    }

    /// More than `sum` can change by, per logarithm of the list price.
    double steepest() {
        return (Math.abs(linear + place + nature) + 2 * Basis.WIDEST * Math.abs(squared)) / Basis.PRICE_UNIT
                + Math.abs(needed);
    }
}
