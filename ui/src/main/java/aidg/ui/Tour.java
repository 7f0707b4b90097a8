package aidg.ui;

import aidg.ui.control.Pictures;
import aidg.ui.mirror.MirrorPage;
import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.portfolio.PortfolioPage;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.shell.WorkbenchSetting;
import aidg.ui.similar.SimilarPage;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import aidg.ui.whatif.WhatIfPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;

/// Renders every view, light and dark, to pictures. Needs no display: run with
/// `-Dglass.platform=Headless -Dprism.order=sw`. Decides nothing: no port that writes is called.
public final class Tour {

    private static final int LAYOUT_PASSES = 4;

    /// In pixels.
    public record Size(int width, int height) {}

    /// One picture: its name, and how to get there.
    private record Stop(String name, Consumer<Frame> path) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("review", frame -> {}),
            new Stop("review-override", frame -> run(frame, "Override")),
            new Stop("review-edit", Tour::editTerms),
            new Stop("session", frame -> frame.go(new Destination.Session())),
            new Stop("whatif", Tour::tryOtherTerms),
            new Stop("scenarios", frame -> frame.go(new Destination.Scenarios())),
            new Stop("portfolio", Tour::workOutPortfolio),
            new Stop("why", frame -> frame.go(new Destination.Why())),
            new Stop("similar", frame -> frame.go(Destination.Similar.TO_SELECTED)),
            new Stop("rules", frame -> frame.go(new Destination.Rules())),
            new Stop("second-reading", frame -> frame.go(new Destination.SecondReading())),
            new Stop("my-record", Tour::lookAtRecord),
            new Stop("palette", Frame::openPalette),
            new Stop("keys", Frame::openKeys),
            new Stop("tasks", Tour::lookAtTasks),
            new Stop("notifications", Tour::lookAtNotifications),
            new Stop("around-1", Frame::startTour),
            new Stop("around-3", Tour::lookAtCorridor),
            new Stop("data", frame -> frame.go(new Destination.Data())));

    private Tour() {}

    /// Renders every stop of the tour in both themes at every size.
    ///
    /// @param ports may be slow: they are asked on JavaFX's thread here, one after the other
    /// @return the files written, named `VIEW-THEME-WIDTHxHEIGHT.png`
    public static List<Path> render(WorkbenchSetting setting, WorkbenchPorts ports, Path out, List<Size> sizes)
            throws Exception {
        FrontThread.start();
        Files.createDirectories(out);
        List<Path> files = new ArrayList<>();
        for (Size size : sizes) {
            for (Theme theme : Theme.values()) {
                for (Stop stop : STOPS) {
                    Path file = out.resolve("%s-%s-%dx%d.png"
                            .formatted(
                                    stop.name(), theme.name().toLowerCase(Locale.ROOT), size.width(), size.height()));
                    WritableImage picture = FrontThread.call(() -> picture(setting, ports, stop, theme, size));
                    Pictures.write(picture, file);
                    files.add(file);
                }
            }
        }
        return List.copyOf(files);
    }

    private static WritableImage picture(
            WorkbenchSetting setting, WorkbenchPorts ports, Stop stop, Theme theme, Size size) {
        return picture(setting, ports, Background.onCallingThread(setting.clock()), stop.path(), theme, size);
    }

    /// @param path how to get to what the picture shows
    static WritableImage picture(
            WorkbenchSetting setting,
            WorkbenchPorts ports,
            Background background,
            Consumer<Frame> path,
            Theme theme,
            Size size) {
        Theme.loadTypeface();
        Appearance appearance = Appearance.of(theme);
        Frame frame = new Frame(setting, ports, background, appearance);
        Scene scene = new Scene(frame, size.width(), size.height());
        appearance.dress(scene);
        frame.load();
        settle(frame);
        path.accept(frame);
        settle(frame);
        return scene.snapshot(new WritableImage(size.width(), size.height()));
    }

    /// Lists and tables build their rows in several passes.
    private static void settle(Frame frame) {
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            frame.applyCss();
            frame.layout();
        }
    }

    /// Takes three points off the discount, to show what that does.
    private static void editTerms(Frame frame) {
        run(frame, "Edit terms");
        if (frame.lookup(".draft-panel .text-field") instanceof TextField discount) {
            double now = Double.parseDouble(discount.getText());
            discount.setText(Long.toString(Math.max(1, Math.round(now) - 3)));
        }
    }

    /// Moves the point of the corridor by some steps.
    private static void tryOtherTerms(Frame frame) {
        frame.go(new Destination.WhatIf());
        frame.page(WhatIfPage.class).step(4, -12);
    }

    private static void workOutPortfolio(Frame frame) {
        frame.go(new Destination.Portfolio());
        frame.page(PortfolioPage.class).run();
    }

    /// Makes some work to look at.
    private static void lookAtTasks(Frame frame) {
        frame.go(Destination.Similar.TO_SELECTED);
        frame.go(new Destination.Rules());
        frame.openTasks();
    }

    /// Writes one file and fails to write another, in a folder of its own, so that there is something told.
    private static void lookAtNotifications(Frame frame) {
        frame.go(Destination.Similar.TO_SELECTED);
        try {
            Path folder = Files.createTempDirectory("aidg-tour");
            Path written = folder.resolve("similar-merchants.csv");
            frame.page(SimilarPage.class).export(written);
            Files.deleteIfExists(written);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be used", e);
        }
        frame.page(SimilarPage.class).export(Path.of("no-such-folder", "similar-merchants.csv"));
        frame.openNotifications();
    }

    private static void lookAtRecord(Frame frame) {
        frame.go(new Destination.Mirror());
        frame.page(MirrorPage.class).lookAtFirst();
    }

    private static void lookAtCorridor(Frame frame) {
        frame.startTour();
        frame.nextInTour();
        frame.nextInTour();
    }

    private static void run(Frame frame, String words) {
        frame.actions().stream().filter(action -> action.words().equals(words)).forEach(Action::runIfEnabled);
    }
}
