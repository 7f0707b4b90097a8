package aidg.ui.shell;

import aidg.ui.format.Figures;
import java.time.InstantSource;

/// Where and for whom the workbench runs.
///
/// @param workspace its name, for people
/// @param clock     the time
/// @param figures   locale and local time zone
public record WorkbenchSetting(String workspace, InstantSource clock, Figures figures) {}
