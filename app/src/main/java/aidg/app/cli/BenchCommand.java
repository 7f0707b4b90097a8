package aidg.app.cli;

import aidg.app.Session;
import aidg.app.desktop.StartProbe;
import aidg.engine.DealEngine;
import aidg.engine.domain.Proposal;
import aidg.engine.review.ReviewQueue;
import aidg.engine.torch.TorchDevice;
import aidg.engine.torch.TorchFloor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench bench`.
@CommandLine.Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure this machine: `start` times the desktop's first frame and first queue in processes of its own,",
            "`score` times scoring. Every figure stands beside a floor measured in the same run."
        })
final class BenchCommand extends Command.InWorkspace {

    /// What can be measured.
    enum Area {
        START,
        SCORE
    }

    @Parameters(index = "0", paramLabel = "AREA", description = "start or score.")
    private Area area = Area.SCORE;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Processes started. Default: ${DEFAULT-VALUE}.")
    private int runs;

    BenchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// One line of the result; milliseconds.
    ///
    /// @param floorMs what the machine cannot do faster, measured or computed from a measured rate in this run
    /// @param peer    another way to get the same
    /// @param speedup times faster than the peer
    record Row(
            String what,
            String route,
            double medianMs,
            double p95Ms,
            double p99Ms,
            @Nullable Double floorMs,
            @Nullable Double ratio,
            @Nullable String peer,
            @Nullable Double speedup) {

        static Row of(String what, String route, double[] millis, @Nullable Double floor, @Nullable String peer, @Nullable Double peerMs) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            double median = sorted[sorted.length / 2];
            return new Row(
                    what,
                    route,
                    median,
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    floor,
                    floor == null ? null : median / floor,
                    peer,
                    peerMs == null ? null : peerMs / median);
        }

        private static double at(double[] sorted, double share) {
            return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
        }
    }

    @Override
    Result run(ProgressLine progress) throws Exception {
        Map<String, Object> floor = new LinkedHashMap<>();
        List<Row> rows = area == Area.START ? start(floor, progress) : score(floor, progress);
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", System.getProperty("os.arch"));
        machine.put("java", Runtime.version().toString());
        machine.put("device", "CPU");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("floor", floor);
        json.put("rows", rows);
        return Result.of(json, text(rows, floor));
    }

    private List<Row> score(Map<String, Object> floor, ProgressLine progress) {
        try (Session session = open();
                DealEngine engine = session.engine(session.marketplace(progress), TorchDevice.Wish.CPU)) {
            double rate = TorchFloor.multiplyAddsPerSecond();
            floor.put("multiplyAddsPerSecond", rate);
            long perDeal = TorchFloor.multiplyAdds(session.model().provenance().dimensions());
            floor.put("multiplyAddsPerDeal", perDeal);
            List<Proposal> proposals = engine.marketplace().proposals();
            List<Row> rows = new ArrayList<>();
            double single = 0;
            for (int size : new int[] {1, 10, 100, 1000}) {
                progress.at("Scoring batches", rows.size(), 5);
                List<Proposal> batch = Collections.nCopies(1 + size / proposals.size(), proposals).stream()
                        .flatMap(List::stream)
                        .limit(size)
                        .toList();
                double[] millis = time(size < 100 ? 300 : 40, () -> engine.score(batch));
                double floorMs = 1e3 * size * perDeal / rate;
                Row row = Row.of(
                        "score %d".formatted(size), "features + DJL", millis, floorMs, "one by one", size == 1 ? null : single * size);
                single = size == 1 ? row.medianMs() : single;
                rows.add(row);
            }
            ReviewQueue queue = new ReviewQueue(engine.marketplace());
            rows.add(Row.of(
                    "queue of %d ranked".formatted(proposals.size()),
                    "features + DJL + rank",
                    time(20, () -> queue.rank(engine.score(proposals))),
                    1e3 * proposals.size() * perDeal / rate,
                    "one by one",
                    single * proposals.size()));
            rows.add(Row.of(
                    "explain 1", "Shapley, 16 pairs of orders", time(30, () -> engine.explain(proposals.getFirst())), null, null, null));
            return rows;
        }
    }

    private static double[] time(int times, Runnable work) {
        for (int i = 0; i < Math.max(5, times / 5); i++) {
            work.run();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    private List<Row> start(Map<String, Object> floor, ProgressLine progress) throws IOException {
        open().close();
        double[] bare = new double[runs];
        double[] frame = new double[runs];
        double[] queue = new double[runs];
        double memory = 0;
        for (int i = 0; i < runs; i++) {
            progress.at("Starting desktops", i, runs);
            bare[i] = probe(StartProbe.BARE).getOrDefault("frame", Double.NaN);
            Map<String, Double> whole = probe(workspace().toString());
            frame[i] = whole.getOrDefault("frame", Double.NaN);
            queue[i] = whole.getOrDefault("queue", Double.NaN) - frame[i];
            memory = Math.max(memory, whole.getOrDefault("residentMb", Double.NaN));
        }
        Arrays.sort(bare);
        double empty = bare[runs / 2];
        floor.put("emptyWindowMs", empty);
        floor.put("peakResidentMb", memory);
        return List.of(
                Row.of("first frame", "process start to first pulse", frame, empty, "empty JavaFX window", empty),
                Row.of("queue after first frame", "open workspace, load, score, rank", queue, null, null, null));
    }

    /// Starts a process that reports milestones as `name milliseconds` lines, and reads them.
    private static Map<String, Double> probe(String workspace) throws IOException {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        call.addAll(List.of("-cp", System.getProperty("java.class.path"), StartProbe.class.getName(), workspace));
        Process process = new ProcessBuilder(call).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, Double> milestones = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length == 2) {
                    milestones.put(parts[0], Double.parseDouble(parts[1]));
                }
            }
        }
        return milestones;
    }

    private static String text(List<Row> rows, Map<String, Object> floor) {
        StringBuilder text = new StringBuilder();
        floor.forEach((name, value) -> text.append("%s %,.1f%n".formatted(name, ((Number) value).doubleValue())));
        text.append("%-24s %10s %10s %10s %10s %8s %9s%n"
                .formatted("", "median ms", "p95 ms", "p99 ms", "floor ms", "ratio", "speedup"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %10.2f %10.2f %10.2f %10s %8s %9s%n",
                    row.what(),
                    row.medianMs(),
                    row.p95Ms(),
                    row.p99Ms(),
                    figure(row.floorMs()),
                    figure(row.ratio()),
                    figure(row.speedup())));
        }
        return text.toString().stripTrailing();
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
