package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.desktop.Desktop;
import aidg.ui.Tour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `workbench tour`.
@CommandLine.Command(
        name = "tour",
        description = {
            "Render every view, light and dark, as pictures.",
            "Needs no display and decides nothing. A file is named VIEW-THEME-WIDTHxHEIGHT.png.",
            ""
        })
final class TourCommand extends Command.InWorkspace {

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the pictures.")
    private Path out = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            split = ",",
            defaultValue = "1440x900",
            description = "Sizes, e.g. 1280x800,1440x900. Default: ${DEFAULT-VALUE}.")
    private List<String> sizes = List.of();

    TourCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws Exception {
        List<Tour.Size> wanted = sizes();
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw Failure.badInput("%s is no folder.".formatted(out), "--out", "Name a folder.");
        }
        try (Session session = open(progress)) {
            session.marketplace(progress);
            progress.at("Rendering", 0, 0);
            List<Path> files =
                    Desktop.tour(name(workspace()), session, surroundings().clock(), out, wanted);
            return Result.of(
                    Map.of("files", files.stream().map(Path::toString).toList()),
                    "%d pictures are in %s.".formatted(files.size(), out));
        }
    }

    /// What a workspace is called on screen: its folder.
    static String name(Path workspace) {
        Path folder = workspace.getFileName();
        return folder == null || folder.toString().equals("workspace") ? "My marketplace" : folder.toString();
    }

    private List<Tour.Size> sizes() {
        List<Tour.Size> parsed = new ArrayList<>();
        for (String size : sizes) {
            if (!size.matches("\\d{3,4}x\\d{3,4}")) {
                throw Failure.badInput(
                        "'%s' is not a size.".formatted(size), "--size", "Write width and height like 1440x900.");
            }
            int cross = size.indexOf('x');
            parsed.add(new Tour.Size(
                    Integer.parseInt(size.substring(0, cross)), Integer.parseInt(size.substring(cross + 1))));
        }
        return parsed;
    }
}
