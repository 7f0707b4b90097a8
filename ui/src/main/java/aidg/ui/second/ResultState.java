package aidg.ui.second;

import aidg.ui.page.Problem;

/// What the view shows where readers are compared.
sealed interface ResultState {

    record Loading() implements ResultState {}

    record Ready(SecondResult result) implements ResultState {}

    /// Nothing has been read by this reader and another.
    record Empty(String reader) implements ResultState {}

    record Failed(Problem problem) implements ResultState {}
}
