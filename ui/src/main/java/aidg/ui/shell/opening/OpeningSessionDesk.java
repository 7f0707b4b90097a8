package aidg.ui.shell.opening;

import aidg.ui.session.SessionDesk;
import java.util.concurrent.Callable;

/// A desk of its kind that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningSessionDesk(Callable<SessionDesk> desk) implements SessionDesk {}
