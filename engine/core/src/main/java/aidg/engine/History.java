package aidg.engine;

import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Progress;
import aidg.engine.encoder.ContextReader;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.HistorySet;
import aidg.engine.encoder.HistoryWindow;
import aidg.engine.encoder.HistoryWindow.Look;
import aidg.engine.encoder.MerchantContext;
import aidg.engine.encoder.MerchantEvents;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.scorer.Examples;
import aidg.engine.scorer.Targets;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.torch.encoder.ScoringTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Past deals as the networks read them: each with its merchant's history as it looked on the morning of its
/// proposal.
record History(Marketplace marketplace, TokenLayout layout, EventScaling scaling) {

    /// Days between two looks at the graph.
    private static final int GRAPH_DAYS = 14;

    /// Days on which the graph must be looked at for these deals.
    static List<LocalDate> graphDays(List<Examples> parts) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Examples part : parts) {
            for (Deal deal : part.deals()) {
                long day = deal.proposedOn().toEpochDay();
                days.add(LocalDate.ofEpochDay(Math.floorDiv(day, GRAPH_DAYS) * GRAPH_DAYS));
            }
        }
        return List.copyOf(days);
    }

    ScoringTask.Part of(Examples examples, ContextReader contexts, Progress progress) {
        Map<String, List<Integer>> byMerchant = new LinkedHashMap<>();
        List<MerchantContext> beside = new ArrayList<>();
        List<Targets.Surprise> surprises = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Deal deal = examples.deals().get(i);
            byMerchant
                    .computeIfAbsent(deal.merchantId(), ignored -> new ArrayList<>())
                    .add(i);
            Merchant merchant = marketplace.merchant(deal.merchantId()).orElseThrow();
            float[] facts = layout.values(Side.MERCHANT, examples.rows().get(i));
            beside.add(contexts.read(merchant, deal.proposedOn(), facts));
            EventScaling.Sales sales = scaling.sales(deal, deal.outcomeOn(marketplace.asOf()));
            surprises.add(new Targets.Surprise(sales.conversion(), sales.traffic()));
            if (i % 2048 == 0) {
                progress.at("Reading the merchants", i, examples.size());
            }
        }
        List<HistoryWindow> windows = new ArrayList<>();
        byMerchant.forEach((merchant, indices) -> windows.addAll(windows(merchant, indices, examples)));
        return new ScoringTask.Part(new HistorySet(windows, beside), Targets.of(examples, layout, surprises));
    }

    private List<HistoryWindow> windows(String merchantId, List<Integer> indices, Examples examples) {
        Map<String, Integer> positions = new HashMap<>();
        for (Deal deal : marketplace.dealsOf(merchantId)) {
            positions.put(deal.id(), positions.size());
        }
        List<Look> looks = new ArrayList<>();
        List<Integer> deals = new ArrayList<>();
        for (int index : indices) {
            Deal deal = examples.deals().get(index);
            looks.add(new Look(index, deal.proposedOn().toEpochDay()));
            deals.add(positions.getOrDefault(deal.id(), 0));
        }
        return HistoryWindow.cut(MerchantEvents.of(marketplace, merchantId, scaling), looks, deals);
    }
}
