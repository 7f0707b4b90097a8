package aidg.ui.sample;

import aidg.ui.format.Figures;
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
        return new SampleDesks().ports();
    }
}
