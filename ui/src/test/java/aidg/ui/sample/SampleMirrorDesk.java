package aidg.ui.sample;

import aidg.engine.domain.Interval;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.Agreement;
import aidg.engine.review.CalibrationMirror;
import aidg.engine.review.CalibrationMirror.Band;
import aidg.engine.review.CalibrationMirror.Group;
import aidg.engine.review.CalibrationMirror.Part;
import aidg.ui.mirror.MirrorDesk;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The record of one of three managers; that of the last rests on few outcomes.
public final class SampleMirrorDesk implements MirrorDesk {

    private Optional<String> chosen;
    private boolean empty;
    private boolean unreadable;

    public SampleMirrorDesk() {
        this(Optional.of("MM05"));
    }

    /// @param chosen who sits here
    public SampleMirrorDesk(Optional<String> chosen) {
        this.chosen = chosen;
    }

    /// Whether no override names a manager.
    public void setEmpty(boolean nobody) {
        empty = nobody;
    }

    /// Whether reading fails from now on.
    public void setUnreadable(boolean broken) {
        unreadable = broken;
    }

    @Override
    public List<String> managers(Progress progress) throws IOException {
        if (unreadable) {
            throw new IOException("the workspace is open in another window");
        }
        return empty ? List.of() : List.of("MM05", "MM02", "MM11");
    }

    @Override
    public Optional<String> chosen() {
        return empty ? Optional.empty() : chosen;
    }

    @Override
    public void choose(String managerId) {
        chosen = Optional.of(managerId);
    }

    @Override
    public CalibrationMirror record(String managerId) {
        if (managerId.equals("MM11")) {
            return new CalibrationMirror(
                    managerId,
                    part(3, 5),
                    part(2, 2),
                    1,
                    List.of(new Group(OverrideReason.BAD_TIMING, part(2, 2))),
                    List.of(band(0, 20, 0, 0), band(20, 30, 1, 1), band(30, 40, 1, 1), band(40, 100, 0, 0)));
        }
        return new CalibrationMirror(
                managerId,
                part(341, 507),
                part(78, 112),
                23,
                List.of(
                        new Group(OverrideReason.DISCOUNT_TOO_DEEP, part(39, 54)),
                        new Group(OverrideReason.PRICE_TOO_HIGH, part(17, 24)),
                        new Group(OverrideReason.RUN_TOO_LONG, part(9, 15)),
                        new Group(OverrideReason.BAD_TIMING, part(7, 11)),
                        new Group(OverrideReason.WRONG_CATEGORY, part(4, 6)),
                        new Group(OverrideReason.OTHER, part(2, 2))),
                List.of(band(0, 20, 9, 16), band(20, 30, 25, 36), band(30, 40, 24, 32), band(40, 100, 20, 28)));
    }

    private static Band band(int over, int upTo, int right, int known) {
        return new Band(over, upTo, part(right, known));
    }

    private static Part part(int right, int known) {
        Interval interval = new Agreement(known, right, Double.NaN, Double.NaN, Double.NaN).sameShare();
        return new Part(known, right, interval);
    }
}
