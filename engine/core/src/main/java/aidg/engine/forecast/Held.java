package aidg.engine.forecast;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// What is held of one merchant on one day. Immutable.
///
/// @param states   by target that is forecast
/// @param capacity most vouchers it can honour, 0 if that never showed
/// @param most     most it ever sold of one deal
record Held(
        RightTerms right,
        Map<Target, HiddenState> states,
        MarginFit.Cost cost,
        int capacity,
        int most,
        OverrideLeanings leanings) {

    Held {
        states = new EnumMap<>(states);
    }

    HiddenState state(Target target) {
        return Objects.requireNonNull(states.get(target));
    }

    /// The mean logarithm of a target, part by part.
    Expected.Parts mean(SalesForecastFit fit, Target target, Basis.Row row, Situation situation) {
        TargetFit learned = fit.target(target);
        HiddenState hidden = state(target);
        return new Expected.Parts(
                Cholesky.dot(learned.pooled(), row.pooled()),
                learned.local(row, situation),
                hidden.nature(row.ofMerchant()),
                hidden.state(),
                situation.offCategory() ? 0 : hidden.mean()[HiddenState.GROUP]);
    }

    /// Present ups and downs of the merchant, logarithmic.
    double state(SalesForecastFit fit) {
        return state(fit.counted() ? Target.TRAFFIC : Target.SALES).state();
    }

    /// Log of the expected buyers over the most that could be served so far.
    double pressure(Expected expected) {
        return most == 0 ? 0 : Math.log((expected.redemptions() + 1) / ((capacity == 0 ? most : capacity) + 1));
    }

    /// Drawn from the posterior.
    Held drawn(RandomGenerator random) {
        double[] terms = right.mean().clone();
        for (int kind = 0; kind < terms.length; kind++) {
            terms[kind] += right.sd()[kind] * random.nextGaussian();
        }
        Map<Target, HiddenState> drawn = new EnumMap<>(Target.class);
        states.forEach((target, state) -> drawn.put(target, state.drawn(random)));
        double share = cost.mean() + Math.sqrt(cost.variance()) * random.nextGaussian();
        return new Held(
                new RightTerms(terms, right.sd()),
                drawn,
                new MarginFit.Cost(share, cost.variance()),
                capacity,
                most,
                leanings);
    }
}
