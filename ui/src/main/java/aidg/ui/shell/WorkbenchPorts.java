package aidg.ui.shell;

import aidg.ui.data.DataDesk;
import aidg.ui.review.ReviewDesk;
import aidg.ui.rules.RulesDesk;
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
        DataDesk data,
        EngineDesk engine,
        TourMemory tour) {}
