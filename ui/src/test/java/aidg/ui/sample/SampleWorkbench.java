package aidg.ui.sample;

import aidg.ui.format.Figures;
import aidg.ui.session.SessionDesk;
import aidg.ui.shell.EngineStatus;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.shell.WorkbenchSetting;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/// A workbench in Chicago on one fixed afternoon.
public final class SampleWorkbench {

    public static final Figures FIGURES = new Figures(Locale.US, ZoneId.of("America/Chicago"));

    private SampleWorkbench() {}

    public static WorkbenchSetting setting() {
        return new WorkbenchSetting("Chicago North", InstantSource.fixed(SampleReviewDesk.NOW), FIGURES);
    }

    public static WorkbenchPorts ports() {
        return ports(new SampleReviewDesk(), new SampleDataDesk());
    }

    public static WorkbenchPorts ports(SampleReviewDesk review, SampleDataDesk data) {
        return ports(review, new SampleWhyDesk(), new SampleSimilarDesk(), new SampleRulesDesk(), data);
    }

    public static WorkbenchPorts ports(SampleReviewDesk review, SampleWhatIfDesk whatIf) {
        return ports(
                review,
                whatIf,
                new SampleWhyDesk(),
                new SampleSimilarDesk(),
                new SampleRulesDesk(),
                new SampleDataDesk());
    }

    public static WorkbenchPorts ports(
            SampleReviewDesk review,
            SampleWhyDesk why,
            SampleSimilarDesk similar,
            SampleRulesDesk rules,
            SampleDataDesk data) {
        return ports(review, new SampleWhatIfDesk(), why, similar, rules, data);
    }

    /// The same with other sessions.
    public static WorkbenchPorts with(WorkbenchPorts ports, SessionDesk sessions) {
        return new WorkbenchPorts(
                ports.review(),
                ports.whatIf(),
                ports.why(),
                ports.similar(),
                ports.rules(),
                sessions,
                ports.secondReading(),
                ports.mirror(),
                ports.scenarios(),
                ports.portfolio(),
                ports.data(),
                ports.engine(),
                ports.tour());
    }

    private static WorkbenchPorts ports(
            SampleReviewDesk review,
            SampleWhatIfDesk whatIf,
            SampleWhyDesk why,
            SampleSimilarDesk similar,
            SampleRulesDesk rules,
            SampleDataDesk data) {
        return new WorkbenchPorts(
                review,
                whatIf,
                why,
                similar,
                rules,
                new SampleSessionDesk(),
                new SampleSecondReadingDesk(),
                new SampleMirrorDesk(),
                new SampleScenarioDesk(),
                new SamplePortfolioDesk(),
                data,
                () -> new EngineStatus("CPU", 0.2, SampleProposals.MODEL, ""),
                new SampleTourMemory(true));
    }
}
