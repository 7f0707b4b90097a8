package aidg.ui;

import aidg.ui.Tour.Size;
import aidg.ui.control.Pictures;
import aidg.ui.data.DataPage;
import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.portfolio.PortfolioPage;
import aidg.ui.sample.SampleDataDesk;
import aidg.ui.sample.SampleDesks;
import aidg.ui.sample.SampleMirrorDesk;
import aidg.ui.sample.SamplePortfolioDesk;
import aidg.ui.sample.SampleReviewDesk;
import aidg.ui.sample.SampleScenarioDesk;
import aidg.ui.sample.SampleSecondReadingDesk;
import aidg.ui.sample.SampleSessionDesk;
import aidg.ui.sample.SampleWhatIfDesk;
import aidg.ui.sample.SampleWorkbench;
import aidg.ui.shell.Frame;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.task.Background;
import aidg.ui.task.FrontThread;
import aidg.ui.theme.Theme;
import aidg.ui.whatif.WhatIfPage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
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
        seconds(out);
        sessions(out);
        tries(out);
        tasks(out);
        Platform.exit();
    }

    private static void states(Path out) throws Exception {
        state(out, "state-loading", true, new SampleReviewDesk(), new SampleDataDesk(), frame -> {});
        SampleReviewDesk unreadable = new SampleReviewDesk();
        unreadable.setUnreadable(true);
        state(out, "state-broken", false, unreadable, new SampleDataDesk(), frame -> {});
        state(out, "state-clear", false, new SampleReviewDesk(List.of()), new SampleDataDesk(), frame -> {});
        state(out, "state-nothing-told", false, new SampleReviewDesk(), new SampleDataDesk(), Frame::openNotifications);
        state(out, "state-around-2", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            frame.startTour();
            frame.nextInTour();
        });
        state(out, "state-toast", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> run(frame, "Approve"));
        SampleReviewDesk full = new SampleReviewDesk();
        full.setDiskFull(true);
        state(out, "state-not-saved", false, full, new SampleDataDesk(), frame -> run(frame, "Approve"));
        state(out, "state-guard", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            for (int i = 0; i < 4; i++) {
                run(frame, "Next proposal");
            }
        });
        for (String action : List.of("Edit terms", "Snooze", "Write a note", "Weigh what a look is worth")) {
            state(
                    out,
                    "state-" + action.toLowerCase(Locale.ROOT).replace(' ', '-'),
                    false,
                    new SampleReviewDesk(),
                    new SampleDataDesk(),
                    frame -> run(frame, action));
        }
        state(out, "state-many", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            run(frame, "Mark all shown");
            run(frame, "Approve");
        });
        SampleDataDesk empty = new SampleDataDesk();
        empty.setEmpty(true);
        state(out, "state-no-data", false, new SampleReviewDesk(), empty, frame -> frame.go(new Destination.Data()));
        state(out, "state-imported", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            frame.go(new Destination.Data());
            frame.page(DataPage.class).importFrom(Path.of("/home/mm/marketplace/november"));
        });
        state(out, "state-unusable", false, new SampleReviewDesk(), new SampleDataDesk(), frame -> {
            frame.go(new Destination.Data());
            frame.page(DataPage.class).importFrom(Path.of("/home/mm/holiday-photos"));
        });
    }

    /// The second reading and the record in every state.
    private static void seconds(Path out) throws Exception {
        Consumer<Frame> reading = frame -> frame.go(new Destination.SecondReading());
        Consumer<Frame> agreement = reading.andThen(frame -> run(frame, "See agreement"));
        Consumer<Frame> record = frame -> frame.go(new Destination.Mirror());
        SampleMirrorDesk mirror = new SampleMirrorDesk();
        for (Theme theme : Theme.values()) {
            second(out, "reading-no", theme, new SampleSecondReadingDesk(), mirror, reading.andThen(frame -> {
                run(frame, "Does not go out");
            }));
            second(out, "agreement", theme, new SampleSecondReadingDesk(), mirror, agreement);
        }
        second(out, "reading-yes", Theme.LIGHT, new SampleSecondReadingDesk(), mirror, reading.andThen(frame -> {
            run(frame, "Goes out");
        }));
        SampleSecondReadingDesk own = new SampleSecondReadingDesk();
        own.readAs("Ana");
        second(out, "all-own", Theme.LIGHT, own, mirror, reading);
        second(out, "first-readers-agreement", Theme.LIGHT, own, mirror, agreement);
        second(out, "undecided", Theme.LIGHT, SampleSecondReadingDesk.undecided(), mirror, reading);
        second(out, "no-agreement", Theme.LIGHT, SampleSecondReadingDesk.undecided(), mirror, agreement);
        SampleSecondReadingDesk unreadable = new SampleSecondReadingDesk();
        unreadable.setUnreadable(true);
        second(out, "unreadable", Theme.LIGHT, unreadable, mirror, reading);
        SampleSecondReadingDesk read = new SampleSecondReadingDesk();
        second(out, "wrong-name", Theme.LIGHT, read, mirror, reading.andThen(frame -> {
            if (frame.lookup("#reader") instanceof TextField name) {
                name.setText("x".repeat(80));
                run(frame, "Read under this name");
            }
        }));
        second(out, "record-few", Theme.LIGHT, read, new SampleMirrorDesk(Optional.of("MM11")), record);
        second(out, "record-choosing", Theme.LIGHT, read, new SampleMirrorDesk(Optional.empty()), record);
        SampleMirrorDesk nobody = new SampleMirrorDesk();
        nobody.setEmpty(true);
        second(out, "record-empty", Theme.LIGHT, read, nobody, record);
    }

    private static void second(
            Path out,
            String name,
            Theme theme,
            SampleSecondReadingDesk reading,
            SampleMirrorDesk mirror,
            Consumer<Frame> path)
            throws Exception {
        WritableImage picture = FrontThread.call(() -> Tour.picture(
                SampleWorkbench.setting(),
                new SampleDesks().with(reading).with(mirror).ports(),
                Background.onCallingThread(InstantSource.system()),
                path,
                theme,
                new Size(1280, 800)));
        Pictures.write(
                picture,
                out.resolve("second-%s-%s.png".formatted(name, theme.name().toLowerCase(Locale.ROOT))));
    }

    private static void sessions(Path out) throws Exception {
        Map<String, SampleSessionDesk> desks = Map.of(
                "running", new SampleSessionDesk(),
                "none", SampleSessionDesk.empty(),
                "interrupted", SampleSessionDesk.afterCrash(),
                "resumed", SampleSessionDesk.afterCrash(),
                "ending", new SampleSessionDesk(),
                "ended", new SampleSessionDesk(),
                "not-saved", new SampleSessionDesk());
        for (Map.Entry<String, SampleSessionDesk> desk : desks.entrySet()) {
            for (Theme theme : Theme.values()) {
                WritableImage picture = FrontThread.call(() -> Tour.picture(
                        SampleWorkbench.setting(),
                        new SampleDesks().with(desk.getValue()).ports(),
                        Background.onCallingThread(SampleWorkbench.setting().clock()),
                        frame -> session(frame, desk.getKey(), desk.getValue()),
                        theme,
                        new Size(1280, 800)));
                Pictures.write(
                        picture,
                        out.resolve("state-session-%s-%s.png"
                                .formatted(desk.getKey(), theme.name().toLowerCase(Locale.ROOT))));
            }
        }
    }

    private static void session(Frame frame, String state, SampleSessionDesk desk) {
        frame.go(new Destination.Session());
        switch (state) {
            case "resumed" -> run(frame, "Resume session");
            case "ending" -> run(frame, "End session");
            case "ended" -> {
                run(frame, "End session");
                if (frame.lookup(".end-panel .accent") instanceof Button end) {
                    end.fire();
                }
            }
            case "not-saved" -> {
                desk.setDiskFull(true);
                run(frame, "Pause session");
            }
            default -> {}
        }
    }

    /// Scenarios and portfolios where a tour of good data does not come by, in both themes.
    private static void tries(Path out) throws Exception {
        SampleScenarioDesk locked = new SampleScenarioDesk(SampleWhatIfDesk.withScenarios());
        locked.setUnreadable(true);
        SampleScenarioDesk unscored = new SampleScenarioDesk(SampleWhatIfDesk.withScenarios());
        unscored.setUnscored(true);
        SamplePortfolioDesk failing = new SamplePortfolioDesk();
        failing.setFailing(true);
        SampleScenarioDesk scenarios = new SampleScenarioDesk(SampleWhatIfDesk.withScenarios());
        SampleScenarioDesk none = new SampleScenarioDesk(new SampleWhatIfDesk());
        Consumer<Frame> toScenarios = frame -> frame.go(new Destination.Scenarios());
        Consumer<Frame> toPortfolio = frame -> frame.go(new Destination.Portfolio());
        Consumer<Frame> worked = toPortfolio.andThen(frame -> run(frame, "Work out portfolio"));
        both(out, "state-naming", SampleWorkbench.ports(), false, frame -> {
            frame.go(new Destination.WhatIf());
            frame.page(WhatIfPage.class).step(4, -12);
            run(frame, "Start a day later");
            run(frame, "Save as scenario");
        });
        both(out, "state-scenarios-none", ports(none, new SamplePortfolioDesk()), false, toScenarios);
        both(out, "state-scenarios-locked", ports(locked, new SamplePortfolioDesk()), false, toScenarios);
        both(out, "state-scenarios-unscored", ports(unscored, new SamplePortfolioDesk()), false, toScenarios);
        both(
                out,
                "state-scenarios-all",
                ports(scenarios, new SamplePortfolioDesk()),
                false,
                toScenarios.andThen(frame -> {
                    run(frame, "Scenarios of all proposals");
                    run(frame, "Delete scenario");
                }));
        both(out, "state-portfolio", SampleWorkbench.ports(), false, toPortfolio);
        both(
                out,
                "state-portfolio-large",
                ports(scenarios, new SamplePortfolioDesk(40)),
                false,
                worked.andThen(frame -> {
                    run(frame, "List Newly rejected by the guard");
                    frame.page(PortfolioPage.class).run();
                    run(frame, "Policy a unit more");
                }));
        both(out, "state-portfolio-failed", ports(scenarios, failing), false, worked);
        both(out, "state-portfolio-running", SampleWorkbench.ports(), true, worked);
    }

    private static WorkbenchPorts ports(SampleScenarioDesk scenarios, SamplePortfolioDesk portfolio) {
        return new SampleDesks().with(scenarios).with(portfolio).ports();
    }

    /// @param held whether long work stays under way
    private static void both(Path out, String name, WorkbenchPorts ports, boolean held, Consumer<Frame> path)
            throws Exception {
        for (Theme theme : Theme.values()) {
            WritableImage picture = FrontThread.call(() -> {
                AtomicBoolean holding = new AtomicBoolean();
                Background background = Background.on(
                        work -> {
                            if (!holding.get()) {
                                work.run();
                            }
                        },
                        Runnable::run,
                        SampleWorkbench.setting().clock());
                return Tour.picture(
                        SampleWorkbench.setting(),
                        ports,
                        background,
                        held
                                ? frame -> {
                                    frame.go(new Destination.Portfolio());
                                    holding.set(true);
                                    path.accept(frame);
                                }
                                : path,
                        theme,
                        new Size(1280, 800));
            });
            Pictures.write(
                    picture,
                    out.resolve("%s-%s.png".formatted(name, theme.name().toLowerCase(Locale.ROOT))));
        }
    }

    /// One task that runs, one that failed, one that was cancelled and one that is done; and what was told of them.
    private static void tasks(Path out) throws Exception {
        for (boolean open : List.of(true, false)) {
            for (Theme theme : Theme.values()) {
                WritableImage picture = FrontThread.call(() -> {
                    Deque<Runnable> held = new ArrayDeque<>();
                    AtomicBoolean holding = new AtomicBoolean();
                    Background background = Background.on(
                            work -> {
                                if (holding.get()) {
                                    held.add(work);
                                } else {
                                    work.run();
                                }
                            },
                            Runnable::run,
                            SampleWorkbench.setting().clock());
                    return Tour.picture(
                            SampleWorkbench.setting(),
                            SampleWorkbench.ports(),
                            background,
                            frame -> {
                                run(frame, "Approve");
                                run(frame, "Approve");
                                background
                                        .slot()
                                        .runLong(
                                                "Importing december",
                                                progress -> {
                                                    throw new IllegalStateException("the disk is full");
                                                },
                                                activity -> {},
                                                done -> {},
                                                failed -> {});
                                holding.set(true);
                                frame.go(Destination.Similar.TO_SELECTED);
                                run(frame, "Cancel running task");
                                frame.go(new Destination.Rules());
                                if (open) {
                                    frame.openTasks();
                                } else {
                                    frame.openNotifications();
                                }
                            },
                            theme,
                            new Size(1280, 800));
                });
                String name = "state-%s-%s.png"
                        .formatted(
                                open ? "tasks" : "notifications", theme.name().toLowerCase(Locale.ROOT));
                Pictures.write(picture, out.resolve(name));
            }
        }
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
                    new SampleDesks().with(review).with(data).ports(),
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
