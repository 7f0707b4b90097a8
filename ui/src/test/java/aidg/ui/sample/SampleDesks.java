package aidg.ui.sample;

import aidg.ui.data.DataDesk;
import aidg.ui.mirror.MirrorDesk;
import aidg.ui.paper.PaperDesk;
import aidg.ui.portfolio.PortfolioDesk;
import aidg.ui.review.ReviewDesk;
import aidg.ui.rules.RulesDesk;
import aidg.ui.scenario.ScenarioDesk;
import aidg.ui.second.SecondReadingDesk;
import aidg.ui.session.SessionDesk;
import aidg.ui.shell.EngineStatus;
import aidg.ui.shell.WorkbenchPorts;
import aidg.ui.similar.SimilarDesk;
import aidg.ui.why.WhyDesk;
import java.util.Optional;

/// Desks of a workbench with made-up content; each can be another.
public final class SampleDesks {

    private ReviewDesk review = new SampleReviewDesk();
    private SampleWhatIfDesk whatIf = SampleWhatIfDesk.withScenarios();
    private WhyDesk why = new SampleWhyDesk();
    private SimilarDesk similar = new SampleSimilarDesk();
    private RulesDesk rules = new SampleRulesDesk();
    private SessionDesk session = new SampleSessionDesk();
    private SecondReadingDesk secondReading = new SampleSecondReadingDesk();
    private MirrorDesk mirror = new SampleMirrorDesk();
    private Optional<ScenarioDesk> scenarios = Optional.empty();
    private PortfolioDesk portfolio = new SamplePortfolioDesk();
    private PaperDesk papers = new SamplePaperDesk();
    private DataDesk data = new SampleDataDesk();

    public SampleDesks with(ReviewDesk other) {
        review = other;
        return this;
    }

    public SampleDesks with(SampleWhatIfDesk other) {
        whatIf = other;
        return this;
    }

    public SampleDesks with(WhyDesk other) {
        why = other;
        return this;
    }

    public SampleDesks with(SimilarDesk other) {
        similar = other;
        return this;
    }

    public SampleDesks with(RulesDesk other) {
        rules = other;
        return this;
    }

    public SampleDesks with(SessionDesk other) {
        session = other;
        return this;
    }

    public SampleDesks with(SecondReadingDesk other) {
        secondReading = other;
        return this;
    }

    public SampleDesks with(MirrorDesk other) {
        mirror = other;
        return this;
    }

    public SampleDesks with(ScenarioDesk other) {
        scenarios = Optional.of(other);
        return this;
    }

    public SampleDesks with(PortfolioDesk other) {
        portfolio = other;
        return this;
    }

    public SampleDesks with(PaperDesk other) {
        papers = other;
        return this;
    }

    public SampleDesks with(DataDesk other) {
        data = other;
        return this;
    }

    public WorkbenchPorts ports() {
        return new WorkbenchPorts(
                review,
                whatIf,
                why,
                similar,
                rules,
                session,
                secondReading,
                mirror,
                scenarios.orElseGet(() -> new SampleScenarioDesk(whatIf)),
                portfolio,
                papers,
                data,
                () -> new EngineStatus("CPU", 0.2, SampleProposals.MODEL, ""),
                new SampleTourMemory(true));
    }
}
