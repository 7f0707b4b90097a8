package aidg.engine.features;

import aidg.engine.domain.Merchant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who competes with whom: for each merchant the nearest of the same category. Found through a grid of 0.25° cells,
/// so that 50,000 merchants do not mean 50,000² distances.
final class Neighbours {

    /// Most neighbours kept per merchant.
    static final int KEPT = 20;

    /// A merchant this close competes for the same customers on the same day.
    private static final double RIVAL_KM = 2;

    private static final double CELL_DEGREES = 0.25;
    private static final double FARTHEST_KM = 25;

    /// @param nearest ids of at most `KEPT` merchants within 5 km, nearest first, ties by id
    /// @param rivals  ids of all merchants within 2 km, in the same order
    record Around(List<String> nearest, List<String> rivals, Competition competition) {}

    private record Cell(String category, long latitude, long longitude) {}

    private record Distance(String id, double km) {}

    private final Map<Cell, List<Merchant>> cells = new HashMap<>();

    Neighbours(List<Merchant> merchants) {
        merchants.forEach(merchant -> cells.computeIfAbsent(cell(merchant, 0, 0), ignored -> new ArrayList<>())
                .add(merchant));
    }

    Around of(Merchant merchant) {
        List<Distance> found = new ArrayList<>();
        for (int dLat = -1; dLat <= 1; dLat++) {
            for (int dLon = -1; dLon <= 1; dLon++) {
                for (Merchant other : cells.getOrDefault(cell(merchant, dLat, dLon), List.of())) {
                    double km = merchant.position().distanceKm(other.position());
                    if (km <= FARTHEST_KM && !other.id().equals(merchant.id())) {
                        found.add(new Distance(other.id(), km));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Distance::km).thenComparing(Distance::id));
        int within2 = (int) found.stream().filter(d -> d.km() <= RIVAL_KM).count();
        int within5 = (int) found.stream().filter(d -> d.km() <= 5).count();
        double nearest = found.isEmpty() ? Double.NaN : found.getFirst().km();
        return new Around(
                found.stream()
                        .filter(d -> d.km() <= 5)
                        .limit(KEPT)
                        .map(Distance::id)
                        .toList(),
                found.stream().limit(within2).map(Distance::id).toList(),
                new Competition(within2, within5, nearest));
    }

    private static Cell cell(Merchant merchant, int dLat, int dLon) {
        return new Cell(
                merchant.category().name(),
                Math.floorDiv((long) Math.floor(merchant.position().latitude() * 1000), (long) (CELL_DEGREES * 1000))
                        + dLat,
                Math.floorDiv((long) Math.floor(merchant.position().longitude() * 1000), (long) (CELL_DEGREES * 1000))
                        + dLon);
    }
}
