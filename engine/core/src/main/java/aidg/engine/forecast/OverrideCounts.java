package aidg.engine.forecast;

import aidg.engine.domain.OverrideReason;
import java.util.HashMap;
import java.util.Map;

/// Counts decisions and reasons of overrides, of everybody and of each merchant manager.
final class OverrideCounts {

    private static final int REASONS = OverrideReason.values().length;
    private static final double SHRINK_OWN = 12;
    private static final double SHRINK_MANAGER = 60;

    /// Reasons, then decisions.
    private final double[] all = new double[REASONS + 1];

    private final Map<String, double[]> managers = new HashMap<>();

    void decided(String managerId) {
        all[REASONS]++;
        of(managerId)[REASONS]++;
    }

    void overridden(String managerId, OverrideReason reason) {
        all[reason.ordinal()]++;
        of(managerId)[reason.ordinal()]++;
    }

    private double[] of(String managerId) {
        return managers.computeIfAbsent(managerId, ignored -> new double[REASONS + 1]);
    }

    OverrideLeanings leanings(MerchantBook book, long day) {
        double[] manager = managers.getOrDefault(book.managerId, new double[REASONS + 1]);
        double[] own = new double[REASONS];
        double[] ofManager = new double[REASONS];
        double ownSum = 0;
        double managerSum = 0;
        double usualSum = 0;
        double decisions = book.decisions.on(day);
        for (OverrideReason reason : OverrideReason.values()) {
            int i = reason.ordinal();
            double usual = (all[i] + 0.1) / (all[REASONS] + 10);
            double count = book.reason(reason).on(day);
            own[i] = Math.log((count + SHRINK_OWN * usual) / (decisions + SHRINK_OWN) / usual);
            ofManager[i] =
                    Math.log((manager[i] + SHRINK_MANAGER * usual) / (manager[REASONS] + SHRINK_MANAGER) / usual);
            ownSum += count;
            managerSum += manager[i];
            usualSum += usual;
        }
        return new OverrideLeanings(
                own,
                ofManager,
                Math.log((ownSum + SHRINK_OWN * usualSum) / (decisions + SHRINK_OWN) / usualSum),
                Math.log((managerSum + SHRINK_MANAGER * usualSum) / (manager[REASONS] + SHRINK_MANAGER) / usualSum));
    }
}
