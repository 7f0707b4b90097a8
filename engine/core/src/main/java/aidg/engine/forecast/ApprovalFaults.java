package aidg.engine.forecast;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What a manager may find wrong with a deal, as numbers: distances from the inferred right terms and from the
/// terms that would earn most, weariness, bad news, room for the expected buyers; how often this merchant and
/// this manager were overridden for each reason before; and those two with each other.
final class ApprovalFaults {

    private static final double[] UNITS = {0.1, 0.2, 0.5};
    private static final double WIDEST = 4;

    private ApprovalFaults() {}

    static double[] of(MerchantForecast forecast, DealTerms terms, LocalDate startsOn, Money baseline) {
        Expected expected = forecast.at(terms, startsOn, baseline);
        Situation situation = forecast.surroundings().of(terms, startsOn, baseline);
        double[] values = TermHistory.values(situation.offer());
        List<Double> numbers = new ArrayList<>();
        double[] faults = new double[OverrideReason.values().length];
        for (int kind = 0; kind < TermHistory.KINDS; kind++) {
            double gap = bounded((values[kind] - forecast.right().mean()[kind]) / UNITS[kind]);
            addGap(gap, numbers);
            faults[2 * kind] = Math.max(0, gap);
            faults[2 * kind + 1] = Math.max(0, -gap);
        }
        addGap(bounded((values[0] - forecast.bestDiscount(terms, startsOn, baseline)) / UNITS[0]), numbers);
        Backdrop backdrop = situation.backdrop();
        double state = forecast.state();
        double pressure = bounded(forecast.pressure(expected));
        faults[OverrideReason.WRONG_CATEGORY.ordinal()] = situation.offCategory() ? 1 : 0;
        faults[OverrideReason.BAD_TIMING.ordinal()] =
                situation.longFatigue() / 4 + Math.max(0, bounded(-situation.change() / forecast.newsScale()));
        faults[OverrideReason.NO_CAPACITY.ordinal()] = Math.exp(pressure);
        faults[OverrideReason.MERCHANT_DECLINED.ordinal()] = Math.exp(-3 * state);
        numbers.addAll(List.of(
                situation.offCategory() ? 1.0 : 0.0,
                situation.freshFatigue(),
                situation.longFatigue(),
                situation.longFatigue() * situation.longFatigue() / 10,
                state,
                Math.exp(-3 * state),
                backdrop.declined(),
                backdrop.lessons(),
                bounded(backdrop.newsSoon() / forecast.newsScale()),
                Math.max(0, bounded(-backdrop.newsSoon() / forecast.newsScale())),
                bounded(backdrop.newsLasting() / forecast.newsScale()),
                bounded(situation.change() / forecast.newsScale()),
                Math.max(0, bounded(-situation.change() / forecast.newsScale()) - 0.5),
                pressure,
                Math.max(0, pressure + 0.3)));
        addLeanings(forecast.leanings(), faults, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// How much more often than usual each reason was given, alone and times the fault that it is about.
    private static void addLeanings(OverrideLeanings leanings, double[] faults, List<Double> numbers) {
        numbers.add(leanings.ownRate());
        numbers.add(leanings.managerRate());
        for (OverrideReason reason : OverrideReason.values()) {
            int i = reason.ordinal();
            if (reason != OverrideReason.OTHER) {
                numbers.add(leanings.own()[i]);
                numbers.add(faults[i] * leanings.own()[i]);
                numbers.add(faults[i] * leanings.manager()[i]);
            }
        }
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
