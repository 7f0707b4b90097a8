package aidg.ui.sample;

import aidg.ui.format.Figures;
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
        return ports(review, SampleWhatIfDesk.withScenarios(), why, similar, rules, data);
    }

    /// With these scenarios and portfolios.
    public static WorkbenchPorts ports(SampleScenarioDesk scenarios, SamplePortfolioDesk portfolio) {
        WorkbenchPorts all = ports();
        return new WorkbenchPorts(
                all.review(),
                all.whatIf(),
                all.why(),
                all.similar(),
                all.rules(),
                all.session(),
                all.secondReading(),
                all.mirror(),
                scenarios,
                portfolio,
                all.data(),
                all.engine(),
                all.tour());
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
                new SampleScenarioDesk(whatIf),
                new SamplePortfolioDesk(),
                data,
                () -> new EngineStatus("CPU", 0.2, SampleProposals.MODEL, ""),
                new SampleTourMemory(true));
    }
}
