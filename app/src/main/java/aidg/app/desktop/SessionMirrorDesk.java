package aidg.app.desktop;

import aidg.ui.mirror.MirrorDesk;

/// Over the engine and the workspace.
final class SessionMirrorDesk implements MirrorDesk {}
