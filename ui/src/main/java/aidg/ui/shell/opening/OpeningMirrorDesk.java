package aidg.ui.shell.opening;

import aidg.engine.domain.Progress;
import aidg.engine.review.CalibrationMirror;
import aidg.ui.mirror.MirrorDesk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// A desk of its kind that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningMirrorDesk(Callable<MirrorDesk> desk) implements MirrorDesk {

    @Override
    public List<String> managers(Progress progress) throws Exception {
        return desk.call().managers(progress);
    }

    @Override
    public Optional<String> chosen() throws Exception {
        return desk.call().chosen();
    }

    @Override
    public void choose(String managerId) throws Exception {
        desk.call().choose(managerId);
    }

    @Override
    public CalibrationMirror record(String managerId) throws Exception {
        return desk.call().record(managerId);
    }
}
