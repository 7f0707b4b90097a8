package aidg.app.cli;

import aidg.app.cli.Command.Surroundings;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// All commands together, and what a wrong call is told.
public final class WorkbenchLine {

    private static final int HELP_WIDTH = 110;
    private static final int LONGEST_OPTION = 30;

    private final CommandLine line;

    public WorkbenchLine(Surroundings surroundings) {
        line = new CommandLine(new WorkbenchCommand(surroundings));
        for (Command command : List.of(
                new GenerateCommand(surroundings),
                new ImportCommand(surroundings),
                new TrainCommand(surroundings),
                new ModelsCommand(surroundings),
                new EvaluateCommand(surroundings),
                new QueueCommand(surroundings),
                new ExplainCommand(surroundings),
                new SimilarCommand(surroundings),
                new RulesCommand(surroundings),
                new ScoreCommand(surroundings),
                new WhatIfCommand(surroundings),
                new CounterfactualCommand(surroundings),
                new ScenarioCommand(surroundings),
                new CallSheetCommand(surroundings),
                new PortfolioCommand(surroundings),
                new DecideCommand(surroundings),
                new SessionCommand(surroundings),
                new SecondCommand(surroundings),
                new RecordCommand(surroundings),
                new PacketCommand(surroundings),
                new AuditCommand(surroundings),
                new TourCommand(surroundings),
                new DoctorCommand(surroundings),
                new BenchCommand(surroundings))) {
            CommandLine added = new CommandLine(command);
            command.parts().forEach(added::addSubcommand);
            line.addSubcommand(added);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler(WorkbenchLine::badUsage);
        line.registerConverter(int.class, WorkbenchLine::whole);
        line.registerConverter(Integer.class, WorkbenchLine::whole);
        line.registerConverter(Double.class, WorkbenchLine::number);
        line.registerConverter(LocalDate.class, WorkbenchLine::date);
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

    /// Names of the commands, in the order of the help.
    List<String> commands() {
        return List.copyOf(line.getSubcommands().keySet());
    }

    /// The longest name of each option of a command.
    List<String> options(String command) {
        return Objects.requireNonNull(line.getSubcommands().get(command)).getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    /// Where a wrong call is explained.
    static String helpOf(CommandSpec spec) {
        return "`%s --help` shows what it takes.".formatted(spec.qualifiedName());
    }

    private static int whole(String words) {
        try {
            return Integer.parseInt(words.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'%s' is not a whole number".formatted(words));
        }
    }

    private static double number(String words) {
        try {
            double value = Double.parseDouble(words.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException("'%s' is not a number".formatted(words));
    }

    private static LocalDate date(String words) {
        try {
            return LocalDate.parse(words.strip());
        } catch (DateTimeException e) {
            throw new TypeConversionException("'%s' is not a date like 2026-11-23".formatted(words));
        }
    }

    private static int badUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String fix = fix(e, command);
        String message = message(e, command);
        Command.printError(command.getErr(), message, "", fix);
        if (Arrays.asList(arguments).contains("--json")) {
            command.getOut().println(Command.errorJson("usage", message, "", fix));
            command.getOut().flush();
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(CommandLine.ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            if (first.startsWith("-")) {
                return "There is no option %s.".formatted(first);
            }
            return command.getSubcommands().isEmpty()
                    ? "'%s' is one word too many.".formatted(first)
                    : "There is no command '%s'.".formatted(first);
        }
        return Sentences.of(e);
    }

    private static String fix(CommandLine.ParameterException e, CommandLine command) {
        String help = helpOf(command.getCommandSpec());
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "Did you mean %s? %s".formatted(String.join(", ", unmatched.getSuggestions()), help)
                : help;
    }
}
