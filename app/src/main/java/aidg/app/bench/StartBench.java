package aidg.app.bench;

import aidg.app.Failure;
import aidg.app.desktop.StartProbe;
import aidg.engine.domain.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times the desktop's first frame, first queue and first explanation in processes of their own, as a person
/// meets them. The floor is an empty JavaFX window, started the same way. The children get this process's
/// flags, so a launcher's are measured.
public final class StartBench {

    private static final int LINES_KEPT = 3;

    private final Path workspace;
    private final Path log;

    /// @param log where a child's error output goes until it is known to have ended well
    public StartBench(Path workspace, Path log) {
        this.workspace = workspace;
        this.log = log;
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
            bare[i] = milestone(StartProbe.FRAME, probe(StartProbe.BARE));
            progress.at("Starting desktops", 2L * i + 1, 2L * runs);
            Map<String, Double> whole = probe(workspace.toString());
            frame[i] = milestone(StartProbe.FRAME, whole);
            queue[i] = milestone(StartProbe.QUEUE, whole);
            explained[i] = milestone(StartProbe.EXPLAINED, whole);
            memory[i] = milestone(StartProbe.RESIDENT, whole);
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

    private static double milestone(String name, Map<String, Double> reached) {
        Double value = reached.get(name);
        if (value == null) {
            throw Failure.failed(
                    "The desktop started, but never told '%s'.".formatted(name), "", "Run `workbench doctor`.");
        }
        return value;
    }

    /// Starts a process that reports milestones as `name figure` lines, and reads them.
    private Map<String, Double> probe(String what) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        call.addAll(List.of("-cp", System.getProperty("java.class.path"), StartProbe.class.getName(), what));
        Process process = new ProcessBuilder(call).redirectError(log.toFile()).start();
        try {
            Map<String, Double> milestones = milestones(process);
            int exit = process.waitFor();
            if (exit != 0) {
                throw Failure.failed(
                        "The desktop did not start, exit code %d: %s".formatted(exit, lastWords()),
                        log.toString(),
                        "Run `workbench doctor` to look for the cause.");
            }
            Files.deleteIfExists(log);
            return milestones;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Map<String, Double> milestones(Process process) throws IOException {
        Map<String, Double> milestones = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                if (parts.length == 2 && parts[1].matches("\\d+(\\.\\d+)?")) {
                    milestones.put(parts[0], Double.parseDouble(parts[1]));
                }
            }
        }
        return milestones;
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING") && !line.startsWith("\tat "))
                .toList();
        String words = String.join(" ", lines.subList(Math.max(0, lines.size() - LINES_KEPT), lines.size()));
        return words.isEmpty() ? "it said nothing." : words;
    }
}
