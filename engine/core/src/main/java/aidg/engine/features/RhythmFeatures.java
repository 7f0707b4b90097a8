package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.util.List;

/// How long ago and how often a merchant's deals ran, and how worn out its customers are. [PER-3]
final class RhythmFeatures implements FeatureFamily {

    private static final int LATELY_DAYS = 60;

    @Override
    public List<Token> tokens() {
        return List.of(token(
                Side.DEAL,
                "history_match",
                "Rhythm of deals",
                "last_run_ended",
                "days/30",
                "runs_60_days",
                "count",
                "fatigue",
                "weight"));
    }

    @Override
    public void write(Moment moment, Row row) {
        double daysSinceRun = Double.NaN;
        int recentRuns = 0;
        double fatigue = 0;
        for (MerchantLedger.Run run : moment.ledger().runs) {
            double daysBetween = daysBetween(run, moment);
            daysSinceRun = Double.isNaN(daysSinceRun) ? daysBetween : Math.min(daysSinceRun, daysBetween);
            recentRuns += daysBetween < LATELY_DAYS ? 1 : 0;
            fatigue += wear(run, moment);
        }
        row.put(Math.min(daysSinceRun, 365) / 30, recentRuns, fatigue);
    }

    private static double daysBetween(MerchantLedger.Run run, Moment moment) {
        return Math.max(0, moment.startDay() - run.endDay());
    }

    /// How much an earlier run wears customers out for this deal, 0..1.
    static double wear(MerchantLedger.Run run, Moment moment) {
        return (run.category().equals(moment.terms().category()) ? 1 : 0.5) * Math.exp(-daysBetween(run, moment) / 30);
    }
}
