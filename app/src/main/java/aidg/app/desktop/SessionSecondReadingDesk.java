package aidg.app.desktop;

import aidg.ui.second.SecondReadingDesk;

/// Over the engine and the workspace.
final class SessionSecondReadingDesk implements SecondReadingDesk {}
