package aidg.ui.page;

import aidg.ui.format.Figures;
import aidg.ui.task.Background;
import java.time.InstantSource;
import java.util.function.Consumer;

/// What every view gets from the frame.
///
/// @param notices where to tell what has just happened
public record Surroundings(
        Background background, Figures figures, InstantSource clock, Navigator navigator, Consumer<Notice> notices) {

    /// Writes a problem into the list of notices, and returns it for the view to show. Not for long work: of each
    /// such task that fails the list of tasks tells, with a way to try it again.
    public Problem told(Problem problem) {
        notices.accept(Notice.of(problem));
        return problem;
    }
}
