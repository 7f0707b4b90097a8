package aidg.app.bench;

import aidg.app.Failure;
import aidg.app.desktop.StartProbe;
import aidg.engine.domain.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times the desktop's first frame, first queue and first explanation in processes of their own, as a person
/// meets them. The floor is an empty JavaFX window, started the same way.
public final class StartBench {

    private final Path workspace;
    private final Probe probe;

    /// @param log where a child's error output goes until it is known to have ended well
    public StartBench(Path workspace, Path log) {
        this.workspace = workspace;
        probe = new Probe(log);
    }

    /// Starts processes and reads when they reached their milestones.
    ///
    /// @param runs processes of each kind, 1 or more
    /// @throws Failure if a child does not reach its milestones, with its last words
    public Measured run(int runs, Progress progress) throws IOException, InterruptedException {
        double[] bare = new double[runs];
        double[] frame = new double[runs];
        double[] queue = new double[runs];
        double[] explained = new double[runs];
        double[] memory = new double[runs];
        for (int i = 0; i < runs; i++) {
            progress.at("Starting desktops", 2L * i, 2L * runs);
            bare[i] = Probe.milestone(StartProbe.FRAME, probe.run(StartProbe.class, StartProbe.BARE));
            progress.at("Starting desktops", 2L * i + 1, 2L * runs);
            Map<String, String> whole = probe.run(StartProbe.class, workspace.toString());
            frame[i] = Probe.milestone(StartProbe.FRAME, whole);
            queue[i] = Probe.milestone(StartProbe.QUEUE, whole);
            explained[i] = Probe.milestone(StartProbe.EXPLAINED, whole);
            memory[i] = Probe.milestone(StartProbe.RESIDENT, whole);
        }
        Row empty = Row.of("empty window", "process start to second pulse", bare);
        Map<String, Double> floor = new LinkedHashMap<>();
        floor.put("emptyWindowMs", empty.medianMs());
        floor.put("peakResidentMb", Arrays.stream(memory).max().orElse(0));
        return new Measured(
                floor,
                List.of(
                        empty,
                        Row.of("first frame", "process start to second pulse", frame)
                                .floor(empty.medianMs()),
                        Row.of("first queue", "process start to queue scored and ranked", queue)
                                .floor(empty.medianMs()),
                        Row.of("first reason", "process start to the top deal explained", explained)
                                .floor(empty.medianMs())));
    }
}
