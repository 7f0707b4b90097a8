package aidg.app.bench;

import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.review.QueueFilter;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewQueue;
import aidg.engine.review.ReviewWeights;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.torch.TorchFloor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Times a long queue without a window: ranking it, the whole way from proposals to it, and sifting it. The floor of
/// scoring is the network's multiply-adds, of ranking the sorting of as many numbers, of sifting one look at each row.
public final class QueueBench {

    /// What a queue may take to be ranked.
    private static final double RANKED_MS = 1500;

    /// What a person who types or moves may wait.
    private static final double ANSWER_MS = 100;

    private static final int STEPS = 4;

    private final DealEngine engine;
    private final ScorerDimensions dimensions;

    public QueueBench(DealEngine engine, ScorerDimensions dimensions) {
        this.engine = engine;
        this.dimensions = dimensions;
    }

    /// What was measured.
    ///
    /// @param items the rows, ranked
    public record Timed(Measured measured, List<ReviewItem> items) {}

    /// Times everything.
    ///
    /// @param own       proposals of the marketplace, at least one
    /// @param proposals how many are scored and ranked, `VariedProposals`
    /// @param rows      how many are sifted: the same scores again and again, under ids of their own
    public Timed run(List<Proposal> own, int proposals, int rows, Progress progress) {
        Map<String, Double> floor = new TreeMap<>();
        double rate = TorchFloor.multiplyAddsPerSecond();
        double perDeal = TorchFloor.multiplyAdds(dimensions);
        floor.put("multiplyAddsPerSecond", rate);
        floor.put("proposalsOfTheMarketplace", (double) own.size());
        List<Row> timed = new ArrayList<>();
        List<Proposal> many = VariedProposals.of(engine.marketplace(), own, proposals);
        ReviewQueue queue = new ReviewQueue(engine.marketplace());

        progress.at("Meeting the merchants", 0, STEPS);
        double scoring = 1e3 * proposals * perDeal / rate;
        double[] first = Stopwatch.once(() -> queue.rank(engine.score(many)));
        timed.add(Row.of(queueOf(proposals) + ", cold", "merchants encoded, scored, ranked; one run", first)
                .floor(scoring));
        progress.at("Scoring", 1, STEPS);
        timed.add(Row.of(
                        queueOf(proposals),
                        "scored, items made, ranked",
                        Stopwatch.time(5, () -> queue.rank(engine.score(many))))
                .floor(scoring)
                .atMost(RANKED_MS));
        progress.at("Ranking", 2, STEPS);
        List<ScoredDeal> scored = engine.score(many);
        timed.add(ranking("%,d ranked".formatted(proposals), queue, scored));
        List<ReviewItem> crowd = crowd(queue.rank(scored), rows);
        timed.add(weighing(crowd));
        progress.at("Sifting", 3, STEPS);
        timed.addAll(sifting(crowd));
        return new Timed(new Measured(floor, timed), crowd);
    }

    private static String queueOf(int proposals) {
        return "queue of %,d".formatted(proposals);
    }

    private static Row ranking(String what, ReviewQueue queue, List<ScoredDeal> scored) {
        return Row.of(what, "items with reasons made, sorted", Stopwatch.time(20, () -> queue.rank(scored)))
                .floor(sortingMs(scored.stream().mapToDouble(ScoredDeal::score).toArray()))
                .atMost(RANKED_MS);
    }

    private static Row weighing(List<ReviewItem> crowd) {
        ReviewWeights weights = new ReviewWeights(1, 2, 0.5);
        return Row.of(
                        "%,d weighed anew".formatted(crowd.size()),
                        "sorted by other weights, in the background",
                        Stopwatch.time(10, () -> ReviewQueue.ranked(crowd, weights)))
                .floor(sortingMs(crowd.stream()
                        .mapToDouble(item -> item.value().worth().amount())
                        .toArray()));
    }

    private static double sortingMs(double[] worth) {
        return Stopwatch.median(20, () -> Arrays.sort(worth.clone()));
    }

    /// Rows without end: every scored proposal again and again, each time under another id.
    private static List<ReviewItem> crowd(List<ReviewItem> items, int rows) {
        List<ReviewItem> crowd = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            ReviewItem one = items.get(i % items.size());
            crowd.add(i < items.size() ? one : again(one, i));
        }
        return ReviewQueue.ranked(crowd, ReviewWeights.PLAIN);
    }

    private static ReviewItem again(ReviewItem item, int number) {
        ScoredDeal scored = item.scored();
        Proposal proposal = scored.proposal();
        Proposal named = new Proposal(
                "R%06d".formatted(number),
                proposal.merchantId(),
                proposal.title(),
                proposal.terms(),
                proposal.proposedOn(),
                proposal.startsOn(),
                proposal.baselineGp30());
        return new ReviewItem(
                new ScoredDeal(
                        named,
                        scored.score(),
                        scored.interval(),
                        scored.approval(),
                        scored.reach(),
                        scored.expectedGp30(),
                        scored.gp30Range(),
                        scored.risk(),
                        scored.baseRate(),
                        scored.baseRateOf(),
                        scored.guard(),
                        scored.modelHash(),
                        scored.device(),
                        scored.trace()),
                item.merchant(),
                item.city(),
                item.value(),
                item.reason());
    }

    /// Lines that a person may type at these rows: fields, comparisons, words, and words that are nowhere.
    public static List<String> lines(List<ReviewItem> items) {
        ReviewItem some = items.get(items.size() / 2);
        String category = some.scored().proposal().terms().category().name();
        String city = some.city().name().toLowerCase(Locale.ROOT).replace(' ', '-');
        return List.of(
                "category:%s score<50 -guard:rejected".formatted(category),
                "city:%s override>20 gp30>1000".formatted(city),
                "deal wide -%s".formatted(category.replaceAll("-.*", "")),
                "price<40 discount>=30 days>14",
                "word-that-is-nowhere");
    }

    private static List<Row> sifting(List<ReviewItem> items) {
        List<QueueFilter.Row> rows = items.stream().map(QueueFilter.Row::of).toList();
        double looking = Stopwatch.median(40, () -> look(rows));
        List<Row> timed = new ArrayList<>();
        for (String line : lines(items)) {
            QueueFilter filter = switch (QueueFilter.read(line)) {
                case QueueFilter.Read(QueueFilter read) -> read;
                case QueueFilter.Refused refused -> throw new IllegalStateException(refused.why());
            };
            int shown = sifted(rows, filter).size();
            timed.add(Row.of(
                            "%,d rows sifted, %,d left".formatted(rows.size(), shown),
                            line,
                            Stopwatch.time(40, () -> sifted(rows, filter)))
                    .floor(looking)
                    .atMost(ANSWER_MS));
        }
        return timed;
    }

    private static double look(List<QueueFilter.Row> rows) {
        return rows.stream().mapToDouble(row -> row.item().scored().score()).sum();
    }

    private static List<QueueFilter.Row> sifted(List<QueueFilter.Row> rows, QueueFilter filter) {
        return rows.stream().filter(filter::shows).toList();
    }
}
