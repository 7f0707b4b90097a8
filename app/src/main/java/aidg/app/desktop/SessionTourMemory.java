package aidg.app.desktop;

import aidg.app.Session;
import aidg.ui.shell.TourMemory;

/// Whether the person has been shown around, in the workspace's settings.
final class SessionTourMemory implements TourMemory {

    private static final String KEY = "tour.seen";

    private final Session session;

    SessionTourMemory(Session session) {
        this.session = session;
    }

    @Override
    public boolean seen() {
        return session.workspace().setting(KEY).isPresent();
    }

    @Override
    public void remember() {
        session.workspace().setting(KEY, "yes");
    }
}
