package aidg.ui.page;

import java.nio.file.FileSystemException;

/// What went wrong and what to do next, in words.
///
/// @param words what happened
/// @param next  what to do about it
public record Problem(String words, String next) {

    /// Words for an exception that reached the window.
    ///
    /// @param what what could not be done: `Osteria Fontana was not saved`
    /// @param next what to do about it
    public static Problem of(String what, Exception cause, String next) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return new Problem(what + ".", next);
        }
        String reason = cause instanceof FileSystemException ? "the file " + message : message;
        return new Problem("%s: %s%s".formatted(what, reason, reason.endsWith(".") ? "" : "."), next);
    }
}
