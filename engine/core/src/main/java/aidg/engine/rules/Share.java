package aidg.engine.rules;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A share of deals and how many independent deals it is worth. Deals of one merchant go together, so ten of
/// one say less than one of each of ten.
///
/// @param share 0..1
/// @param worth independent deals, 0 or more
record Share(double share, double worth) {

    /// Of a normal distribution, for a 90 % interval.
    static final double NINETY = 1.645;

    /// The share of deals that are so.
    ///
    /// @param alike how much deals of one merchant go together, 0..1, see `alike`
    static Share of(Collection<Example> deals, Predicate<Example> so, double alike) {
        if (deals.isEmpty()) {
            return new Share(0, 0);
        }
        double squares = 0;
        for (long size : deals.stream()
                .collect(Collectors.groupingBy(Example::merchantId, Collectors.counting()))
                .values()) {
            squares += (double) size * size;
        }
        double effect = 1 + (squares / deals.size() - 1) * alike;
        double share = (double) deals.stream().filter(so).count() / deals.size();
        return new Share(share, deals.size() / effect);
    }

    /// The correlation of two deals of one merchant, by analysis of variance: 0 if they have nothing in common,
    /// 1 if they are always alike or it cannot be told.
    static double alike(Collection<Example> deals, Predicate<Example> so) {
        Map<String, double[]> byMerchant = deals.stream()
                .collect(Collectors.toMap(Example::merchantId, one -> new double[] {1, so.test(one) ? 1 : 0}, (a, b) ->
                        new double[] {a[0] + b[0], a[1] + b[1]}));
        double all = deals.size();
        double mean = byMerchant.values().stream().mapToDouble(sum -> sum[1]).sum() / Math.max(1, all);
        double between = 0;
        double within = 0;
        double squares = 0;
        for (double[] sum : byMerchant.values()) {
            double own = sum[1] / sum[0];
            between += sum[0] * (own - mean) * (own - mean);
            within += sum[0] * own * (1 - own);
            squares += sum[0] * sum[0];
        }
        int merchants = byMerchant.size();
        if (merchants < 2 || all <= merchants) {
            return 1;
        }
        between /= merchants - 1;
        within /= all - merchants;
        double size = (all - squares / all) / (merchants - 1);
        double sum = between + (size - 1) * within;
        return sum > 0 ? Math.clamp((between - within) / sum, 0, 1) : 0;
    }

    /// Lower end of its Wilson interval.
    ///
    /// @param z half width in standard deviations
    double low(double z) {
        return bound(z, -1);
    }

    /// Upper end of its Wilson interval.
    double high(double z) {
        return bound(z, 1);
    }

    private double bound(double z, int side) {
        if (worth <= 0) {
            return side < 0 ? 0 : 1;
        }
        double middle = share + z * z / (2 * worth);
        double half = z * Math.sqrt(share * (1 - share) / worth + z * z / (4 * worth * worth));
        return Math.clamp((middle + side * half) / (1 + z * z / worth), 0, 1);
    }

    /// How much larger than another it is at least, -1..1: the lower end of Newcombe's interval of the
    /// difference of two shares (1998, method 10).
    double leastOver(Share other, double z) {
        double below = share - low(z);
        double above = other.high(z) - other.share;
        return share - other.share - Math.sqrt(below * below + above * above);
    }
}
