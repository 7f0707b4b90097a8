package aidg.ui.data;

import aidg.engine.marketplace.ImportReport;
import aidg.ui.page.Problem;
import aidg.ui.task.Activity;

/// Where an import stands.
sealed interface ImportState {

    /// None has been started.
    record Idle() implements ImportState {}

    /// Under way.
    record Running(Activity activity) implements ImportState {}

    /// Stopped by the person; nothing has changed.
    record Cancelled() implements ImportState {}

    /// The new data is in use.
    record Done(ImportReport report) implements ImportState {}

    /// Strict, and rows were refused; nothing has changed.
    record Refused(ImportReport report) implements ImportState {}

    /// It could not be done; nothing has changed.
    record Failed(Problem problem) implements ImportState {}
}
