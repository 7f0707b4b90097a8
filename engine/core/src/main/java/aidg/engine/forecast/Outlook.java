package aidg.engine.forecast;

/// A target's mean, variance of that mean, variance of what happens, and where the mean comes from.
record Outlook(double mean, double doubt, double variance, Expected.Parts parts) {

    /// Stands for the conversion where views are not counted.
    static final Outlook NOT_COUNTED = new Outlook(0, 0, 0, new Expected.Parts(0, 0, 0, 0, 0));

    private static final double SURE = 1e-4;

    /// What a deal would bring in its situation.
    static Expected of(SalesForecastFit fit, Held held, Situation situation) {
        Basis.Row row = fit.basis().of(situation, held.right());
        Outlook conversion = NOT_COUNTED;
        Outlook traffic;
        if (fit.counted()) {
            conversion = read(fit, held, Target.CONVERSION, row, situation);
            traffic = read(fit, held, Target.TRAFFIC, row, situation);
        } else {
            traffic = read(fit, held, Target.SALES, row, situation);
        }
        return of(fit, held, situation.offer().discount(), situation.logNeeded(), conversion, traffic);
    }

    /// What a deal would bring whose sales are forecast.
    ///
    /// @param logNeeded see `Situation`
    static Expected of(
            SalesForecastFit fit, Held held, double discount, double logNeeded, Outlook conversion, Outlook traffic) {
        double logSales = Math.clamp(conversion.mean() + traffic.mean(), -12, 6);
        double redemptions = Math.exp(Math.clamp(logSales + logNeeded, -20, 20));
        double doubt = Math.min(2, conversion.doubt() + traffic.doubt());
        double scatter = Math.min(2, conversion.variance() + traffic.variance() - conversion.doubt() - traffic.doubt())
                + 1 / (redemptions + 1);
        double margin = fit.margin().kept() * (1 - discount) - held.cost().mean();
        double limit = held.capacity() == 0 ? Double.POSITIVE_INFINITY : held.capacity() * Math.exp(-logNeeded);
        RatioDistribution ratio = ratio(fit, held, margin, logSales, doubt + scatter, limit);
        double spread = logOdds(ratio(fit, held, margin, logSales + Math.sqrt(doubt), scatter, limit)
                        .reach())
                - logOdds(ratio(fit, held, margin, logSales - Math.sqrt(doubt), scatter, limit)
                        .reach());
        return new Expected(
                conversion.mean(),
                Math.sqrt(conversion.variance()),
                traffic.mean(),
                Math.sqrt(traffic.variance()),
                margin,
                ratio.mean(),
                ratio.sd(),
                ratio.reach(),
                Math.abs(spread) / 2,
                redemptions,
                conversion.parts().plus(traffic.parts()));
    }

    private static RatioDistribution ratio(
            SalesForecastFit fit, Held held, double margin, double logSales, double variance, double limit) {
        return new RatioDistribution(
                fit.margin().ordinary(),
                margin,
                held.cost().variance(),
                fit.margin().noise(),
                logSales,
                variance,
                limit);
    }

    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, SURE, 1 - SURE);
        return Math.log(inside / (1 - inside));
    }

    private static Outlook read(SalesForecastFit fit, Held held, Target target, Basis.Row row, Situation situation) {
        Kernel kernel = fit.target(target).kernel();
        Expected.Parts parts = held.mean(fit, target, row, situation);
        double doubt = held.state(target).variance(row.ofMerchant(), !situation.offCategory(), kernel);
        return new Outlook(parts.sum(), doubt, doubt + kernel.noise(), parts);
    }
}
