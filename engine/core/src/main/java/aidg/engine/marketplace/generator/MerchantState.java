package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/// What changes about one merchant while its history unfolds; hidden, mutable and used by one thread.
final class MerchantState {

    /// Days after which deal fatigue has fallen to 37 %; after 60 days 9 % are left.
    static final double FATIGUE_DAYS = 25;

    private static final int REMEMBERED_RUNS = 10;
    private static final double LESSON = 0.25;
    private static final double FORGETTING_DAYS = 200;
    private static final double CORRECTED_BIAS = 0.7;

    final MerchantNature nature;
    final WeeklyState momentum;
    final List<LifeEvent> events;
    final RandomGenerator terms;
    final RandomGenerator sales;
    final RandomGenerator decision;
    private final Deque<Run> runs = new ArrayDeque<>();
    private double discountBias;
    private double priceBias;
    private double skill;
    private int skillDay;

    MerchantState(MerchantNature nature, RandomStreams streams) {
        this.nature = nature;
        int index = nature.index();
        momentum = new WeeklyState(streams.of("momentum", index), SalesModel.MOMENTUM_RHO);
        events = LifeEvent.life(streams.of("events", index));
        terms = streams.of("terms", index);
        sales = streams.of("sales", index);
        decision = streams.of("decision", index);
        discountBias = ProposingPolicy.DISCOUNT_BIAS_SD * terms.nextGaussian();
        priceBias = ProposingPolicy.PRICE_BIAS_SD * terms.nextGaussian();
    }

    /// How far the proposing policy misjudges the best discount of this merchant, a fraction.
    double discountBias() {
        return discountBias;
    }

    /// How far it misjudges the right price, logarithmic.
    double priceBias() {
        return priceBias;
    }

    /// What merchant and marketplace learnt from overrides, 0..1; fades with time.
    double skill(int day) {
        return skill * StrictMath.exp(-(day - skillDay) / FORGETTING_DAYS);
    }

    /// An override teaches: skill rises and the policy's misjudgement shrinks.
    void learn(int day) {
        skill = skill(day) + LESSON * (1 - skill(day));
        skillDay = day;
        discountBias *= CORRECTED_BIAS;
        priceBias *= CORRECTED_BIAS;
    }

    void wentOut(Run run) {
        runs.addLast(run);
        if (runs.size() > REMEMBERED_RUNS) {
            runs.removeFirst();
        }
    }

    Iterable<Run> runs() {
        return runs;
    }

    /// Weariness of similar deals, 0 after a long pause: the sum over earlier runs of `exp(-gap /
    /// FATIGUE_DAYS)`, half for another category, 0.7 for a discount that differs by ten points or more.
    double fatigue(int start, Category category, double discount) {
        double sum = 0;
        for (Run run : runs) {
            double alike = (run.category().equals(category) ? 1 : 0.5)
                    * (Math.abs(run.discount() - discount) < 0.0999 ? 1 : 0.7);
            sum += alike * StrictMath.exp(-Math.abs(start - run.start()) / FATIGUE_DAYS);
        }
        return sum;
    }

    /// Effect of the life events known before the day `asked` on the traffic of the 30 days from `start`,
    /// logarithmic.
    double eventEffect(int asked, int start) {
        double sum = 0;
        for (LifeEvent event : events) {
            sum += event.kind().effect * share(event, asked, start);
        }
        return sum;
    }

    /// Most vouchers that can be honoured in the 30 days from `start`, as far as can be known before the day
    /// `asked`.
    double capacity(int asked, int start) {
        double factor = 1;
        for (LifeEvent event : events) {
            factor *= 1 + (event.kind().capacity - 1) * share(event, asked, start);
        }
        return nature.capacity() * factor;
    }

    private static double share(LifeEvent event, int asked, int start) {
        return event.knownBefore(asked) ? event.share(start, start + SalesModel.MEASURED_DAYS - 1) : 0;
    }
}
