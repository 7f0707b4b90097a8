package aidg.app.bench;

import static aidg.app.bench.ScoringBenchmarks.GRID;
import static aidg.app.bench.ScoringBenchmarks.SHAPE;

import aidg.engine.domain.Progress;
import aidg.engine.torch.TorchFloor;
import aidg.engine.torch.packed.MachineFloor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/// Times the contextual scorer's arithmetic with JMH, in this process and on one thread. The floor of a row is the
/// longer of its multiply-adds at the rate of a large matrix product and its weights at the rate of reading
/// them, both
/// measured in this run; weights that fit bfloat16 count two bytes. The peer is the network on PyTorch,
/// operation by
/// operation.
public final class ScoringBench {

    private static final List<Integer> BATCHES = List.of(1, 10, 100, 1000);
    private static final String PEER = "DJL plain";
    private static final String PACKED = "packed kernel, folded";

    private final String weights;

    /// @param weights a safetensors file of the scorer's standard shape; empty stands for random ones
    public ScoringBench(String weights) {
        this.weights = weights;
    }

    /// Takes about a minute.
    public Measured run(Progress progress) throws RunnerException, IOException {
        int bytes = ScoringBenchmarks.weights(weights).isRounded() ? Short.BYTES : Float.BYTES;
        double all = bytes(SHAPE.weightsPerDeal(), SHAPE.merchantWeights(SHAPE.dealTokens()), bytes);
        int steps = 3 * BATCHES.size() + 4;
        progress.at("Timing the machine", 0, steps);
        MachineFloor floor = MachineFloor.measure(SHAPE).orProducts(TorchFloor.multiplyAddsPerSecond());
        List<Row> rows = new ArrayList<>();
        double[] plain = new double[BATCHES.size()];
        for (int i = 0; i < BATCHES.size(); i++) {
            int deals = BATCHES.get(i);
            String what = deals == 1 ? "one deal" : "batch of " + deals;
            double least = floor.millis((double) deals * SHAPE.multiplyAdds(), all);
            progress.at("Timing " + what, 1 + 3L * i, steps);
            Row peer = row(what, PEER, "plain", deals);
            plain[i] = peer.medianMs();
            progress.at("Timing " + what, 2 + 3L * i, steps);
            rows.add(row(what, PACKED, "packed", deals).floor(least).peer(PEER, plain[i]));
            progress.at("Timing " + what, 3 + 3L * i, steps);
            rows.add(row(what, "DJL folded", "folded", deals).floor(least).peer(PEER, plain[i]));
            rows.add(peer.floor(least));
        }
        progress.at("Timing what-ifs", steps - 3L, steps);
        rows.addAll(whatIfs(floor, plain, bytes));
        return new Measured(figures(floor, all), rows);
    }

    private List<Row> whatIfs(MachineFloor floor, double[] plain, int bytes) throws RunnerException {
        int cells = GRID * GRID;
        double head = SHAPE.headMultiplyAdds();
        double token = SHAPE.tokenMultiplyAdds();
        double ofToken = SHAPE.weightsShared() + SHAPE.weightsOfTokensOwn() + head;
        double tokenBytes = bytes(ofToken, SHAPE.merchantWeights(1), bytes);
        double whole = plain[plain.length - 1] * cells / BATCHES.getLast();
        return List.of(
                row("surface %d x %d".formatted(GRID, GRID), PACKED, "surface", 1)
                        .floor(floor.millis(2.0 * GRID * token + cells * head, tokenBytes))
                        .peer("DJL plain, %,d deals at the rate of 1,000".formatted(cells), whole),
                row("slider step", PACKED, "step", 1)
                        .floor(floor.millis(token + head, tokenBytes))
                        .peer(PEER, plain[0]),
                row("fold a merchant", "packed kernel", "fold", 1)
                        .floor(floor.millis(SHAPE.foldMultiplyAdds(), 4.0 * bytes * SHAPE.model() * SHAPE.model())));
    }

    /// Bytes of some weights, of which the merchant's are whole floats.
    private static double bytes(double weights, double ofMerchant, int each) {
        return each * (weights - ofMerchant) + Float.BYTES * ofMerchant;
    }

    private static Map<String, Double> figures(MachineFloor floor, double weightBytes) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("multiplyAddsPerSecond", floor.multiplyAddsPerSecond());
        figures.put("bytesPerSecond", floor.bytesPerSecond());
        figures.put("multiplyAddsPerDeal", (double) SHAPE.multiplyAdds());
        figures.put("weightBytesPerDeal", weightBytes);
        return figures;
    }

    private Row row(String what, String route, String benchmark, int deals) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + ScoringBenchmarks.class.getName().replace(".", "\\.") + "\\." + benchmark + "$")
                .param("deals", Integer.toString(deals))
                .param("weights", weights)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(0)
                .threads(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(1)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        OutputFormat quiet = OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT);
        RunResult result = Objects.requireNonNull(new Runner(options.build(), quiet).runSingle());
        Statistics millis = result.getPrimaryResult().getStatistics();
        return Row.of(what, route, millis.getPercentile(50), millis.getPercentile(95), millis.getPercentile(99));
    }
}
