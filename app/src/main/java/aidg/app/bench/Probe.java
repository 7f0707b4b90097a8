package aidg.app.bench;

import aidg.app.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Starts a desktop in a process of its own and reads what it tells, as `name value` lines. The child gets this
/// process's
/// flags, so a launcher's are measured.
final class Probe {

    private static final int LINES_KEPT = 3;

    private final Path log;

    /// @param log where a child's error output goes until it is known to have ended well
    Probe(Path log) {
        this.log = log;
    }

    /// Runs one to its end.
    ///
    /// @param program   a class with a `main`
    /// @param arguments for it
    /// @throws Failure if it does not end well, with its last words
    Map<String, String> run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        call.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        call.addAll(List.of(arguments));
        Process process = new ProcessBuilder(call).redirectError(log.toFile()).start();
        try {
            Map<String, String> told = told(process);
            int exit = process.waitFor();
            if (exit != 0) {
                throw Failure.failed(
                        "The desktop did not start, exit code %d: %s".formatted(exit, lastWords()),
                        log.toString(),
                        "Run `workbench doctor` to look for the cause.");
            }
            Files.deleteIfExists(log);
            return told;
        } finally {
            process.destroyForcibly();
        }
    }

    /// A figure that a child must have told.
    static double milestone(String name, Map<String, String> told) {
        String value = told.getOrDefault(name, "");
        if (!value.matches("\\d+(\\.\\d+)?")) {
            throw Failure.failed(
                    "The desktop started, but never told '%s'.".formatted(name), "", "Run `workbench doctor`.");
        }
        return Double.parseDouble(value);
    }

    private static Map<String, String> told(Process process) throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                if (parts.length == 2) {
                    told.put(parts[0], parts[1]);
                }
            }
        }
        return told;
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING") && !line.startsWith("\tat "))
                .toList();
        String words = String.join(" ", lines.subList(Math.max(0, lines.size() - LINES_KEPT), lines.size()));
        return words.isEmpty() ? "it said nothing." : words;
    }
}
