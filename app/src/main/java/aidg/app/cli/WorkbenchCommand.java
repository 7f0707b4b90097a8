package aidg.app.cli;

import aidg.app.Session;
import aidg.app.desktop.Desktop;
import aidg.engine.DealEngine;
import aidg.engine.review.ReviewItem;
import aidg.engine.torch.TorchDevice;
import aidg.ui.Tour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// `workbench` without a command: the desktop, or the tour where there is no display.
@CommandLine.Command(
        name = "workbench",
        mixinStandardHelpOptions = true,
        versionProvider = WorkbenchCommand.Version.class,
        description = {
            "Review AI-proposed deals: which need a look, how likely each is to work, and why.",
            "Without a command this opens the desktop on the sample marketplace (or the workspace you name);",
            "with no display it renders the desktop as pictures and prints the top of the queue."
        },
        footer = {
            "",
            "First steps:  workbench queue --top 10          today's queue of the sample",
            "              workbench score --deal P000001 --explain",
            "              workbench import --workspace W --from FOLDER, then train, evaluate, queue",
            "Files are kept in AIDG_HOME, or the platform's usual place. AIDG_PASSPHRASE, if set, unlocks workspaces",
            "in place of the key file. Exit codes: 0 done, 1 failed, 2 bad usage or input, 130 stopped."
        })
final class WorkbenchCommand extends Command.InWorkspace {

    private static final int TOP = 10;

    WorkbenchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// Prints the version of the build.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = WorkbenchCommand.class.getPackage().getImplementationVersion();
            return new String[] {"AIDG Workbench " + (built == null ? "(not packaged)" : built)};
        }
    }

    @Override
    Result run(ProgressLine progress) throws Exception {
        if (Display.there()) {
            Desktop.show(TourCommand.name(workspace()), this::open, surroundings().clock());
            return new Result(Map.of("desktop", true), "", KEEP_RUNNING);
        }
        err().println("There is no display here, so the desktop is rendered as pictures.");
        err().flush();
        try (Session session = open()) {
            Path out = surroundings().files().home().resolve("tour");
            List<ReviewItem> queue = queue(session, progress);
            List<Path> files = new ArrayList<>(Desktop.tour(
                    TourCommand.name(workspace()), session, surroundings().clock(), out, List.of(new Tour.Size(1440, 900))));
            return Result.of(
                    Map.of("files", files.stream().map(Path::toString).toList()),
                    "%s%n%nThe tour, %d pictures, is in %s.".formatted(QueueCommand.table(queue, TOP), files.size(), out));
        }
    }

    private static List<ReviewItem> queue(Session session, ProgressLine progress) {
        try (DealEngine engine = session.engine(session.marketplace(progress), TorchDevice.Wish.AUTO)) {
            return QueueCommand.awaiting(session, engine);
        }
    }
}
