package aidg.engine.forecast;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Puts circumstances together from two deals', cause by cause.
record CauseMix(Circumstances one, Circumstances other, Set<Cause> ofOne) {

    private static final double DEEPEST = 0.95;

    private Circumstances by(Cause cause) {
        return ofOne.contains(cause) ? one : other;
    }

    private Situation situation(Cause cause) {
        return by(cause).situation();
    }

    Circumstances mixed() {
        Circumstances nature = by(Cause.NATURE);
        Offer offer = new Offer(
                Math.clamp(term(Cause.DISCOUNT, 0), 0, DEEPEST),
                term(Cause.PRICE, 1),
                term(Cause.DURATION, 2),
                situation(Cause.CATEGORY).offer().category());
        double unusual = situation(Cause.BASELINE).unusual();
        Situation mixed = new Situation(
                backdrop(),
                offer,
                situation(Cause.SEASON).yearPart(),
                situation(Cause.FATIGUE).freshFatigue(),
                situation(Cause.FATIGUE).longFatigue(),
                situation(Cause.COMPETITION).rivals(),
                situation(Cause.COMPETITION).deeper(),
                situation(Cause.STATE).change(),
                unusual,
                size(nature.situation()) + unusual - offer.logList());
        return new Circumstances(mixed, held(nature.held()), nature.best());
    }

    /// A term at its distance from what is right for its own merchant, at the merchant of the mix.
    private double term(Cause cause, int kind) {
        Circumstances source = by(cause);
        double value = TermHistory.values(source.situation().offer())[kind];
        double moved = by(Cause.NATURE).held().right().mean()[kind]
                - source.held().right().mean()[kind];
        return value + moved;
    }

    /// Log of the merchant's usual baseline.
    private static double size(Situation situation) {
        return situation.logNeeded() + situation.offer().logList() - situation.unusual();
    }

    private Backdrop backdrop() {
        Backdrop place = situation(Cause.PLACE).backdrop();
        Backdrop overrides = situation(Cause.OVERRIDES).backdrop();
        return new Backdrop(
                one.situation().backdrop().day(),
                place.cityId(),
                place.area(),
                situation(Cause.CATEGORY).backdrop().ownCategory(),
                place.demand(),
                situation(Cause.COMPETITION).backdrop().crowding(),
                overrides.lessons(),
                overrides.declined(),
                situation(Cause.NATURE).backdrop().usual());
    }

    private Held held(Held nature) {
        Map<Target, HiddenState> states = new EnumMap<>(Target.class);
        for (Target target : nature.states().keySet()) {
            states.put(
                    target,
                    HiddenState.mixed(
                            nature.state(target),
                            by(Cause.STATE).held().state(target),
                            by(Cause.PLACE).held().state(target)));
        }
        return new Held(
                nature.right(),
                states,
                nature.cost(),
                nature.capacity(),
                nature.most(),
                by(Cause.OVERRIDES).held().leanings());
    }
}
