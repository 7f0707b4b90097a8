package aidg.ui.data;

import aidg.ui.page.Problem;

/// What is known of the data in use.
sealed interface SnapshotState {

    /// It is being read.
    record Loading() implements SnapshotState {}

    /// There is some.
    record Loaded(Snapshot snapshot) implements SnapshotState {}

    /// Nothing has been imported yet.
    record None() implements SnapshotState {}

    /// It could not be read.
    record Broken(Problem problem) implements SnapshotState {}
}
