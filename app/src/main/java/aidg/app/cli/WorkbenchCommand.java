package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Session;
import aidg.app.desktop.Desktop;
import aidg.engine.DealEngine;
import aidg.engine.review.ReviewItem;
import aidg.ui.Tour;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench` without a command: the desktop, or the tour where there is no display.
@CommandLine.Command(
        name = "workbench",
        versionProvider = WorkbenchCommand.Version.class,
        description = {
            "Review AI-proposed deals: which need a look, how likely each is to work, and why.",
            "Without a command this opens the desktop on the sample marketplace, or on the workspace you name. Where",
            "there is no display it renders the desktop as pictures and prints the top of the queue.",
            ""
        },
        footer = {
            "",
            "First steps:  workbench queue --top 10                    today's queue of the sample marketplace",
            "              workbench score --deal ID --explain         one of its proposals, and why it scores so",
            "              workbench import --workspace W --from FOLDER, then train, evaluate and queue with it",
            "",
            "Environment:  AIDG_HOME        folder of the app's own files; else the platform's usual place",
            "              AIDG_PASSPHRASE  unlocks workspaces in place of the key file",
            "              AIDG_HEAP        memory for Java, say 4g",
            "",
            "Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 failed, 2 bad usage or input,",
            "130 stopped. `workbench COMMAND --help` explains a command."
        })
final class WorkbenchCommand extends Command.InWorkspace {

    private static final int TOP = 10;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    WorkbenchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// Prints the version of the build.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"AIDG Workbench " + AppFiles.version()};
        }
    }

    @Override
    Result run(ProgressLine progress) throws Exception {
        if (Display.isIn(surroundings().environment())) {
            Desktop.show(
                    TourCommand.name(workspace()),
                    surroundings().files().window(),
                    () -> open(new ProgressLine(false, surroundings().stop(), err())),
                    surroundings().clock());
            return new Result(Map.of("desktop", true), "", KEEP_RUNNING);
        }
        err().println("There is no display here, so the desktop is rendered as pictures.");
        err().flush();
        try (Session session = open(progress)) {
            Path out = surroundings().files().home().resolve("tour");
            List<ReviewItem> queue = queue(session, progress);
            List<Path> files = new ArrayList<>(Desktop.tour(
                    TourCommand.name(workspace()),
                    session,
                    surroundings().clock(),
                    out,
                    List.of(new Tour.Size(1440, 900))));
            return Result.of(
                    Map.of(
                            "files",
                            files.stream().map(Path::toString).toList(),
                            "proposals",
                            QueueCommand.rows(queue.subList(0, Math.min(TOP, queue.size())))),
                    "%s%n%nThe tour, %d pictures, is in %s."
                            .formatted(QueueCommand.table(queue, TOP), files.size(), out));
        }
    }

    private List<ReviewItem> queue(Session session, ProgressLine progress) {
        try (DealEngine engine = engine(session, session.marketplace(progress), Device.AUTO, progress)) {
            return QueueCommand.awaiting(
                    session, engine, false, LocalDate.now(surroundings().clock()), progress);
        }
    }
}
