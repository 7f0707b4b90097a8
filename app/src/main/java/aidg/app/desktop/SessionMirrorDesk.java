package aidg.app.desktop;

import aidg.app.OwnRecord;
import aidg.app.Session;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.CalibrationMirror;
import aidg.ui.mirror.MirrorDesk;
import java.util.List;
import java.util.Optional;

/// A manager's record over the marketplace in use.
final class SessionMirrorDesk implements MirrorDesk {

    private final OwnRecord own;
    private final LiveEngine live;

    SessionMirrorDesk(Session session, LiveEngine live) {
        own = new OwnRecord(session);
        this.live = live;
    }

    private Marketplace marketplace() {
        return live.with(engine -> engine.marketplace());
    }

    @Override
    public List<String> managers(Progress progress) {
        progress.at("Opening the data", 0, 0);
        return CalibrationMirror.managers(marketplace());
    }

    @Override
    public Optional<String> chosen() {
        return own.manager(marketplace());
    }

    @Override
    public void choose(String managerId) {
        own.choose(marketplace(), managerId);
    }

    @Override
    public CalibrationMirror record(String managerId) {
        return own.of(marketplace(), managerId);
    }
}
