package aidg.ui.review;

import aidg.ui.page.Problem;

/// What the whole view shows.
sealed interface QueueState {

    /// Scores are being computed.
    record Loading() implements QueueState {}

    /// There is something to decide.
    record Ready() implements QueueState {}

    /// Everything is decided.
    record Clear() implements QueueState {}

    /// The queue could not be read.
    record Broken(Problem problem) implements QueueState {}
}
