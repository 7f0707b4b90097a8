package aidg.engine.encoder.graph;

import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A marketplace as a bipartite graph of merchants and deals on any day. Merchants are linked to their own deals
/// and to comparable ones close by: what neighbours share shows in them, and a merchant without a past is still
/// among its neighbours. What does not change with the day is worked out once. [PER-10] [X1]
public final class MarketplaceGraph {

    private final Marketplace marketplace;
    private final List<Merchant> merchants;
    private final List<String> ids;
    private final DealFacts facts;
    private final NearMerchants near;
    private final int[] categories;

    public MarketplaceGraph(Marketplace marketplace) {
        this.marketplace = marketplace;
        merchants = marketplace.merchants();
        ids = merchants.stream().map(Merchant::id).toList();
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        facts = new DealFacts(marketplace, places);
        near = new NearMerchants(merchants);
        categories = merchants.stream()
                .mapToInt(merchant -> facts.categoryOf(merchant.category()))
                .toArray();
    }

    /// The graph of one day, for who needs no other.
    public static GraphSnapshot at(Marketplace marketplace, LocalDate day) {
        return new MarketplaceGraph(marketplace).at(day);
    }

    /// The graph as it stood when `day` began: only deals whose fate was known before carry what they brought. [B2]
    public GraphSnapshot at(LocalDate day) {
        int today = (int) day.toEpochDay();
        Usual usual = new Usual(facts, merchants.size(), today);
        MerchantPasts pasts = new MerchantPasts(facts, usual, merchants.size(), today);
        DealEdges links = new DealEdges(facts, usual, near, categories, today);
        NodeFeatures writer = new NodeFeatures(facts, usual, pasts, near, day);
        float[] features = new float[(merchants.size() + links.deals.length) * NodeFeatures.WIDTH];
        for (int m = 0; m < merchants.size(); m++) {
            Merchant merchant = merchants.get(m);
            writer.writeMerchant(m, merchant, marketplace.cityOf(merchant), features, m * NodeFeatures.WIDTH);
        }
        for (int i = 0; i < links.deals.length; i++) {
            int deal = links.deals[i];
            writer.writeDeal(
                    deal, merchants.get(facts.merchant[deal]), features, (merchants.size() + i) * NodeFeatures.WIDTH);
        }
        return new GraphSnapshot(day, ids, NodeFeatures.WIDTH, features, links.build());
    }

    /// What the deals proposed from `day` on, over some days, brought against what was usual on `day`; for
    /// training.
    ///
    /// @param knownBefore outcomes that became known on this day or later stay out [B2]
    public GraphTargets targets(LocalDate day, int days, LocalDate knownBefore) {
        int today = (int) day.toEpochDay();
        int limit = (int) knownBefore.toEpochDay();
        Usual usual = new Usual(facts, merchants.size(), today);
        double[] sums = new double[merchants.size() * GraphTargets.WIDTH];
        int[] counts = new int[sums.length];
        for (int i = 0; i < facts.count; i++) {
            if (facts.proposed[i] >= today && facts.proposed[i] < today + days && facts.knownBefore(i, limit)) {
                int at = facts.merchant[i] * GraphTargets.WIDTH;
                add(sums, counts, at + GraphTargets.TRAFFIC, usual.trafficSurprise(i));
                add(sums, counts, at + GraphTargets.CONVERSION, usual.conversionSurprise(i));
                add(sums, counts, at + GraphTargets.RATIO, usual.ratioSurprise(i));
                add(sums, counts, at + GraphTargets.SUCCESS, facts.success[i]);
            }
        }
        float[] means = new float[sums.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = (float) (sums[k] / counts[k]);
        }
        return new GraphTargets(means);
    }

    private static void add(double[] sums, int[] counts, int at, double value) {
        if (!Double.isNaN(value)) {
            sums[at] += value;
            counts[at]++;
        }
    }
}
