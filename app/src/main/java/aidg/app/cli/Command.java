package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Json;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all commands share: `--json`, `--workspace`, how results and errors are printed, exit codes, stopping.
public abstract class Command implements Callable<Integer> {

    /// Not an exit code: a window is open and the process lives with it.
    static final int KEEP_RUNNING = -1;

    /// Exit code after Ctrl-C, as shells expect it.
    static final int STOPPED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object on stdout.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final Surroundings surroundings;

    Command(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What a command takes from outside; tests bring their own.
    ///
    /// @param terminal whether stderr is a terminal
    /// @param stop     set when the user asked to stop
    public record Surroundings(
            AppFiles files, Clock clock, Map<String, String> environment, boolean terminal, AtomicBoolean stop) {

        /// The real ones. Java cannot tell where stderr goes, so the launcher says it in `aidg.terminal`.
        public static Surroundings ofProcess(AtomicBoolean stop) {
            Map<String, String> environment = System.getenv();
            boolean terminal = Boolean.getBoolean("aidg.terminal");
            return new Surroundings(
                    AppFiles.of(environment), Clock.system(ZoneId.systemDefault()), environment, terminal, stop);
        }
    }

    /// The commands under this one; most have none.
    List<Command> parts() {
        return List.of();
    }

    /// What a command with others under it says when none is named.
    final Failure nothingAsked() {
        List<String> names =
                spec.subcommands().keySet().stream().map("`%s`"::formatted).toList();
        return Failure.badInput(
                "`%s` does nothing alone.".formatted(spec.qualifiedName()),
                "",
                "Add one of %s. %s".formatted(String.join(", ", names), WorkbenchLine.helpOf(spec)));
    }

    /// Does the work and returns what is printed.
    abstract Result run(ProgressLine progress) throws Exception;

    /// What a command prints.
    ///
    /// @param json an object for `--json`
    /// @param text the same for people
    /// @param exit exit code
    record Result(Object json, String text, int exit) {

        static Result of(Object json, String text) {
            return new Result(json, text, 0);
        }
    }

    /// What is worth saying after Ctrl-C.
    String afterStop() {
        return "Nothing was changed; run the same command again when you like.";
    }

    @Override
    public final Integer call() {
        try {
            Result result = result();
            if (result.exit() != KEEP_RUNNING) {
                out().println(json() ? Json.of(result.json()) : result.text());
            }
            out().flush();
            return result.exit();
        } catch (CancellationException e) {
            refuse("stopped", "Stopped.", "", afterStop());
            return STOPPED;
        } catch (Failure e) {
            refuse(e.kind().name().toLowerCase(Locale.ROOT), e.words(), e.where(), e.fix());
            return e.kind().exitCode();
        } catch (IllegalArgumentException e) {
            refuse("bad_input", Sentences.of(e), "", WorkbenchLine.helpOf(spec));
            return Failure.Kind.BAD_INPUT.exitCode();
        } catch (OutOfMemoryError e) {
            refuse("failed", "The memory does not suffice.", "", "Give more with AIDG_HEAP, say AIDG_HEAP=4g.");
            return Failure.Kind.FAILED.exitCode();
        } catch (Exception | LinkageError e) {
            refuse("failed", Sentences.of(e), "", "Run `workbench doctor` to look for the cause.");
            return Failure.Kind.FAILED.exitCode();
        }
    }

    /// The work's result, when its progress is off the screen.
    private Result result() throws Exception {
        try (ProgressLine progress = new ProgressLine(surroundings.terminal(), surroundings.stop(), err())) {
            return run(progress);
        }
    }

    private void refuse(String code, String message, String where, String fix) {
        printError(err(), message, where, fix);
        if (json()) {
            out().println(errorJson(code, message, where, fix));
            out().flush();
        }
    }

    /// Whether `--json` was given, before or after the command's name.
    private boolean json() {
        return given(Command.class).anyMatch(command -> command.json);
    }

    /// This command and those before it on the line, the nearest first.
    final <T extends Command> Stream<T> given(Class<T> kind) {
        return Stream.iterate(spec.commandLine(), Objects::nonNull, CommandLine::getParent)
                .<Object>map(CommandLine::getCommand)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    static void printError(PrintWriter err, String message, String where, String fix) {
        boolean said = where.isEmpty() || message.contains(where);
        String open = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        err.println(said ? message : "%s (%s).".formatted(open, where));
        if (!fix.isEmpty()) {
            err.println(fix);
        }
        err.flush();
    }

    static String errorJson(String code, String message, String where, String fix) {
        Map<String, @Nullable String> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("where", where.isEmpty() ? null : where);
        error.put("fix", fix.isEmpty() ? null : fix);
        return Json.of(Map.of("error", error));
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    /// A command that works in a workspace.
    abstract static class InWorkspace extends Command {

        @Option(
                names = "--workspace",
                paramLabel = "DIR",
                description = "Folder of the workspace. Default: the one in the app's own folder.")
        private @Nullable Path workspace;

        InWorkspace(Surroundings surroundings) {
            super(surroundings);
        }

        /// The nearest `--workspace`, before or after the command's name.
        final Path workspace() {
            return given(InWorkspace.class)
                    .map(command -> command.workspace)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(named -> named.toAbsolutePath().normalize())
                    .orElseGet(() -> surroundings().files().defaultWorkspace());
        }

        /// Opens a workspace that exists; the default one is made if need be.
        final Session open(ProgressLine progress) {
            Path folder = workspace();
            if (!folder.equals(surroundings().files().defaultWorkspace()) && !Workspace.isIn(folder)) {
                throw Failure.badInput(
                        "There is no workspace in %s.".formatted(folder),
                        "--workspace",
                        "Make one with `workbench import --workspace %s --from FOLDER`.".formatted(folder));
            }
            return openOrMake(progress);
        }

        /// Opens the workspace, or makes it, with the key file or with the passphrase in `AIDG_PASSPHRASE`.
        final Session openOrMake(ProgressLine progress) {
            progress.at("Opening the workspace", 0, 0);
            return Session.open(
                    surroundings().files(),
                    workspace(),
                    passphrase(),
                    surroundings().clock());
        }

        /// What `AIDG_PASSPHRASE` holds; empty to use the key file.
        final char[] passphrase() {
            return surroundings()
                    .environment()
                    .getOrDefault("AIDG_PASSPHRASE", "")
                    .toCharArray();
        }

        /// The engine over the workspace's marketplace.
        final DealEngine engine(Session session, Marketplace marketplace, Device device, ProgressLine progress) {
            progress.at("Loading the model", 0, 0);
            DealEngine engine = session.engine(marketplace, device.wish());
            if (device == Device.GPU && engine.device().equals("CPU")) {
                err().println(engine.deviceMessage());
                err().flush();
            }
            return engine;
        }
    }
}
