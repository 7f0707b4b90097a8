package aidg.engine;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Progress;
import aidg.engine.features.Gp30Ratio;
import aidg.engine.features.SalesInference;
import aidg.engine.forecast.Expected;
import aidg.engine.forecast.SalesReplay;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.whatif.Dependence;
import aidg.engine.whatif.Dependence.Miss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the sales forecast, which the network follows, was off for deals of the test months: each is forecast
/// with what was known on the morning of its proposal. The network itself is not replayed, that would need the
/// merchants' memories of every day.
final class PastMisses {

    private static final int MOST = 4000;
    private static final int BETWEEN = 128;
    private static final int WEEK = 7;

    private final Marketplace marketplace;
    private final SalesInference inference;
    private @Nullable Dependence measured;
    private boolean isMeasured;

    PastMisses(Marketplace marketplace, SalesInference inference) {
        this.marketplace = marketplace;
        this.inference = inference;
    }

    /// How much alike they are; null where the history is too short to tell. Seconds the first time.
    synchronized @Nullable Dependence dependence(Progress progress) {
        if (!isMeasured) {
            measured = Dependence.of(latest(progress));
            isMeasured = true;
        }
        return measured;
    }

    /// None where the history is too short to hold months back.
    private List<Miss> latest(Progress progress) {
        List<Deal> deals = tested(marketplace);
        SalesReplay replay = new SalesReplay(marketplace, inference.sales(), inference.notes());
        List<Miss> misses = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            if (i % BETWEEN == 0) {
                progress.at("Reading past forecasts", i, deals.size());
            }
            Deal deal = deals.get(i);
            DealOutcome outcome = deal.outcomeOn(marketplace.asOf());
            double ratio = Gp30Ratio.of(deal, outcome);
            Expected expected = replay.on(deal.merchantId(), deal.proposedOn())
                    .at(deal.terms(), deal.startsOn(), deal.baselineGp30());
            misses.add(new Miss(
                    Math.floorDiv(deal.proposedOn().toEpochDay(), WEEK),
                    PortfolioScoring.place(marketplace.knownMerchant(deal.merchantId())),
                    (ratio - expected.ratio()) / expected.ratioSd()));
        }
        return misses;
    }

    private static List<Deal> tested(Marketplace marketplace) {
        TimeSplit split;
        try {
            split = TimeSplit.of(marketplace.deals(), marketplace.asOf());
        } catch (IllegalArgumentException e) {
            return List.of(); // too young a marketplace holds no months back
        }
        List<Deal> tested = marketplace.deals().stream()
                .filter(deal -> split.part(deal) == TimeSplit.Part.TEST)
                .filter(deal -> !Double.isNaN(Gp30Ratio.of(deal, deal.outcomeOn(marketplace.asOf()))))
                .toList();
        return tested.subList(Math.max(0, tested.size() - MOST), tested.size());
    }
}
