package aidg.ui;

import aidg.ui.data.DataPage;
import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleSessionDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.Background;
import aidg.ui.theme.Appearance;
import aidg.ui.theme.Theme;
import aidg.ui.whatif.WhatIfPage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Named;

/// The sample workbench in every state that a person can bring it into, for tests that walk through all of it.
/// To be used on the window's thread.
final class Scenes {

    private static final int LAYOUT_PASSES = 4;

    private Scenes() {}

    /// Every view, filled, and the panels inside views.
    static Stream<Named<Consumer<Frame>>> views() {
        return Stream.of(
                Named.of("review", frame -> {}),
                Named.of("override", frame -> run(frame, "Override")),
                Named.of("edit", frame -> run(frame, "Edit terms")),
                Named.of("snooze", frame -> run(frame, "Snooze")),
                Named.of("note", frame -> run(frame, "Write a note")),
                Named.of("weights", frame -> run(frame, "Weigh what a look is worth")),
                Named.of("name of a view", frame -> run(frame, "Save this filter")),
                Named.of("marked", frame -> run(frame, "Mark all shown")),
                Named.of("approve many", frame -> {
                    run(frame, "Mark all shown");
                    run(frame, "Approve");
                }),
                Named.of("override many", frame -> {
                    run(frame, "Mark all shown");
                    run(frame, "Override");
                }),
                Named.of("session", frame -> {
                    frame.go(new Destination.Session());
                    chooseFirstRow(frame);
                }),
                Named.of("session, ending", frame -> run(frame, "End session")),
                Named.of("session, paused", frame -> {
                    run(frame, "Pause session");
                    frame.go(new Destination.Session());
                }),
                Named.of("whatif", frame -> frame.go(new Destination.WhatIf())),
                Named.of("whatif, moved", frame -> {
                    frame.go(new Destination.WhatIf());
                    frame.page(WhatIfPage.class).step(4, -12);
                }),
                Named.of("whatif, naming", frame -> {
                    frame.go(new Destination.WhatIf());
                    frame.page(WhatIfPage.class).step(4, -12);
                    run(frame, "Start a day later");
                    run(frame, "Save as scenario");
                }),
                Named.of("scenarios", frame -> frame.go(new Destination.Scenarios())),
                Named.of("scenarios of all", frame -> {
                    frame.go(new Destination.Scenarios());
                    run(frame, "Scenarios of all proposals");
                    run(frame, "Delete scenario");
                }),
                Named.of("portfolio", frame -> frame.go(new Destination.Portfolio())),
                Named.of("portfolio, worked out", frame -> {
                    frame.go(new Destination.Portfolio());
                    run(frame, "Work out portfolio");
                }),
                Named.of("why", frame -> frame.go(new Destination.Why())),
                Named.of("similar", frame -> {
                    frame.go(Destination.Similar.TO_SELECTED);
                    chooseFirstRow(frame);
                }),
                Named.of("rules", frame -> {
                    frame.go(new Destination.Rules());
                    chooseFirstRow(frame);
                }),
                Named.of("second reading", frame -> frame.go(new Destination.SecondReading())),
                Named.of("second reading, yes", frame -> secondReading(frame, "Goes out")),
                Named.of("second reading, no", frame -> secondReading(frame, "Does not go out")),
                Named.of("second reading, agreement", frame -> secondReading(frame, "See agreement")),
                Named.of("my record", frame -> frame.go(new Destination.Mirror())),
                Named.of("my record, choosing", frame -> run(frame, "Choose another manager")),
                Named.of("data", frame -> frame.go(new Destination.Data())),
                Named.of("data, imported", frame -> {
                    frame.go(new Destination.Data());
                    frame.page(DataPage.class).importFrom(Path.of("/home/mm/marketplace/november"));
                }),
                Named.of("decided", frame -> run(frame, "Approve")));
    }

    /// What floats above.
    static Stream<Named<Consumer<Frame>>> overlays() {
        return Stream.of(
                Named.of("palette", Frame::openPalette),
                Named.of("keys", Frame::openKeys),
                Named.of("tasks", frame -> {
                    frame.go(new Destination.Rules());
                    frame.openTasks();
                }),
                Named.of("notifications", frame -> {
                    run(frame, "Approve");
                    frame.openNotifications();
                }),
                Named.of("tour", Frame::startTour),
                Named.of("tour, last step", frame -> {
                    frame.startTour();
                    frame.nextInTour();
                    frame.nextInTour();
                }));
    }

    /// A workbench of sample data at the smallest window, brought into a state and laid out.
    static Frame frame(Consumer<Frame> path) {
        return frame(SampleWorkbench.ports(), path);
    }

    static Frame frame(WorkbenchPorts ports, Consumer<Frame> path) {
        Theme.loadTypeface();
        Appearance appearance = Appearance.of(Theme.LIGHT);
        Frame frame = new Frame(
                SampleWorkbench.setting(), ports, Background.onCallingThread(InstantSource.system()), appearance);
        Scene scene = new Scene(frame, 1280, 800);
        appearance.dress(scene);
        frame.load();
        settle(frame);
        path.accept(frame);
        settle(frame);
        return frame;
    }

    /// A queue that cannot be read.
    static WorkbenchPorts unreadable() {
        SampleReviewDesk review = new SampleReviewDesk();
        review.setUnreadable(true);
        SampleSessionDesk sessions = new SampleSessionDesk();
        sessions.setUnreadable(true);
        return new SampleDesks().with(review).with(sessions).ports();
    }

    /// A queue in which nothing is left.
    static WorkbenchPorts nobody() {
        return new SampleDesks()
                .with(new SampleReviewDesk(List.of()))
                .with(SampleSessionDesk.empty())
                .ports();
    }

    /// Lists and tables build their rows in several passes.
    static void settle(Frame frame) {
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            frame.applyCss();
            frame.layout();
        }
    }

    /// What can be seen and is wanted, from the outside in.
    static List<Node> visible(Node from, Predicate<Node> wanted) {
        List<Node> found = new ArrayList<>();
        collect(from, wanted, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (wanted.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
        }
    }

    private static void chooseFirstRow(Frame frame) {
        settle(frame);
        visible(frame, node -> node instanceof TableView<?>)
                .forEach(table -> ((TableView<?>) table).getSelectionModel().selectFirst());
    }

    private static void secondReading(Frame frame, String action) {
        frame.go(new Destination.SecondReading());
        run(frame, action);
    }

    static void run(Frame frame, String words) {
        frame.actions().stream().filter(action -> action.words().equals(words)).forEach(Action::runIfEnabled);
    }
}
