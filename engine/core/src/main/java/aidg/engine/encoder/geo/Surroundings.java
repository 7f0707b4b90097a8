package aidg.engine.encoder.geo;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Position;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whom a merchant competes with, as 8 numbers: log counts of merchants of the same category within 0.5, 1, 2
/// and 5 km; log count of their deals within 2 km that run at the same time, and how much deeper their
/// discounts are on average; log count of all merchants within 1 km; closeness of the nearest competitor. Only
/// merchants that had joined and deals that had been decided before the day count. [PER-9] [B2]
final class Surroundings {

    static final int WIDTH = 8;

    private static final double[] RADII_KM = {0.5, 1, 2, 5};
    private static final double RUNNING_KM = 2;
    private static final double CROWD_KM = 1;
    private static final double CELL_DEGREES = 0.06;

    private record Cell(long latitude, long longitude) {}

    /// @param decided the day on which it became known
    private record Run(LocalDate decided, LocalDate start, DealTerms terms) {

        boolean overlaps(LocalDate from, LocalDate until) {
            return start.isBefore(until) && start.plusDays(terms.durationDays()).isAfter(from);
        }
    }

    /// @param km distance from where one looks
    private record Other(Merchant merchant, double km) {}

    private final Map<Cell, List<Merchant>> cells = new HashMap<>();
    private final Map<String, List<Run>> runs = new HashMap<>();
    private final Map<String, List<Other>> around = new HashMap<>();

    Surroundings(Marketplace marketplace) {
        marketplace
                .merchants()
                .forEach(merchant -> cells.computeIfAbsent(cell(merchant.position(), 0, 0), k -> new ArrayList<>())
                        .add(merchant));
        Map<String, Deal> deals = new HashMap<>();
        for (Deal deal : marketplace.deals()) {
            deals.put(deal.id(), deal);
            if (deal.approved()) {
                add(deal.merchantId(), new Run(deal.proposedOn(), deal.startsOn(), deal.terms()));
            }
        }
        for (DealOverride override : marketplace.overrides()) {
            Deal deal = deals.get(override.dealId());
            DealTerms terms = override.newTerms();
            if (deal != null && terms != null) {
                add(deal.merchantId(), new Run(override.madeOn(), deal.startsOn(), terms));
            }
        }
    }

    private void add(String merchantId, Run run) {
        runs.computeIfAbsent(merchantId, k -> new ArrayList<>()).add(run);
    }

    /// @param day   of the look
    /// @param terms of the deal looked at
    float[] of(Merchant merchant, DealTerms terms, LocalDate day, LocalDate start) {
        Category category = terms.category();
        LocalDate end = start.plusDays(terms.durationDays());
        int[] within = new int[RADII_KM.length];
        int crowd = 0;
        int running = 0;
        double deeper = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (Other other : around.computeIfAbsent(merchant.id(), ignored -> look(merchant))) {
            if (!other.merchant().joinedOn().isBefore(day)) {
                continue;
            }
            crowd += other.km() <= CROWD_KM ? 1 : 0;
            if (other.merchant().category().equals(category)) {
                nearest = Math.min(nearest, other.km());
                for (int r = 0; r < within.length; r++) {
                    within[r] += other.km() <= RADII_KM[r] ? 1 : 0;
                }
            }
            if (other.km() <= RUNNING_KM) {
                for (Run run : runs.getOrDefault(other.merchant().id(), List.of())) {
                    if (run.decided().isBefore(day)
                            && run.terms().category().equals(category)
                            && run.overlaps(start, end)) {
                        running++;
                        deeper += run.terms().discount().fraction()
                                - terms.discount().fraction();
                    }
                }
            }
        }
        return new float[] {
            (float) Math.log1p(within[0]),
            (float) Math.log1p(within[1]),
            (float) Math.log1p(within[2]),
            (float) Math.log1p(within[3]),
            (float) Math.log1p(running),
            running == 0 ? 0 : (float) (4 * deeper / running),
            (float) (Math.log1p(crowd) / 2),
            (float) Math.exp(-nearest)
        };
    }

    private List<Other> look(Merchant merchant) {
        List<Other> found = new ArrayList<>();
        double shrink =
                Math.max(0.05, Math.cos(Math.toRadians(merchant.position().latitude())));
        int reach = (int) Math.ceil(1 / shrink);
        for (int dLat = -1; dLat <= 1; dLat++) {
            for (int dLon = -reach; dLon <= reach; dLon++) {
                for (Merchant other : cells.getOrDefault(cell(merchant.position(), dLat, dLon), List.of())) {
                    double km = merchant.position().distanceKm(other.position());
                    if (km <= RADII_KM[RADII_KM.length - 1] && !other.id().equals(merchant.id())) {
                        found.add(new Other(other, km));
                    }
                }
            }
        }
        return found;
    }

    private static Cell cell(Position position, int dLat, int dLon) {
        long latitude = (long) Math.floor(position.latitude() / CELL_DEGREES);
        long longitude = (long) Math.floor(position.longitude() / CELL_DEGREES);
        return new Cell(latitude + dLat, longitude + dLon);
    }
}
