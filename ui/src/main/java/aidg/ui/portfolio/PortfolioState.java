package aidg.ui.portfolio;

import aidg.ui.page.Problem;
import aidg.ui.portfolio.PortfolioDesk.Result;
import aidg.ui.task.Activity;

/// What the view shows beside the form.
sealed interface PortfolioState {

    /// What is open is being read.
    record Loading() implements PortfolioState {}

    /// Nothing was worked out yet.
    ///
    /// @param open how many proposals await review
    record Asking(int open) implements PortfolioState {}

    record Running(Activity activity) implements PortfolioState {}

    /// It was cancelled before it was done.
    record Cancelled() implements PortfolioState {}

    record Ready(Result result) implements PortfolioState {}

    record Broken(Problem problem) implements PortfolioState {}
}
