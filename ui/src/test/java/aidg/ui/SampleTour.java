package aidg.ui;

import aidg.ui.Tour.Size;
import aidg.ui.control.Pictures;
import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDataDesk;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.Frame;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;

/// Renders the tour from sample proposals, and the states a tour of good data does not come by:
/// `SampleTour OUT WIDTHxHEIGHT…`.
public final class SampleTour {

    private SampleTour() {}

    public static void main(String[] arguments) throws Exception {
        List<Size> sizes = new ArrayList<>();
        for (String size : List.of(arguments).subList(1, arguments.length)) {
            String[] sides = size.split("x", 2);
            sizes.add(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
        }
        Path out = Path.of(arguments[0]);
        Tour.render(SampleWorkbench.setting(), SampleWorkbench.ports(), out, sizes);
        states(out);
        Platform.exit();
    }

    private static void states(Path out) throws Exception {
        state(out, "state-loading", true, new SampleReviewDesk(), new SampleDataDesk(), frame -> {});
        SampleReviewDesk unreadable = new SampleReviewDesk();
        unreadable.setUnreadable(true);
        state(out, "state-broken", false, unreadable, new SampleDataDesk(), frame -> {});
        state(out, "state-clear", false, new SampleReviewDesk(List.of()), new SampleDataDesk(), frame -> {});
        state(out, "state-toast", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> run(frame, "Approve"));
        SampleReviewDesk full = new SampleReviewDesk();
        full.setDiskFull(true);
        state(out, "state-not-saved", false, full, new SampleDataDesk(), frame -> run(frame, "Approve"));
        state(out, "state-guard", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            for (int i = 0; i < 4; i++) {
                run(frame, "Next proposal");
            }
        });
        SampleDataDesk empty = new SampleDataDesk();
        empty.setEmpty(true);
        state(out, "state-no-data", false, new SampleReviewDesk(), empty, frame -> frame.go(new Destination.Data()));
        state(out, "state-imported", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            frame.go(new Destination.Data());
            frame.data().importFrom(Path.of("/home/mm/marketplace/november"));
        });
        state(out, "state-unusable", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            frame.go(new Destination.Data());
            frame.data().importFrom(Path.of("/home/mm/holiday-photos"));
        });
    }

    private static void state(
            Path out, String name, boolean stuck, SampleReviewDesk review, SampleDataDesk data, Consumer<Frame> path)
            throws Exception {
        WritableImage picture = FrontThread.call(() -> {
            Background background = stuck
                    ? Background.on(work -> {}, Runnable::run, InstantSource.system())
                    : Background.onCallingThread(InstantSource.system());
            return Tour.picture(
                    SampleWorkbench.setting(),
                    SampleWorkbench.ports(review, data),
                    background,
                    path,
                    Theme.LIGHT,
                    new Size(1280, 800));
        });
        Pictures.write(picture, out.resolve(name + ".png"));
    }

    private static void run(Frame frame, String words) {
        frame.actions().stream().filter(action -> action.words().equals(words)).forEach(Action::runIfEnabled);
    }
}
