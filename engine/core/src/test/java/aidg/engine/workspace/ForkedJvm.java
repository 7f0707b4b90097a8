package aidg.engine.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A second Java process on this one's class path, for what only a process of its own can show: being killed, and
/// holding a lock. Closing kills it.
final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ForkedJvm(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ForkedJvm start(Class<?> main, String... arguments) throws IOException {
        return new ForkedJvm(new ProcessBuilder(command(main, arguments))
                .redirectErrorStream(true)
                .start());
    }

    /// The same under `ulimit -f`: no file may grow beyond so many kilobytes, as on a full disk.
    static ForkedJvm startWithSmallFiles(int kilobytes, Class<?> main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(kilobytes), "bash"));
        command.addAll(command(main, arguments));
        return new ForkedJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> command(Class<?> main, String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx192m",
                "-cp",
                Objects.requireNonNull(classPath),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    long pid() {
        return process.pid();
    }

    /// The next line it prints; waits for it.
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the forked process ended early");
        }
        return line;
    }

    /// What it had printed and nobody had read, after `kill -9`.
    List<String> kill() throws IOException, InterruptedException {
        // Through the handle, because Process.destroyForcibly would close the output that is still to be read.
        process.toHandle().destroyForcibly();
        List<String> rest = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            rest.add(line);
        }
        process.waitFor();
        return rest;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
