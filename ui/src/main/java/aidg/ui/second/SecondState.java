package aidg.ui.second;

import aidg.ui.page.Problem;

/// What the view shows where proposals are read.
sealed interface SecondState {

    record Loading() implements SecondState {}

    /// There is something to read.
    record Ready(SecondRound round) implements SecondState {}

    /// There is not: nothing is decided, all is one's own, or all is read.
    record Empty(SecondRound round) implements SecondState {}

    record Failed(Problem problem) implements SecondState {}
}
