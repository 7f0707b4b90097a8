package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.bench.EncodeBench;
import aidg.app.bench.ExplainBench;
import aidg.app.bench.Measured;
import aidg.app.bench.QueueBench;
import aidg.app.bench.ReopenBench;
import aidg.app.bench.Row;
import aidg.app.bench.ScoreBench;
import aidg.app.bench.ScoringBench;
import aidg.app.bench.StartBench;
import aidg.app.bench.WhatIfBench;
import aidg.app.bench.WindowRows;
import aidg.app.desktop.CrowdedWindow;
import aidg.app.desktop.Gesture;
import aidg.app.desktop.WhatIfWindow;
import aidg.engine.DealEngine;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import aidg.engine.review.ReviewItem;
import aidg.engine.torch.TorchDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench bench`.
@CommandLine.Command(
        name = "bench",
        description = {
            "Measure how fast this machine starts and scores.",
            "`start` times the desktop's first frame and first queue in processes of its own, `score` times scoring,",
            "ranking and explaining, `scoring` the contextual network's arithmetic alone, `encode` the encoding of a",
            "whole marketplace, `explain` explanations, similar merchants and rules, `whatif` curves, a drag, the corridor and",
            "the search for an edit, `queue` a long queue ranked, sifted and reviewed in the window, and a session reopened.",
            "Figures stand beside a floor or another way measured in the same run.",
            ""
        })
final class BenchCommand extends Command.InWorkspace {

    private static final int DEALS_EACH = 10;
    private static final long SEED = 7;
    private static final int FEWEST_ROWS = 100;
    private static final int FEW_ROWS = 500;
    private static final Path CPU_FACTS = Path.of("/proc/cpuinfo");

    /// What can be measured.
    enum Area {
        START,
        SCORE,
        SCORING,
        ENCODE,
        EXPLAIN,
        WHATIF,
        QUEUE
    }

    @Parameters(
            index = "0",
            paramLabel = "AREA",
            description = "start, score, scoring, encode, explain, whatif or queue.")
    private Area area = Area.SCORE;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Processes of each kind that `start` and `queue` start. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--merchants",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Merchants, invented with 10 deals each, that `encode` encodes. Default: ${DEFAULT-VALUE}.")
    private int merchants;

    @Option(
            names = "--proposals",
            paramLabel = "N",
            defaultValue = "10000",
            description = {
                "Proposals that `queue` scores and ranks: those of the workspace, then the same on other terms and for",
                "other merchants of the category. Default: ${DEFAULT-VALUE}."
            })
    private int proposals;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = {
                "Rows that `queue` sifts and shows: the scored proposals again and again, under ids of their own.",
                "Default: ${DEFAULT-VALUE}."
            })
    private int rows;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights that `scoring` times, safetensors. Default: random ones.")
    private String weights = "";

    BenchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws Exception {
        if (runs < 1) {
            throw Failure.badInput(
                    "--runs is %d, which measures nothing.".formatted(runs), "--runs", "Ask for at least 1.");
        }
        if (proposals < 1 || rows < FEWEST_ROWS) {
            throw Failure.badInput(
                    "%d proposals in %d rows are no queue to measure.".formatted(proposals, rows),
                    proposals < 1 ? "--proposals" : "--rows",
                    "Ask for at least 1 proposal and %d rows.".formatted(FEWEST_ROWS));
        }
        Measured measured = switch (area) {
            case START -> start(progress);
            case SCORE -> score(progress);
            case SCORING -> new ScoringBench(weights).run(progress);
            case ENCODE -> encode(progress);
            case EXPLAIN -> explain(progress);
            case WHATIF -> whatIf(progress);
            case QUEUE -> queue(progress);
        };
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine());
        json.put("floor", measured.floor());
        json.put("rows", measured.rows());
        return Result.of(json, text(measured));
    }

    private Measured score(ProgressLine progress) {
        try (Session session = open(progress);
                DealEngine engine = session.freshEngine(session.marketplace(progress), TorchDevice.Wish.CPU)) {
            List<Proposal> proposals = proposals(engine.marketplace());
            return new ScoreBench(engine, session.model().provenance().dimensions()).run(proposals, progress);
        }
    }

    private Measured explain(ProgressLine progress) {
        try (Session session = open(progress);
                DealEngine engine = session.freshEngine(session.marketplace(progress), TorchDevice.Wish.CPU)) {
            return new ExplainBench(engine).run(proposals(engine.marketplace()), progress);
        }
    }

    private Measured whatIf(ProgressLine progress) throws Exception {
        try (Session session = open(progress)) {
            Measured engineOnly;
            try (DealEngine engine = session.freshEngine(session.marketplace(progress), TorchDevice.Wish.CPU)) {
                engineOnly = new WhatIfBench(engine).run(proposals(engine.marketplace()), progress);
            }
            List<Row> timed = new ArrayList<>(engineOnly.rows());
            try (WhatIfWindow window = WhatIfWindow.open(session, surroundings().clock())) {
                timed.addAll(WindowRows.ofWhatIf(window.run(progress)));
            }
            return new Measured(engineOnly.floor(), timed);
        }
    }

    /// The workspace is closed again before the processes that come back to a session.
    private Measured queue(ProgressLine progress) throws Exception {
        List<Row> timed = new ArrayList<>();
        Map<String, Double> floor;
        try (Session session = open(progress)) {
            QueueBench.Timed engineOnly;
            try (DealEngine engine = session.freshEngine(session.marketplace(progress), TorchDevice.Wish.CPU)) {
                engineOnly = new QueueBench(engine, session.model().provenance().dimensions())
                        .run(proposals(engine.marketplace()), proposals, rows, progress);
            }
            floor = engineOnly.measured().floor();
            timed.addAll(engineOnly.measured().rows());
            List<ReviewItem> all = engineOnly.items();
            List<ReviewItem> few = all.subList(0, Math.min(FEW_ROWS, all.size()));
            List<Gesture> inShort = gestures(session, few, progress);
            timed.addAll(WindowRows.ofQueue(gestures(session, all, progress), inShort, few.size()));
        }
        timed.add(new ReopenBench(workspace()).run(runs, progress));
        return new Measured(floor, timed);
    }

    private List<Gesture> gestures(Session session, List<ReviewItem> items, ProgressLine progress) throws Exception {
        try (CrowdedWindow window =
                CrowdedWindow.open(session, items, surroundings().clock())) {
            return window.run(QueueBench.lines(items), progress);
        }
    }

    /// On an invented marketplace of the size asked for.
    private Measured encode(ProgressLine progress) throws IOException {
        try (Session session = open(progress)) {
            Marketplace marketplace = new MarketplaceGenerator()
                    .generate(merchants, DEALS_EACH, SEED, progress)
                    .marketplace();
            try (DealEngine engine = session.freshEngine(marketplace, TorchDevice.Wish.CPU)) {
                return new EncodeBench(engine, session.model()).run(progress);
            }
        }
    }

    private List<Proposal> proposals(Marketplace marketplace) {
        if (marketplace.proposals().isEmpty()) {
            throw Failure.badInput(
                    "The workspace holds no proposals to score.",
                    workspace().toString(),
                    "Import a marketplace with proposals.");
        }
        return marketplace.proposals();
    }

    /// The workspace is closed again for the children, once it is known to hold something.
    private Measured start(ProgressLine progress) throws IOException, InterruptedException {
        try (Session session = open(progress)) {
            proposals(session.marketplace(progress));
        }
        return new StartBench(workspace(), workspace().resolve("bench.log")).run(runs, progress);
    }

    private static Map<String, Object> machine() throws IOException {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", cpu());
        machine.put("java", Runtime.version().toString());
        machine.put("device", "CPU");
        return machine;
    }

    /// The processor's name where the system tells, else its architecture.
    private static String cpu() throws IOException {
        String architecture = System.getProperty("os.arch", "unknown");
        if (!Files.isReadable(CPU_FACTS)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(CPU_FACTS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }

    private static String text(Measured measured) {
        StringBuilder text = new StringBuilder();
        measured.floor().forEach((name, value) -> text.append(String.format(Locale.ROOT, "%s %,.1f%n", name, value)));
        text.append("%-34s %-58s %10s %10s %10s %10s %8s %9s  %s%n"
                .formatted("", "", "median ms", "p95 ms", "p99 ms", "floor ms", "ratio", "speedup", "asked"));
        for (Row row : measured.rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-34s %-58s %10.2f %10.2f %10.2f %10s %8s %9s  %s%n",
                    row.what(),
                    row.route(),
                    row.medianMs(),
                    row.p95Ms(),
                    row.p99Ms(),
                    figure(row.floorMs()),
                    figure(row.ratio()),
                    figure(row.speedup()),
                    asked(row.limit())));
        }
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /// `✓ median ≤ 100 ms`
    private static String asked(Row.@Nullable Limit limit) {
        return limit == null
                ? "-"
                : String.format(Locale.ROOT, "%s %s ≤ %,.0f ms", limit.met() ? "✓" : "✗", limit.of(), limit.millis());
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
