package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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

    private final Surroundings surroundings;

    Command(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What a command takes from outside; tests bring their own.
    ///
    /// @param terminal whether stderr is a terminal
    /// @param stop     set when the user asked to stop
    public record Surroundings(AppFiles files, Clock clock, Map<String, String> environment, boolean terminal, AtomicBoolean stop) {

        /// The real ones.
        public static Surroundings ofProcess(AtomicBoolean stop) {
            Map<String, String> environment = System.getenv();
            boolean terminal = System.console() != null && System.console().isTerminal();
            return new Surroundings(AppFiles.of(environment), Clock.systemDefaultZone(), environment, terminal, stop);
        }
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

    @Override
    public final Integer call() {
        try (ProgressLine progress = new ProgressLine(surroundings.terminal(), surroundings.stop())) {
            Result result = run(progress);
            progress.close();
            if (result.exit() != KEEP_RUNNING) {
                out().println(json ? Json.of(result.json()) : result.text());
            }
            out().flush();
            return result.exit();
        } catch (CancellationException e) {
            err().println("Stopped. Nothing was left half done.");
            err().flush();
            return STOPPED;
        } catch (Failure e) {
            return refuse(e.kind(), e.words(), e.where(), e.fix());
        } catch (IllegalArgumentException e) {
            return refuse(Failure.Kind.BAD_INPUT, sentence(e), "", "");
        } catch (Exception e) {
            return refuse(Failure.Kind.FAILED, sentence(e), "", "Run `workbench doctor` to look for the cause.");
        }
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        String words = message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
        String capital = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    private int refuse(Failure.Kind kind, String message, String where, String fix) {
        printError(err(), message, where, fix);
        if (json) {
            out().println(errorJson(kind.name().toLowerCase(Locale.ROOT), message, where, fix));
            out().flush();
        }
        return kind.exitCode();
    }

    static void printError(PrintWriter err, String message, String where, String fix) {
        err.println(where.isEmpty() || message.contains(where) ? message : message + " (" + where + ")");
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

        final Path workspace() {
            Path named = workspace;
            return named == null
                    ? surroundings().files().defaultWorkspace()
                    : named.toAbsolutePath().normalize();
        }

        /// Opens the workspace with the key file, or with the passphrase in `AIDG_PASSPHRASE`.
        final Session open() {
            char[] passphrase = surroundings()
                    .environment()
                    .getOrDefault("AIDG_PASSPHRASE", "")
                    .toCharArray();
            return Session.open(surroundings().files(), workspace(), passphrase, surroundings().clock());
        }
    }
}
