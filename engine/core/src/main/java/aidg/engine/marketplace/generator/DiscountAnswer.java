package aidg.engine.marketplace.generator;

/// How customers and margin answer a discount `d`: sales grow by `exp(response * appetite * (1 - exp(-d /
/// appetite)))` while the margin of one sale shrinks to `(1 - d)(1 - COMMISSION) - cost` of the list price, and
/// below zero.
final class DiscountAnswer {

    /// The marketplace's share of what the customer pays.
    static final double COMMISSION = 0.15;

    private static final double SHALLOWEST = 0.05;
    private static final double DEEPEST = 0.70;
    private static final double STEP = 0.005;

    private DiscountAnswer() {}

    /// Growth of sales on a logarithmic scale.
    static double lift(double discount, double response, double appetite) {
        return response * appetite * (1 - StrictMath.exp(-discount / appetite));
    }

    /// What one sale earns as a share of the list price; may be negative.
    static double margin(double discount, double costShare) {
        return (1 - discount) * (1 - COMMISSION) - costShare;
    }

    /// The discount, 0.05..0.70, with the highest expected gross profit.
    static double best(double response, double appetite, double costShare) {
        double best = SHALLOWEST;
        for (double d = SHALLOWEST; d <= DEEPEST; d += STEP) {
            if (profit(d, response, appetite, costShare) > profit(best, response, appetite, costShare)) {
                best = d;
            }
        }
        return best;
    }

    /// Expected gross profit per sale that would be made without a discount, as a share of the list price.
    static double profit(double discount, double response, double appetite, double costShare) {
        return StrictMath.exp(lift(discount, response, appetite)) * margin(discount, costShare);
    }
}
