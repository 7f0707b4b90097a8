package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who is near whom, and how a trade fares in an area: the hidden trend per area and category, and rival deals
/// within two kilometres.
final class Market {

    /// Merchants farther apart do not compete.
    static final double RIVAL_KM = 2;

    private static final double TREND_RHO = 0.992;

    private final List<MerchantState> states;
    private final int[][] neighbours;
    private final int[] density;
    private final RandomStreams streams;
    private final Map<Long, WeeklyState> trends = new HashMap<>();
    private final Map<Category, Integer> categoryIndex = new HashMap<>();

    Market(List<MerchantState> states, List<CategoryTraits> categories, RandomStreams streams) {
        this.states = states;
        this.streams = streams;
        for (int i = 0; i < categories.size(); i++) {
            categoryIndex.put(categories.get(i).category(), i);
        }
        neighbours = new int[states.size()][];
        density = new int[states.size()];
        Map<String, List<MerchantState>> byCity = new HashMap<>();
        for (MerchantState state : states) {
            byCity.computeIfAbsent(state.nature.merchant().cityId(), city -> new ArrayList<>())
                    .add(state);
        }
        for (MerchantState state : states) {
            meetNeighbours(
                    state.nature, byCity.getOrDefault(state.nature.merchant().cityId(), List.of()));
        }
    }

    private void meetNeighbours(MerchantNature nature, List<MerchantState> city) {
        int[] found = new int[city.size()];
        int count = 0;
        for (MerchantState other : city) {
            boolean near = other.nature.index() != nature.index()
                    && nature.merchant()
                                    .position()
                                    .distanceKm(other.nature.merchant().position())
                            <= RIVAL_KM;
            if (near) {
                found[count++] = other.nature.index();
                density[nature.index()] +=
                        other.nature.traits().category().equals(nature.traits().category()) ? 1 : 0;
            }
        }
        neighbours[nature.index()] = Arrays.copyOf(found, count);
    }

    /// Merchants of the same category within two kilometres.
    int density(MerchantNature nature) {
        return density[nature.index()];
    }

    /// The hidden trend of a category in an area, standard normal over time.
    double trend(Area area, Category category, int day) {
        long key = area.index() * 64L + categoryIndex.getOrDefault(category, 63);
        return trends.computeIfAbsent(key, k -> new WeeklyState(streams.of("trend", k), TREND_RHO))
                .on(day);
    }

    /// Rival deals of the same category that are known and overlap the days `first..last`; a deeper discount
    /// than ours counts more: the sum of `clamp(0.7 + 2 (theirs - ours), 0.3, 1.5)`.
    double rivals(MerchantNature nature, Category category, double discount, int first, int last) {
        double sum = 0;
        for (int other : neighbours[nature.index()]) {
            for (Run run : states.get(other).runs()) {
                if (run.overlaps(first, last) && run.category().equals(category)) {
                    sum += Math.clamp(0.7 + 2 * (run.discount() - discount), 0.3, 1.5);
                }
            }
        }
        return sum;
    }
}
