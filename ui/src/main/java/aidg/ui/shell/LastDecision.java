package aidg.ui.shell;

import javafx.beans.value.ObservableIntegerValue;

/// The decision that would be taken back next.
///
/// @param depth    how many can be taken back, one after the other
/// @param takeBack takes it back
record LastDecision(ObservableIntegerValue depth, Runnable takeBack) {}
