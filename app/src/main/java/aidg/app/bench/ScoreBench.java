package aidg.app.bench;

import aidg.engine.DealEngine;
import aidg.engine.WhatIf;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewQueue;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.torch.TorchFloor;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times scoring, ranking and explaining. The floor is the network's multiply-adds at the rate that a plain matrix
/// product reaches on this machine.
public final class ScoreBench {

    private static final List<Integer> BATCHES = List.of(1, 10, 100, 1000);
    private static final int SMALL = 100;
    private static final int COLD = 40;
    private static final int GRID = 64;
    private static final int STEPS = 9;
    private static final String PEER = "one by one";

    private final DealEngine engine;
    private final double perDeal;
    private final double rate;

    /// Measures the machine's rate.
    public ScoreBench(DealEngine engine, ScorerDimensions dimensions) {
        this.engine = engine;
        perDeal = TorchFloor.multiplyAdds(dimensions);
        rate = TorchFloor.multiplyAddsPerSecond();
    }

    /// Times everything.
    ///
    /// @param proposals what is scored, over and over; at least one
    public Measured run(List<Proposal> proposals, Progress progress) {
        Map<String, Double> floor = new LinkedHashMap<>();
        floor.put("multiplyAddsPerSecond", rate);
        floor.put("multiplyAddsPerDeal", perDeal);
        List<Row> rows = new ArrayList<>(cold(proposals, progress));
        double single = 0;
        for (int size : BATCHES) {
            progress.at("Timing", rows.size(), STEPS);
            List<Proposal> batch = batch(proposals, size);
            double[] millis = Stopwatch.time(size < SMALL ? 300 : 40, () -> engine.score(batch));
            Row row = Row.of("score " + size, "features + network", millis).floor(floorMs(size));
            single = size == 1 ? row.medianMs() : single;
            rows.add(size == 1 ? row : row.peer(PEER, single * size));
        }
        int all = proposals.size();
        progress.at("Timing", rows.size(), STEPS);
        ReviewQueue queue = new ReviewQueue(engine.marketplace());
        double[] ranking = Stopwatch.time(20, () -> queue.rank(engine.score(proposals)));
        rows.add(Row.of("queue of %d ranked".formatted(all), "features + network + rank", ranking)
                .floor(floorMs(all))
                .peer(PEER, single * all));
        progress.at("Timing", rows.size(), STEPS);
        double[] explaining = Stopwatch.time(30, () -> engine.explain(proposals.getFirst()));
        rows.add(Row.of("explain 1", "Shapley, 4 pairs of orders", explaining));
        progress.at("Timing", rows.size(), STEPS);
        rows.add(surface(proposals.getFirst(), single));
        return new Measured(floor, rows);
    }

    /// Merchants that the engine meets for the first time: history and memory are read, encoded and folded. One by
    /// one, then all that are left at once. As many others before them warm up.
    private List<Row> cold(List<Proposal> proposals, Progress progress) {
        progress.at("Timing", 0, STEPS);
        Map<String, Proposal> byMerchant = new LinkedHashMap<>();
        proposals.forEach(proposal -> byMerchant.putIfAbsent(proposal.merchantId(), proposal));
        List<Proposal> merchants = List.copyOf(byMerchant.values());
        int some = Math.min(COLD, merchants.size() / 3);
        double[] millis = new double[some];
        merchants.subList(0, some).forEach(warming -> engine.score(List.of(warming)));
        for (int i = 0; i < some; i++) {
            Proposal proposal = merchants.get(some + i);
            long start = System.nanoTime();
            engine.score(List.of(proposal));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        List<Proposal> rest = merchants.subList(2 * some, merchants.size());
        long start = System.nanoTime();
        engine.score(rest);
        double together = (System.nanoTime() - start) / 1e6;
        List<Row> rows = new ArrayList<>();
        if (some > 0) {
            rows.add(Row.of("cold merchant", "encode + fold + score", millis));
        }
        rows.add(Row.of("%d cold merchants".formatted(rest.size()), "encode + score", together, together, together));
        return rows;
    }

    /// The what-if surface of the corridor: features of all points, and the network's share of it.
    private Row surface(Proposal proposal, double single) {
        WhatIf whatIf = engine.whatIf(proposal);
        double price = proposal.terms().price().amount();
        Axis discounts = Axis.spread(Term.DISCOUNT, 0.05, 0.7, GRID);
        Axis prices = Axis.spread(Term.PRICE, 0.5 * price, 2 * price, GRID);
        return Row.of(
                        "surface %d x %d".formatted(GRID, GRID),
                        "features + packed kernel",
                        Stopwatch.time(5, () -> whatIf.sweep(proposal.terms(), discounts, prices)))
                .peer(PEER, single * GRID * GRID);
    }

    private static List<Proposal> batch(List<Proposal> proposals, int size) {
        return Collections.nCopies(1 + size / proposals.size(), proposals).stream()
                .flatMap(List::stream)
                .limit(size)
                .toList();
    }

    private double floorMs(int deals) {
        return 1e3 * deals * perDeal / rate;
    }
}
