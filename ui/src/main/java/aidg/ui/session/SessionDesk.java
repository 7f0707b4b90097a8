package aidg.ui.session;

/// What this view needs from the engine and the workspace. Every method is called on a background thread and may
/// take its time; an exception's message is shown to the person, so it says what to do next.
public interface SessionDesk {}
