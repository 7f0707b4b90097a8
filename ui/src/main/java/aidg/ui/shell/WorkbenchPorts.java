package aidg.ui.shell;

import aidg.ui.data.DataDesk;
import aidg.ui.mirror.MirrorDesk;
import aidg.ui.paper.PaperDesk;
import aidg.ui.portfolio.PortfolioDesk;
import aidg.ui.review.ReviewDesk;
import aidg.ui.rules.RulesDesk;
import aidg.ui.scenario.ScenarioDesk;
import aidg.ui.second.SecondReadingDesk;
import aidg.ui.session.SessionDesk;
import aidg.ui.similar.SimilarDesk;
import aidg.ui.whatif.WhatIfDesk;
import aidg.ui.why.WhyDesk;

/// Everything the workbench needs from outside.
public record WorkbenchPorts(
        ReviewDesk review,
        WhatIfDesk whatIf,
        WhyDesk why,
        SimilarDesk similar,
        RulesDesk rules,
        SessionDesk session,
        SecondReadingDesk secondReading,
        MirrorDesk mirror,
        ScenarioDesk scenarios,
        PortfolioDesk portfolio,
        PaperDesk papers,
        DataDesk data,
        EngineDesk engine,
        TourMemory tour) {

    /// The same with another desk for reviewing.
    public WorkbenchPorts reviewingAt(ReviewDesk other) {
        return new WorkbenchPorts(
                other,
                whatIf,
                why,
                similar,
                rules,
                session,
                secondReading,
                mirror,
                scenarios,
                portfolio,
                papers,
                data,
                engine,
                tour);
    }
}
