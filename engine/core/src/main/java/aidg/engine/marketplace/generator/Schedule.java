package aidg.engine.marketplace.generator;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// When which merchant gets a deal proposed, in the order of the days; the last ones await review.
///
/// @param slots each `day << 33 | waiting << 32 | merchant index`, ascending
record Schedule(long[] slots) {

    /// Proposals that await review were made in the last days of the history, this many at most.
    static final int WAITING_DAYS = 10;

    private static final double WAITING_PER_MERCHANT = 0.83;
    private static final long WAITING = 1L << 32;

    static Schedule draw(List<MerchantNature> natures, int dealsPerMerchant, RandomStreams streams) {
        int deals = Math.multiplyExact(natures.size(), dealsPerMerchant);
        int waiting = (int) Math.round(natures.size() * WAITING_PER_MERCHANT);
        long[] slots = new long[deals + waiting];
        RandomGenerator random = streams.of("schedule", 0);
        int filled = 0;
        double[] reached = cumulative(natures);
        double total = reached[reached.length - 1];
        for (int i = 0; i < deals; i++) {
            int found = Arrays.binarySearch(reached, random.nextDouble() * total);
            MerchantNature nature = natures.get(Math.min(natures.size() - 1, found < 0 ? -found - 1 : found));
            long day = random.nextInt(nature.firstDay(), Timeline.LAST);
            slots[filled++] = (day << 33) | nature.index();
        }
        for (int i = 0; i < waiting; i++) {
            long day = Timeline.LAST + 1L - WAITING_DAYS + random.nextInt(WAITING_DAYS);
            slots[filled++] = (day << 33) | WAITING | random.nextInt(natures.size());
        }
        Arrays.sort(slots);
        return new Schedule(slots);
    }

    private static double[] cumulative(List<MerchantNature> natures) {
        double[] reached = new double[natures.size()];
        double sum = 0;
        for (MerchantNature nature : natures) {
            sum += nature.activity() * (Timeline.LAST - nature.firstDay());
            reached[nature.index()] = sum;
        }
        return reached;
    }

    int size() {
        return slots.length;
    }

    int day(int slot) {
        return (int) (slots[slot] >> 33);
    }

    boolean awaitsReview(int slot) {
        return (slots[slot] & WAITING) != 0;
    }

    int merchant(int slot) {
        return (int) slots[slot];
    }
}
