package aidg.app.bench;

import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.rules.Example;
import aidg.engine.rules.Readable;
import aidg.engine.rules.RuleBook;
import aidg.engine.rules.RuleSet;
import aidg.engine.similar.UnitVectors;
import aidg.engine.torch.packed.RowProducts;
import aidg.ui.control.HeatCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Times explanations, the search for similar merchants and the learning of rules. The floor of the search is one
/// reading of all vectors by one thread; that of the heatmaps is filling their pixels.
public final class ExplainBench {

    private static final int MERCHANTS = 50_000;
    private static final int WIDTH = 512;
    private static final int DEALS = 30_000;
    private static final int FACTS = 40;
    private static final int STEPS = 5;
    private static final long SEED = 1;
    private static final int MAP_COLUMNS = 50;
    private static final int MAP_ROWS = 16;
    private static final int HEADS = 8;
    private static final int MAP_PIXELS = 1000;
    private static final int CELL_HEIGHT = 26;

    private final DealEngine engine;

    public ExplainBench(DealEngine engine) {
        this.engine = engine;
    }

    /// Times everything.
    ///
    /// @param proposals what is explained; at least one
    public Measured run(List<Proposal> proposals, Progress progress) {
        List<Row> rows = new ArrayList<>();
        Proposal first = proposals.getFirst();
        progress.at("Timing", 0, STEPS);
        rows.add(Row.of(
                "explain in full", "3 attributions, honesty", Stopwatch.time(20, () -> engine.explainFully(first))));
        progress.at("Timing", 1, STEPS);
        rows.add(Row.of("explain 1", "Shapley, 4 pairs of orders", Stopwatch.time(20, () -> engine.explain(first))));
        progress.at("Timing", 2, STEPS);
        SplittableRandom random = new SplittableRandom(SEED);
        float[] vectors = new float[MERCHANTS * WIDTH];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextFloat() - 0.5f;
        }
        UnitVectors merchants = new UnitVectors(
                IntStream.range(0, MERCHANTS).mapToObj("m%05d"::formatted).toList(), vectors, WIDTH);
        float[] query = Arrays.copyOf(vectors, WIDTH);
        double reading = Stopwatch.median(20, () -> RowProducts.sum(vectors));
        rows.add(Row.of(
                        "similar 5 of %,d".formatted(MERCHANTS),
                        "exact cosine, %d wide".formatted(WIDTH),
                        Stopwatch.time(40, () -> merchants.nearest(query, 5, "m00000")))
                .floor(reading));
        progress.at("Timing", 3, STEPS);
        RuleBook book = book(random);
        rows.add(Row.of(
                "rules of %,d deals".formatted(DEALS),
                "depth 8, %d facts".formatted(FACTS),
                Stopwatch.time(3, () -> book.rules(RuleSet.DEEPEST))));
        progress.at("Timing", 4, STEPS);
        rows.add(heatmap(random));
        Map<String, Double> floor = new LinkedHashMap<>();
        floor.put("readingMs", reading);
        return new Measured(floor, rows);
    }

    /// A map of each head, every cell painted anew. The floor fills as many pixels with one colour.
    private static Row heatmap(SplittableRandom random) {
        List<List<Double>> shares = IntStream.range(0, MAP_ROWS)
                .mapToObj(row -> random.doubles(MAP_COLUMNS).boxed().toList())
                .toList();
        HeatCells cells = new HeatCells(MAP_COLUMNS, new boolean[MAP_COLUMNS], MAP_PIXELS, MAP_PIXELS, CELL_HEIGHT);
        int[] pixels = new int[cells.width() * cells.height(MAP_ROWS)];
        double filling = Stopwatch.median(40, () -> {
            for (int head = 0; head < HEADS; head++) {
                Arrays.fill(pixels, head);
            }
        });
        return Row.of(
                        "heatmap %d x %d x %d".formatted(MAP_COLUMNS, MAP_ROWS, HEADS),
                        "cells painted, %,d pixels".formatted(HEADS * pixels.length),
                        Stopwatch.time(40, () -> {
                            for (int head = 0; head < HEADS; head++) {
                                cells.paint(shares, 1, pixels);
                            }
                        }))
                .floor(filling);
    }

    private static RuleBook book(SplittableRandom random) {
        List<Readable> facts = IntStream.range(0, FACTS)
                .mapToObj(i -> Readable.of("fact_" + i, Readable.Kind.SHARE))
                .toList();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            double[] values = random.doubles(FACTS).toArray();
            double score = Math.clamp(values[0] * values[1] + (values[2] > 0.5 ? 0.3 : 0), 0, 1);
            examples.add(Example.of("m" + i % 997, values, score, 0.5, score));
        }
        return new RuleBook(facts, examples, List.of());
    }
}
