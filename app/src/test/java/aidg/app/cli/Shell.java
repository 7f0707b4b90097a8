package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.app.AppFiles;
import aidg.app.cli.Command.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Calls the command line in this process, with a home of its own and a clock that stands still.
final class Shell {

    static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

    private final Path home;
    private final AtomicBoolean stop = new AtomicBoolean();

    Shell(Path home) {
        this.home = home;
    }

    /// What a call left behind. Whatever happens, it is no stack trace and holds no NaN.
    record Ran(int exit, String out, String err) {

        Ran {
            assertThat(out + err).doesNotContain("\tat ", "Exception in thread", "NaN", "Infinity");
        }

        JsonNode json() {
            return new ObjectMapper().readTree(out);
        }

        JsonNode done() {
            assertThat(exit).as(err).isZero();
            return json();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /// As if Ctrl-C had been pressed.
    Shell stopped() {
        stop.set(true);
        return this;
    }

    Ran run(String... call) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = line().printingTo(new PrintWriter(out), new PrintWriter(err)).run(call);
        return new Ran(exit, out.toString(), err.toString());
    }

    WorkbenchLine line() {
        return new WorkbenchLine(new Surroundings(
                new AppFiles(home, Path.of(System.getProperty("aidg.root", ".."))),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Map.of(),
                false,
                stop));
    }

    /// A call in a workspace.
    Ran in(Path workspace, String... call) {
        List<String> whole = new ArrayList<>(List.of(call));
        whole.addAll(List.of("--workspace", workspace.toString()));
        return run(whole.toArray(String[]::new));
    }
}
