package aidg.app.cli;

import aidg.app.cli.Command.Surroundings;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/// All commands together, and what a wrong call is told.
public final class WorkbenchLine {

    private final CommandLine line;

    public WorkbenchLine(Surroundings surroundings) {
        line = new CommandLine(new WorkbenchCommand(surroundings));
        for (Command command : List.of(
                new GenerateCommand(surroundings),
                new ImportCommand(surroundings),
                new TrainCommand(surroundings),
                new EvaluateCommand(surroundings),
                new QueueCommand(surroundings),
                new ScoreCommand(surroundings),
                new DecideCommand(surroundings),
                new TourCommand(surroundings),
                new DoctorCommand(surroundings),
                new BenchCommand(surroundings))) {
            line.addSubcommand(command);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(WorkbenchLine::badUsage);
    }

    /// With writers of one's own, for tests.
    public WorkbenchLine printingTo(PrintWriter out, PrintWriter err) {
        line.setOut(out);
        line.setErr(err);
        return this;
    }

    /// Runs one call.
    ///
    /// @return the exit code; negative if a window is open and the process lives with it
    public int run(String... arguments) {
        return line.execute(arguments);
    }

    private static int badUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String fix = "`%s --help` shows what it takes.".formatted(command.getCommandSpec().qualifiedName());
        String message = String.valueOf(e.getMessage());
        Command.printError(command.getErr(), message, "", fix);
        if (Arrays.asList(arguments).contains("--json")) {
            command.getOut().println(Command.errorJson("usage", message, "", fix));
            command.getOut().flush();
        }
        return CommandLine.ExitCode.USAGE;
    }
}
