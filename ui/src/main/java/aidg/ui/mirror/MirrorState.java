package aidg.ui.mirror;

import aidg.engine.review.CalibrationMirror;
import aidg.ui.page.Problem;
import java.util.List;

/// What the view shows.
sealed interface MirrorState {

    record Loading() implements MirrorState {}

    /// No override in the data names a manager.
    record Empty() implements MirrorState {}

    /// Nobody has said yet who sits here, or wants to say otherwise.
    record Choosing(List<String> managers) implements MirrorState {
        public Choosing {
            managers = List.copyOf(managers);
        }
    }

    record Ready(CalibrationMirror mirror) implements MirrorState {}

    record Failed(Problem problem) implements MirrorState {}
}
