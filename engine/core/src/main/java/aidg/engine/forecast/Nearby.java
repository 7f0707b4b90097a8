package aidg.engine.forecast;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which merchants compete with which for customers: those within 2 km, the nearest 60 at most. Found through a
/// grid of cells of 0.05 degrees.
final class Nearby {

    private static final double REACH_KM = 2;
    private static final int MOST = 60;
    private static final double CELL = 0.05;
    private static final double KM_PER_DEGREE = 111;

    private record Cell(long latitude, long longitude) {}

    private record Distance(Merchant merchant, double km) {}

    private final Map<Cell, List<Merchant>> cells = new HashMap<>();

    Nearby(List<Merchant> merchants) {
        for (Merchant merchant : merchants) {
            cells.computeIfAbsent(cell(merchant.position(), 0, 0), ignored -> new ArrayList<>())
                    .add(merchant);
        }
    }

    /// Without the merchant itself, nearest first.
    List<Merchant> of(Merchant merchant) {
        List<Distance> found = new ArrayList<>();
        double narrowing =
                Math.max(0.05, Math.cos(Math.toRadians(merchant.position().latitude())));
        int wide = (int) Math.ceil(REACH_KM / (KM_PER_DEGREE * CELL * narrowing));
        for (int dLat = -1; dLat <= 1; dLat++) {
            for (int dLon = -wide; dLon <= wide; dLon++) {
                for (Merchant other : cells.getOrDefault(cell(merchant.position(), dLat, dLon), List.of())) {
                    double km = merchant.position().distanceKm(other.position());
                    if (km <= REACH_KM && !other.id().equals(merchant.id())) {
                        found.add(new Distance(other, km));
                    }
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Distance::km)
                        .thenComparing(d -> d.merchant().id()))
                .limit(MOST)
                .map(Distance::merchant)
                .toList();
    }

    private static Cell cell(Position position, int dLat, int dLon) {
        return new Cell(
                (long) Math.floor(position.latitude() / CELL) + dLat,
                (long) Math.floor(position.longitude() / CELL) + dLon);
    }
}
