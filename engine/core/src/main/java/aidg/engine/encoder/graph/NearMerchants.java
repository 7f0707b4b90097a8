package aidg.engine.encoder.graph;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Who is comparable with whom by place: merchants of the same category within 5 km, and all of the same area.
/// Found through a grid, so that 50,000 merchants do not mean 50,000² distances.
final class NearMerchants {

    /// Most comparable merchants on a day.
    private static final int MOST = 24;

    /// Candidates kept for that, of whom some may not have joined yet.
    private static final int KEPT = 96;

    private static final double FARTHEST_KM = 5;
    private static final double RIVAL_KM = 2;
    private static final double CELL_DEGREES = 0.06;

    /// What another category's business counts against the same.
    static final double OTHER_CATEGORY = 0.2;

    /// What lies in another area counts against the same.
    private static final double OTHER_AREA = 0.6;

    private static final double SCALE_KM = 3;

    /// A merchant close by, by its place in the list.
    ///
    /// @param nearness 0..1, falling with the distance
    record Near(int merchant, double nearness) {}

    private record Cell(long latitude, long longitude) {}

    private record Candidate(Near near, double worth) {}

    private final List<List<Near>> candidates;

    /// Days on which merchants joined, in order: those of the same category within 2 km, and those of the same
    /// area.
    private final int[][] rivalsJoined;

    private final int[][] areaJoined;
    private final List<Merchant> merchants;
    private final int[] categories;
    private final int[] areas;
    private final int[] joined;
    private final Map<Cell, List<Integer>> cells = new HashMap<>();

    NearMerchants(List<Merchant> merchants) {
        this.merchants = merchants;
        categories = numbers(merchants, m -> m.category().name());
        areas = numbers(merchants, m -> m.area().isEmpty() ? "" : m.cityId() + '\n' + m.area());
        joined = merchants.stream()
                .mapToInt(m -> (int) m.joinedOn().toEpochDay())
                .toArray();
        rivalsJoined = new int[merchants.size()][];
        areaJoined = new int[merchants.size()][];
        for (int m = 0; m < merchants.size(); m++) {
            cells.computeIfAbsent(cell(merchants.get(m).position(), 0, 0), ignored -> new ArrayList<>())
                    .add(m);
        }
        candidates = new ArrayList<>(merchants.size());
        for (int m = 0; m < merchants.size(); m++) {
            candidates.add(look(m));
        }
        cells.clear();
    }

    /// The most comparable merchants that had joined before `day`. [B2]
    List<Near> comparable(int m, int day) {
        return candidates.get(m).stream()
                .filter(near -> joined[near.merchant()] < day)
                .limit(MOST)
                .toList();
    }

    /// Merchants of the same category within 2 km that had joined before `day`. [B2]
    int rivals(int m, int day) {
        return before(rivalsJoined[m], day);
    }

    /// Merchants of the same area that had joined before `day`. [B2]
    int sameArea(int m, int day) {
        return before(areaJoined[m], day);
    }

    private static int before(int[] days, int day) {
        int count = 0;
        while (count < days.length && days[count] < day) {
            count++;
        }
        return count;
    }

    private List<Near> look(int m) {
        List<Candidate> found = new ArrayList<>();
        IntStream.Builder rivals = IntStream.builder();
        IntStream.Builder sameArea = IntStream.builder();
        Merchant merchant = merchants.get(m);
        int lonReach = (int) Math.min(
                20,
                Math.ceil(1
                        / Math.max(
                                0.05,
                                Math.cos(Math.toRadians(merchant.position().latitude())))));
        for (int dLat = -1; dLat <= 1; dLat++) {
            for (int dLon = -lonReach; dLon <= lonReach; dLon++) {
                for (int other : cells.getOrDefault(cell(merchant.position(), dLat, dLon), List.of())) {
                    if (other != m) {
                        consider(m, other, found, rivals, sameArea);
                    }
                }
            }
        }
        rivalsJoined[m] = rivals.build().sorted().toArray();
        areaJoined[m] = sameArea.build().sorted().toArray();
        found.sort(Comparator.comparingDouble((Candidate c) -> -c.worth())
                .thenComparingInt(c -> c.near().merchant()));
        return found.stream().limit(KEPT).map(Candidate::near).toList();
    }

    private void consider(
            int m, int other, List<Candidate> found, IntStream.Builder rivals, IntStream.Builder sameArea) {
        boolean category = categories[m] == categories[other];
        boolean area = areas[m] >= 0 && areas[m] == areas[other];
        if (!category && !area) {
            return;
        }
        double km = merchants.get(m).position().distanceKm(merchants.get(other).position());
        if (category && km <= RIVAL_KM) {
            rivals.add(joined[other]);
        }
        if (area) {
            sameArea.add(joined[other]);
        }
        if (km <= FARTHEST_KM) {
            double nearness = Math.exp(-km / SCALE_KM) * (area ? 1 : OTHER_AREA);
            double worth = nearness * (category ? 1 : OTHER_CATEGORY);
            found.add(new Candidate(new Near(other, nearness), worth));
        }
    }

    /// Equal keys get equal numbers; empty ones -1.
    private static int[] numbers(List<Merchant> merchants, Function<Merchant, String> key) {
        Map<String, Integer> known = new HashMap<>();
        return merchants.stream()
                .map(key)
                .mapToInt(k -> k.isEmpty() ? -1 : known.computeIfAbsent(k, ignored -> known.size()))
                .toArray();
    }

    private static Cell cell(Position position, int dLat, int dLon) {
        return new Cell(
                (long) Math.floor(position.latitude() / CELL_DEGREES) + dLat,
                (long) Math.floor(position.longitude() / CELL_DEGREES) + dLon);
    }
}
