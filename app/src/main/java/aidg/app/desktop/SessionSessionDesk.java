package aidg.app.desktop;

import aidg.ui.session.SessionDesk;

/// Over the engine and the workspace.
final class SessionSessionDesk implements SessionDesk {}
