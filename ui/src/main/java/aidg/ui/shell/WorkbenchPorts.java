package aidg.ui.shell;

import aidg.ui.data.DataDesk;
import aidg.ui.review.ReviewDesk;

/// Everything the workbench needs from outside.
public record WorkbenchPorts(ReviewDesk review, DataDesk data, EngineDesk engine) {}
