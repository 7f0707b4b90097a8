package aidg.engine.features;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.forecast.Circumstances;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Features of proposals, with everything known up to the day of the snapshot. Safe for use by several threads: the
/// timeline is replayed once, when it is first needed, and only read afterwards.
public final class LiveFeatures {

    private final Marketplace marketplace;
    private final FeatureSchema schema;
    private final List<FeatureFamily> families;
    private final FeatureFit fit;
    private final long today;
    private @Nullable Timeline replayed;

    public LiveFeatures(Marketplace marketplace, FeatureFit fit) {
        this.marketplace = marketplace;
        schema = fit.schema();
        families = fit.families();
        today = marketplace.asOf().toEpochDay();
        this.fit = fit;
    }

    private synchronized Timeline timeline() {
        Timeline timeline = replayed;
        if (timeline == null) {
            timeline = new Timeline(marketplace, fit);
            timeline.replayBefore(today + 1);
            replayed = timeline;
        }
        return timeline;
    }

    public FeatureSchema schema() {
        return schema;
    }

    /// The feature row of a proposal.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public synchronized float[] row(Proposal proposal) {
        return FeatureTable.row(families, look(proposal), schema.width());
    }

    /// What the forecast of a proposal is made from.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public synchronized Circumstances circumstances(Proposal proposal) {
        return look(proposal).circumstances();
    }

    /// The feature row of a proposal if other deals ran as well.
    ///
    /// @param beside its rivals among the deals that are assumed to run, see `rivals`
    /// @throws IllegalArgumentException if the merchant is unknown
    public synchronized float[] row(Proposal proposal, List<Proposal> beside) {
        return FeatureTable.row(families, look(proposal, beside), schema.width());
    }

    /// For each proposal those that would compete with it if all ran: of other merchants within 2 km, in the same
    /// category, on overlapping days.
    ///
    /// @throws IllegalArgumentException if a merchant is unknown
    public synchronized List<List<Proposal>> rivals(List<Proposal> proposals, List<Proposal> among) {
        Map<String, List<Proposal>> byMerchant = among.stream()
                .collect(Collectors.groupingBy(Proposal::merchantId, LinkedHashMap::new, Collectors.toList()));
        return proposals.stream()
                .map(proposal -> timeline().near(proposal.merchantId()).stream()
                        .flatMap(id -> byMerchant.getOrDefault(id, List.of()).stream())
                        .filter(other -> meets(proposal, other))
                        .toList())
                .toList();
    }

    private static boolean meets(Proposal one, Proposal other) {
        return one.terms().category().equals(other.terms().category())
                && one.startsOn().isBefore(end(other))
                && other.startsOn().isBefore(end(one));
    }

    private static LocalDate end(Proposal proposal) {
        return proposal.startsOn().plusDays(proposal.terms().durationDays());
    }

    /// The feature row of a merchant with a deal that does not matter: its facts about the merchant are those
    /// of every row of that merchant.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public synchronized float[] row(Merchant merchant) {
        DealTerms terms = new DealTerms(new Discount(0.3), Money.of(30), 14, merchant.category());
        LocalDate start = marketplace.asOf().plusDays(1);
        return FeatureTable.row(
                families, timeline().look(merchant.id(), terms, start, merchant.baselineGp30(), today), schema.width());
    }

    /// Prepares a proposal for being looked at on many terms.
    ///
    /// @throws IllegalArgumentException if the merchant is unknown
    public synchronized OtherTerms otherTerms(Proposal proposal) {
        return new OtherTerms(look(proposal));
    }

    /// One proposal on other terms of its category; everything else stays as it is.
    public final class OtherTerms {

        private final Moment moment;
        private final int[] left = families.stream()
                .mapToInt(family -> family.has(Side.DEAL) ? 0 : family.width())
                .toArray();

        private OtherTerms(Moment moment) {
            this.moment = moment;
        }

        /// A feature row of which only the deal tokens can be relied on, the others may be missing.
        public float[] dealRow(DealTerms terms) {
            synchronized (LiveFeatures.this) {
                return FeatureTable.partialRow(families, left, moment.withTerms(terms), schema.width());
            }
        }

        /// Prepared to tell the joint facts of many offers, by one thread; others may do the same beside it.
        public JointFacts joints() {
            synchronized (LiveFeatures.this) {
                return new JointFacts(families, moment);
            }
        }
    }

    /// 0..1, see `ScoredDeal.risk`. [PER-14]
    public synchronized double risk(Proposal proposal) {
        return OverrideRisk.of(look(proposal).ledger(), today).risk();
    }

    /// How many of a merchant's last 50 decided deals were overridden.
    public static OverrideRecord overrides(Marketplace marketplace, String merchantId) {
        List<Deal> deals = marketplace.dealsOf(merchantId);
        List<Deal> lastDeals = deals.subList(Math.max(0, deals.size() - MerchantLedger.DEALS_KEPT), deals.size());
        return new OverrideRecord(
                (int) lastDeals.stream().filter(deal -> !deal.approved()).count(), lastDeals.size());
    }

    /// Share of a category's matured deals in one city that succeeded, 0..1, shrunk towards the category's and that
    /// towards the marketplace's.
    public synchronized double baseRate(String cityId, Category category) {
        MarketLedger market = timeline().market();
        double categoryRate = market.category(category).success.mean(market.baseRate(), 20);
        return market.comparable(cityId, category).mean(categoryRate, 20);
    }

    private Moment look(Proposal proposal) {
        return look(proposal, List.of());
    }

    private Moment look(Proposal proposal, List<Proposal> beside) {
        return timeline()
                .look(
                        proposal.merchantId(),
                        proposal.terms(),
                        proposal.startsOn(),
                        proposal.baselineGp30(),
                        today,
                        beside);
    }

    /// How a merchant's last deals were decided.
    ///
    /// @param overridden deals not let out as proposed
    /// @param decided    deals looked at, at most 50
    public record OverrideRecord(int overridden, int decided) {

        /// 0..1; 0 before the first decision.
        public double rate() {
            return decided == 0 ? 0 : (double) overridden / decided;
        }
    }
}
