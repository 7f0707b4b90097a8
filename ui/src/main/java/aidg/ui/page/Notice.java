package aidg.ui.page;

import java.util.Optional;

/// One line that tells what has just happened.
///
/// @param words    `Osteria Fontana approved`
/// @param undoable whether it offers to take the last decision back
/// @param next     what to do about it, if it is a problem
public record Notice(String words, boolean undoable, Optional<String> next) {

    /// Something that went well.
    public Notice(String words, boolean undoable) {
        this(words, undoable, Optional.empty());
    }

    /// Something that went wrong. The view that it happened in shows it; this is for who looked elsewhere.
    public static Notice of(Problem problem) {
        return new Notice(problem.words(), false, Optional.of(problem.next()));
    }

    public boolean isProblem() {
        return next.isPresent();
    }
}
