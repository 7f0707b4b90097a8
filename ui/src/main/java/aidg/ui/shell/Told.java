package aidg.ui.shell;

import aidg.ui.page.Notice;
import java.time.Instant;

/// A notice and its moment.
///
/// @param undoDepth how many decisions could be taken back just after it
record Told(Instant at, Notice notice, int undoDepth) {}
