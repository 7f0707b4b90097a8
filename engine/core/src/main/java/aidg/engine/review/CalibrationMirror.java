package aidg.engine.review;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What became of one manager's own decisions, for that manager's eyes: of deals let out and of deals changed, how
/// many reached the merchant's baseline. Only matured outcomes count. What an overridden deal would have brought
/// unchanged is unknown, so a changed deal is called right if what went out instead reached the baseline.
///
/// @param managerId whose decisions
/// @param approved  deals let out as proposed for merchants of this manager
/// @param changed   overridden deals that went out with other terms
/// @param stopped   overridden deals of which nothing went out; nobody can say what they would have brought
/// @param groups    the changed ones by reason, most frequent first
/// @param bands     the changed ones by the discount that was proposed, shallowest first; none is left out
public record CalibrationMirror(
        String managerId, Part approved, Part changed, int stopped, List<Group> groups, List<Band> bands) {

    /// Where the bands of discounts end, in percent.
    private static final List<Integer> BAND_ENDS = List.of(20, 30, 40, 100);

    /// Decisions with a known outcome.
    ///
    /// @param right    of these, those that reached the baseline
    /// @param interval 90 % interval of the share
    public record Part(int known, int right, Interval interval) {

        /// 0..1, NaN if nothing is known.
        public double share() {
            return known == 0 ? Double.NaN : (double) right / known;
        }
    }

    /// Changes for one reason.
    public record Group(OverrideReason reason, Part part) {}

    /// Changes of deals proposed at a discount over `over` and up to `upTo` percent.
    public record Band(int over, int upTo, Part part) {}

    public CalibrationMirror {
        groups = List.copyOf(groups);
        bands = List.copyOf(bands);
    }

    /// Managers of a marketplace, those with most overrides first.
    public static List<String> managers(Marketplace marketplace) {
        Map<String, Integer> counts = new HashMap<>();
        marketplace.overrides().forEach(change -> counts.merge(change.managerId(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Looks back on one manager's decisions. A merchant belongs to the manager who changed its deals last.
    public static CalibrationMirror of(Marketplace marketplace, String managerId) {
        Set<String> merchants = merchantsOf(marketplace, managerId);
        Map<String, Deal> deals = new HashMap<>();
        Tally approved = new Tally();
        for (Deal deal : marketplace.deals()) {
            deals.put(deal.id(), deal);
            Boolean succeeded = deal.succeededOn(marketplace.asOf());
            if (deal.approved() && merchants.contains(deal.merchantId()) && succeeded != null) {
                approved.add(succeeded);
            }
        }
        Tally changed = new Tally();
        Map<OverrideReason, Tally> byReason = new EnumMap<>(OverrideReason.class);
        Map<Integer, Tally> byDepth = new HashMap<>();
        int stopped = 0;
        for (DealOverride change : marketplace.overrides()) {
            Deal deal = deals.get(change.dealId());
            if (!change.managerId().equals(managerId) || deal == null) {
                continue;
            }
            Money brought = change.gp30();
            if (change.newTerms() == null) {
                stopped++;
            } else if (brought != null && hasMatured(deal, marketplace.asOf())) {
                boolean right = brought.compareTo(deal.baselineGp30()) >= 0;
                changed.add(right);
                byReason.computeIfAbsent(change.reason(), reason -> new Tally()).add(right);
                byDepth.computeIfAbsent(bandEnd(deal), end -> new Tally()).add(right);
            }
        }
        return new CalibrationMirror(
                managerId, approved.part(), changed.part(), stopped, groups(byReason), bands(byDepth));
    }

    private static boolean hasMatured(Deal changed, LocalDate asOf) {
        return !changed.startsOn().plusDays(Deal.MATURITY_DAYS).isAfter(asOf);
    }

    /// End of the band that a deal's proposed discount is in. Discounts count to a tenth of a percent, so that 40 %
    /// read from a file is 40 %.
    private static int bandEnd(Deal deal) {
        double percent = Math.rint(10 * deal.terms().discount().percent()) / 10;
        return BAND_ENDS.stream().filter(end -> percent <= end).findFirst().orElse(BAND_ENDS.getLast());
    }

    private static List<Band> bands(Map<Integer, Tally> byDepth) {
        List<Band> bands = new ArrayList<>();
        int over = 0;
        for (int end : BAND_ENDS) {
            bands.add(new Band(over, end, byDepth.getOrDefault(end, new Tally()).part()));
            over = end;
        }
        return bands;
    }

    private static List<Group> groups(Map<OverrideReason, Tally> byReason) {
        return byReason.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue().part()))
                .sorted(Comparator.comparingInt((Group group) -> group.part().known())
                        .reversed()
                        .thenComparing(Group::reason))
                .toList();
    }

    private static Set<String> merchantsOf(Marketplace marketplace, String managerId) {
        Map<String, String> last = new HashMap<>();
        marketplace.overrides().forEach(change -> last.put(change.merchantId(), change.managerId()));
        Set<String> own = new HashSet<>();
        last.forEach((merchant, manager) -> {
            if (manager.equals(managerId)) {
                own.add(merchant);
            }
        });
        return own;
    }

    private static final class Tally {
        private int known;
        private int right;

        void add(boolean succeeded) {
            known++;
            right += succeeded ? 1 : 0;
        }

        Part part() {
            return new Part(known, right, Shares.wilson(right, known));
        }
    }
}
