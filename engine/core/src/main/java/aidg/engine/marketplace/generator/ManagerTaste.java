package aidg.engine.marketplace.generator;

import aidg.engine.domain.OverrideReason;
import java.util.random.RandomGenerator;

/// How one merchant manager judges: how strict in all, and how much each kind of fault weighs.
///
/// @param id         as in the files: `MM03`
/// @param strictness factor on every fault, median 1
/// @param weights    per override reason, median 1
record ManagerTaste(String id, double strictness, double[] weights) {

    static ManagerTaste draw(int index, RandomGenerator random) {
        double[] weights = new double[OverrideReason.values().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Draws.logNormal(random, 0.6);
        }
        return new ManagerTaste("MM%02d".formatted(index + 1), Draws.logNormal(random, 0.3), weights);
    }
}
