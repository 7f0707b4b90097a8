package aidg.ui.task;

import java.time.Duration;

/// How a long task stands.
public sealed interface TaskState {

    /// It is being worked on.
    record Running(Activity now) implements TaskState {}

    /// Its result has been delivered.
    record Done(Duration took) implements TaskState {}

    /// It came to no result.
    record Failed(Exception problem, Duration took) implements TaskState {}

    /// Nobody waits for it any more; what it may still find out is thrown away.
    record Cancelled(Duration took) implements TaskState {}
}
