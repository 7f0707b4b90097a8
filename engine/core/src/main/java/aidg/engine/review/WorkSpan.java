package aidg.engine.review;

import java.time.Instant;

/// A stretch of a session in which somebody worked.
///
/// @param aliveAt the last sign of life, where its time ends
/// @param closed  whether it is over
public record WorkSpan(Instant begunAt, Instant aliveAt, boolean closed) {}
