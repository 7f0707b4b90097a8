package aidg.engine.review;

import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was done in one review session, line by line as the audit log has it, and what it adds up to.
///
/// @param lines   everything that was done, in order
/// @param median  median time from one decision to the next, several made at once counted as one and breaks of five
///                minutes and more left out; null with fewer than two such times
public record SessionReport(
        ReviewSession session, List<Line> lines, @Nullable Duration median) {

    private static final int ENOUGH = 2;

    /// One thing that was done.
    ///
    /// @param sequence its line of the audit log
    /// @param decision its line of the decision log, 0 if it was no decision
    /// @param subject  what it was done to: a deal, a merchant, the session
    /// @param score    what the model said of the deal then, 0..1; NaN if it was no decision
    /// @param reason   why a proposal did not go out, null if nothing of the kind was done
    /// @param newTerms what goes out instead, null if nothing does
    /// @param words    comment, text of a note or day of a snooze, in the manager's words; may be empty
    /// @param stands   whether it was not taken back later
    public record Line(
            long sequence,
            long decision,
            Instant at,
            AuditKind kind,
            String subject,
            double score,
            @Nullable OverrideReason reason,
            @Nullable DealTerms newTerms,
            String words,
            boolean stands) {

        private static final Set<AuditKind> REVOCABLE =
                Set.of(AuditKind.APPROVED, AuditKind.OVERRIDDEN, AuditKind.SNOOZED, AuditKind.NOTE_WRITTEN);

        /// Whether it is something that can be taken back, so that `stands` says anything.
        public boolean isRevocable() {
            return REVOCABLE.contains(kind);
        }
    }

    public SessionReport {
        lines = List.copyOf(lines);
    }

    /// Puts a session's lines together from the two logs.
    ///
    /// @param audit     the whole audit log
    /// @param decisions the whole decision log
    /// @throws IllegalStateException if they do not agree: the message names the line
    public static SessionReport of(ReviewSession session, List<AuditLine> audit, List<Decision> decisions) {
        Map<Long, Decision> bySequence = new HashMap<>();
        decisions.forEach(decision -> bySequence.put(decision.sequence(), decision));
        Set<Long> withdrawn = withdrawn(decisions);
        Set<Long> back = takenBack(audit);
        List<Line> lines = new ArrayList<>();
        for (AuditLine line : audit) {
            if (line.session() == session.number()) {
                lines.add(line(line, bySequence, withdrawn, back));
            }
        }
        return new SessionReport(session, lines, median(lines));
    }

    private static Line line(AuditLine line, Map<Long, Decision> decisions, Set<Long> withdrawn, Set<Long> takenBack) {
        String number = line.facts().get("decision");
        if (number == null) {
            return new Line(
                    line.sequence(),
                    0,
                    line.at(),
                    line.kind(),
                    line.subject(),
                    Double.NaN,
                    null,
                    null,
                    words(line),
                    !takenBack.contains(line.sequence()));
        }
        Decision decision = Optional.ofNullable(decisions.get(Long.valueOf(number)))
                .orElseThrow(() -> new IllegalStateException(
                        "line %d of the audit log tells of decision %s, which the decision log has not"
                                .formatted(line.sequence(), number)));
        Verdict verdict = decision.verdict();
        if (!decision.dealId().equals(line.subject()) || kind(verdict) != line.kind()) {
            throw new IllegalStateException(
                    "line %d of the audit log and decision %s do not tell the same".formatted(line.sequence(), number));
        }
        Overridden changed = verdict instanceof Overridden overridden ? overridden : null;
        return new Line(
                line.sequence(),
                decision.sequence(),
                line.at(),
                line.kind(),
                line.subject(),
                decision.score(),
                changed == null ? null : changed.reason(),
                changed == null ? null : changed.newTerms(),
                changed == null ? "" : changed.comment(),
                !withdrawn.contains(decision.sequence()));
    }

    private static AuditKind kind(Verdict verdict) {
        return switch (verdict) {
            case Approved a -> AuditKind.APPROVED;
            case Overridden o -> AuditKind.OVERRIDDEN;
            case Withdrawn w -> AuditKind.WITHDRAWN;
        };
    }

    private static String words(AuditLine line) {
        return switch (line.kind()) {
            case SNOOZED -> line.facts().getOrDefault("until", "");
            case NOTE_WRITTEN -> line.facts().getOrDefault("text", "");
            case SCENARIO_SAVED, SCENARIO_RENAMED, SCENARIO_DELETED ->
                line.facts().getOrDefault("scenario", "");
            default -> "";
        };
    }

    private static Set<Long> withdrawn(List<Decision> decisions) {
        Set<Long> withdrawn = new HashSet<>();
        decisions.forEach(decision -> {
            if (decision.verdict() instanceof Withdrawn(long undone)) {
                withdrawn.add(undone);
            }
        });
        return withdrawn;
    }

    /// Audit lines of snoozes that were woken and notes that were taken back, whenever that was.
    private static Set<Long> takenBack(List<AuditLine> audit) {
        Map<String, Long> lastSnooze = new HashMap<>();
        Map<String, Long> notes = new HashMap<>();
        Set<Long> back = new HashSet<>();
        for (AuditLine line : audit) {
            switch (line.kind()) {
                case SNOOZED -> lastSnooze.put(line.subject(), line.sequence());
                case WOKEN ->
                    Optional.ofNullable(lastSnooze.remove(line.subject())).ifPresent(back::add);
                case NOTE_WRITTEN -> notes.put(line.facts().getOrDefault("note", ""), line.sequence());
                case NOTE_WITHDRAWN ->
                    Optional.ofNullable(notes.remove(line.subject())).ifPresent(back::add);
                default -> {}
            }
        }
        return back;
    }

    private static @Nullable Duration median(List<Line> lines) {
        List<Instant> moments = lines.stream()
                .filter(line -> line.kind() == AuditKind.APPROVED || line.kind() == AuditKind.OVERRIDDEN)
                .map(Line::at)
                .distinct()
                .toList();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            Duration gap = Duration.between(moments.get(i - 1), moments.get(i));
            if (gap.compareTo(ReviewSession.BREAK) < 0) {
                gaps.add(gap);
            }
        }
        if (gaps.size() < ENOUGH) {
            return null;
        }
        gaps.sort(Comparator.naturalOrder());
        int half = gaps.size() / 2;
        return gaps.size() % 2 == 1
                ? gaps.get(half)
                : gaps.get(half - 1).plus(gaps.get(half)).dividedBy(2);
    }

    /// How often something was done that was not taken back later.
    public int count(AuditKind kind) {
        return (int) lines.stream()
                .filter(line -> line.kind() == kind && line.stands())
                .count();
    }

    /// How often the decisions that stand are those that the model would have made.
    public ModelAgreement agreement() {
        return ModelAgreement.of(lines);
    }

    /// Overrides that stand, by reason.
    public Map<OverrideReason, Integer> reasons() {
        Map<OverrideReason, Integer> reasons = new EnumMap<>(OverrideReason.class);
        for (Line line : lines) {
            OverrideReason reason = line.reason();
            if (reason != null && line.stands()) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        return reasons;
    }
}
