package aidg.ui.page;

/// One line that tells what has just happened.
///
/// @param words    `Osteria Fontana approved`
/// @param undoable whether it offers to take the last decision back
public record Notice(String words, boolean undoable) {}
