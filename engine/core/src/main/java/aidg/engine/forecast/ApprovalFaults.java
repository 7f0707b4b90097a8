package aidg.engine.forecast;

import aidg.engine.domain.OverrideReason;
import java.util.ArrayList;
import java.util.List;

/// What a manager may find wrong with a deal, as numbers: distances from the inferred right terms and from the
/// terms that would earn most, weariness, bad news, room for the expected buyers; how often this merchant and
/// this manager were overridden for that reason before.
final class ApprovalFaults {

    private static final double[] UNITS = {0.1, 0.2, 0.5};
    private static final double WIDEST = 4;

    private ApprovalFaults() {}

    /// Per reason the inputs of its hazard.
    ///
    /// @param expected what the deal would bring
    static double[][] of(SalesForecastFit fit, Circumstances deal, Expected expected) {
        Situation situation = deal.situation();
        Held held = deal.held();
        double[] values = TermHistory.values(situation.offer());
        List<Double> numbers = new ArrayList<>();
        for (int kind = 0; kind < TermHistory.KINDS; kind++) {
            addGap(bounded((values[kind] - held.right().mean()[kind]) / UNITS[kind]), numbers);
        }
        addGap(bounded((values[0] - deal.best()) / UNITS[0]), numbers);
        Backdrop backdrop = situation.backdrop();
        double state = held.state(fit);
        double pressure = bounded(held.pressure(expected));
        double change = bounded(situation.change() / fit.newsScale());
        numbers.addAll(List.of(
                situation.offCategory() ? 1.0 : 0.0,
                situation.freshFatigue(),
                situation.longFatigue(),
                situation.longFatigue() * situation.longFatigue() / 10,
                state,
                backdrop.declined(),
                backdrop.lessons(),
                Math.max(0, change),
                Math.max(0, -change),
                pressure,
                Math.max(0, pressure + 0.3),
                held.leanings().ownRate(),
                held.leanings().managerRate()));
        OverrideReason[] reasons = OverrideReason.values();
        double[][] faults = new double[reasons.length][numbers.size() + 2];
        for (int r = 0; r < reasons.length; r++) {
            for (int k = 0; k < numbers.size(); k++) {
                faults[r][k] = numbers.get(k);
            }
            faults[r][numbers.size()] = held.leanings().own()[r];
            faults[r][numbers.size() + 1] = held.leanings().manager()[r];
        }
        return faults;
    }

    private static void addGap(double gap, List<Double> numbers) {
        numbers.add(Math.max(0, gap));
        numbers.add(Math.max(0, gap) * Math.max(0, gap));
        numbers.add(Math.max(0, -gap));
        numbers.add(Math.max(0, -gap) * Math.max(0, -gap));
    }

    private static double bounded(double value) {
        return Double.isFinite(value) ? Math.clamp(value, -WIDEST, WIDEST) : 0;
    }
}
