package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.similar.PlaneMap;
import aidg.engine.similar.PrototypicalMemory;
import aidg.engine.similar.UnitVectors.Near;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Tells of similar merchants what they offered, what came of it, and what differs. Reads matured outcomes only.
final class Comparables {

    /// Deals that "usual" is taken over.
    private static final int LATELY = 10;

    private static final int DIFFERENCES = 3;

    /// Deals of a neighbour that are told.
    private static final int SHOWN = 8;

    /// Differences under this many ordinary ones are none.
    private static final double NOTABLE = 0.5;

    private final Marketplace marketplace;
    private final PrototypicalMemory memory;

    /// @param size in ordinary differences
    private record Difference(double size, String words) {}

    Comparables(Marketplace marketplace, PrototypicalMemory memory) {
        this.marketplace = marketplace;
        this.memory = memory;
    }

    /// @param terms what is to be offered, to compare with what others offered; null to compare with what is usual
    ///              for the merchant
    /// @throws IllegalArgumentException if the merchant is unknown
    SimilarMerchants of(String merchantId, Category category, @Nullable DealTerms terms) {
        Merchant merchant = marketplace.knownMerchant(merchantId);
        PrototypicalMemory.Found found = memory.similarTo(merchantId, category);
        List<SimilarMerchant> neighbours = found.nearest().stream()
                .map(near -> neighbour(near, merchant, terms))
                .toList();
        List<String> shown = new ArrayList<>(List.of(merchantId));
        found.nearest().forEach(near -> shown.add(near.id()));
        PlaneMap map = memory.map(category, shown);
        List<MapPoint> points = map.points().stream().map(this::point).toList();
        return new SimilarMerchants(
                merchant, category, neighbours, found.notice(), memory.choice().madeAt(), points, map.kept());
    }

    private MapPoint point(PlaneMap.Point point) {
        Merchant merchant = marketplace.knownMerchant(point.id());
        List<Deal> matured = matured(point.id());
        return new MapPoint(
                merchant,
                point.x(),
                point.y(),
                memory.isPrototype(merchant.id(), merchant.category()),
                matured.size(),
                reached(matured));
    }

    private int reached(List<Deal> matured) {
        return (int) matured.stream()
                .filter(deal -> Boolean.TRUE.equals(deal.succeededOn(marketplace.asOf())))
                .count();
    }

    private SimilarMerchant neighbour(Near near, Merchant here, @Nullable DealTerms terms) {
        Merchant merchant = marketplace.knownMerchant(near.id());
        List<Deal> matured = matured(near.id());
        return new SimilarMerchant(
                merchant,
                marketplace.cityOf(merchant),
                near.cosine(),
                matured.reversed().stream().limit(SHOWN).toList(),
                matured.size(),
                reached(matured),
                differs(merchant, matured, here, terms));
    }

    /// Deals that went out and whose outcome is known, in the order of their start. [B2]
    private List<Deal> matured(String merchantId) {
        return marketplace.dealsOf(merchantId).stream()
                .filter(deal -> deal.approved() && deal.outcomeOn(marketplace.asOf()) != null)
                .sorted(Comparator.comparing(Deal::startsOn))
                .toList();
    }

    private List<String> differs(Merchant there, List<Deal> deals, Merchant here, @Nullable DealTerms terms) {
        List<Difference> all = new ArrayList<>();
        List<Deal> own = matured(here.id());
        Deal latest = deals.isEmpty() ? null : deals.getLast();
        if (latest != null && (terms != null || !own.isEmpty())) {
            double discount = terms == null
                    ? usual(own, d -> d.terms().discount().percent())
                    : terms.discount().percent();
            double price = terms == null
                    ? usual(own, d -> d.terms().price().amount())
                    : terms.price().amount();
            double days = terms == null ? usual(own, d -> d.terms().durationDays()) : terms.durationDays();
            DealTerms offered = latest.terms();
            add(offered.discount().percent() - discount, 5, "%.0f pt deeper", "%.0f pt shallower", all);
            addRatio(offered.price().amount(), price, 0.2, "$%,.0f dearer", "$%,.0f cheaper", all);
            addRatio(offered.durationDays(), days, 0.35, "%.0f days longer", "%.0f days shorter", all);
        }
        addRatio(
                there.baselineGp30().amount(),
                here.baselineGp30().amount(),
                0.5,
                "baseline $%,.0f higher",
                "baseline $%,.0f lower",
                all);
        add(
                100 * (conversion(deals) - conversion(own)),
                2,
                "%.1f pt more of the viewers buy",
                "%.1f pt fewer of the viewers buy",
                all);
        if (!there.cityId().equals(here.cityId())) {
            all.add(new Difference(1, "in " + marketplace.cityOf(there).name()));
        }
        return all.stream()
                .filter(one -> one.size() >= NOTABLE)
                .sorted(Comparator.comparingDouble((Difference one) -> -one.size()))
                .limit(DIFFERENCES)
                .map(Difference::words)
                .toList();
    }

    private static double usual(List<Deal> deals, ToDoubleFunction<Deal> value) {
        return lately(deals).stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static List<Deal> lately(List<Deal> deals) {
        return deals.subList(Math.max(0, deals.size() - LATELY), deals.size());
    }

    /// Share of viewers that bought, of the deals lately; NaN without views.
    private static double conversion(List<Deal> deals) {
        double views = 0;
        double bought = 0;
        for (Deal deal : lately(deals)) {
            DealOutcome outcome = deal.outcome();
            if (outcome != null) {
                views += outcome.views();
                bought += outcome.redemptions();
            }
        }
        return views > 0 ? bought / views : Double.NaN;
    }

    /// @param unit an ordinary difference
    private static void add(double difference, double unit, String more, String less, List<Difference> all) {
        if (Double.isFinite(difference)) {
            String words = String.format(Locale.ROOT, difference > 0 ? more : less, Math.abs(difference));
            all.add(new Difference(Math.abs(difference) / unit, words));
        }
    }

    /// @param unit an ordinary difference of logarithms
    private static void addRatio(
            double there, double here, double unit, String more, String less, List<Difference> all) {
        if (there > 0 && here > 0) {
            String words = String.format(Locale.ROOT, there > here ? more : less, Math.abs(there - here));
            all.add(new Difference(Math.abs(Math.log(there / here)) / unit, words));
        }
    }
}
