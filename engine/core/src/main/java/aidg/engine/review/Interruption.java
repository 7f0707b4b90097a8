package aidg.engine.review;

import aidg.engine.audit.AuditKind;
import aidg.engine.review.SessionReport.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session stopped without a pause: the program was killed, or the machine went down.
///
/// @param lastSeen  last sign of life, up to which its time counts
/// @param resumedAt when it went on, null if it has not
public record Interruption(Instant lastSeen, @Nullable Instant resumedAt) {

    private static final Set<AuditKind> CLOCK = Set.of(
            AuditKind.SESSION_STARTED, AuditKind.SESSION_PAUSED, AuditKind.SESSION_RESUMED, AuditKind.SESSION_ENDED);
    private static final Set<AuditKind> BEGINS = Set.of(AuditKind.SESSION_STARTED, AuditKind.SESSION_RESUMED);

    /// Those of a session, in order: stretches of work that no pause and no end closed.
    ///
    /// @param spans its stretches, in the order of beginning
    public static List<Interruption> of(SessionReport report, List<WorkSpan> spans) {
        List<Line> clock = report.lines().stream()
                .filter(line -> CLOCK.contains(line.kind()))
                .toList();
        List<Interruption> found = new ArrayList<>();
        for (int i = 0; i < clock.size(); i++) {
            if (BEGINS.contains(clock.get(i).kind())) {
                Line next = i + 1 < clock.size() ? clock.get(i + 1) : null;
                lastOf(spans, clock.get(i), next)
                        .flatMap(span -> interrupted(report.session(), span, next))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /// The last stretch of work that began with a line or, after a break, later. A pause or an end after a break is a
    /// stretch of its own, of no length.
    private static Optional<WorkSpan> lastOf(List<WorkSpan> spans, Line begins, @Nullable Line next) {
        Instant end = next == null
                ? Instant.MAX
                : next.kind() == AuditKind.SESSION_RESUMED
                        ? next.at()
                        : next.at().plusNanos(1);
        return spans.stream()
                .filter(span -> !span.begunAt().isBefore(begins.at()))
                .filter(span -> span.begunAt().isBefore(end))
                .reduce((earlier, later) -> later);
    }

    private static Optional<Interruption> interrupted(ReviewSession session, WorkSpan span, @Nullable Line next) {
        if (next == null) {
            return session.running() ? Optional.empty() : Optional.of(new Interruption(span.aliveAt(), null));
        }
        if (next.kind() == AuditKind.SESSION_RESUMED) {
            return Optional.of(new Interruption(span.aliveAt(), next.at()));
        }
        return span.aliveAt().isBefore(next.at())
                ? Optional.of(new Interruption(span.aliveAt(), null))
                : Optional.empty();
    }
}
