package aidg.ui.mirror;

import aidg.engine.domain.Progress;
import aidg.engine.review.CalibrationMirror;
import java.util.List;
import java.util.Optional;

/// What this view needs from the engine and the workspace. Every method is called on a background thread and may
/// take its time; an exception's message is shown to the person, so it says what to do next.
public interface MirrorDesk {

    /// Managers of the data in use, those with most overrides first; seconds while the data is opened.
    List<String> managers(Progress progress) throws Exception;

    /// Which of them sits here, if that was chosen and the data still knows them.
    Optional<String> chosen() throws Exception;

    /// Remembers who sits here.
    void choose(String managerId) throws Exception;

    /// What became of a manager's decisions.
    CalibrationMirror record(String managerId) throws Exception;
}
