package aidg.ui.similar;

import aidg.engine.SimilarMerchants;
import aidg.ui.page.Problem;

/// What the view shows.
sealed interface SimilarState {

    /// No merchant is looked at.
    record Nobody() implements SimilarState {}

    record Loading(Subject subject) implements SimilarState {}

    record Ready(Subject subject, SimilarMerchants found) implements SimilarState {}

    record Broken(Subject subject, Problem problem) implements SimilarState {}
}
