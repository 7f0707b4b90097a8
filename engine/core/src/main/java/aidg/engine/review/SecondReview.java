package aidg.engine.review;

import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decisions of first readers held against what second readers would have decided without sight of them.
///
/// A reading belongs to the decision that was in force when it was made, by the order of the audit log. What is
/// decided later changes neither of the two, so a talk about a disagreement does not raise the agreement.
///
/// A person learns only of pairs of which they are one reader: of any other they could still be asked.
public final class SecondReview {

    /// Sets the order in which proposals are offered. Any number does; another one gives another order.
    private static final long SEED = 20;

    private final Map<String, First> inForce = new LinkedHashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    /// A decision and who made it.
    private record First(Decision decision, String reader) {}

    /// How far a disagreement has come.
    public enum Course {
        /// The first decision is in force.
        OPEN,
        /// The first decision was taken back and no new one is in force.
        REOPENED,
        /// Another decision is in force, whichever way it went.
        SETTLED
    }

    /// One proposal that two have read.
    ///
    /// @param firstReader who made `first`
    /// @param first       in force when it was read the second time
    public record Pair(String dealId, String firstReader, Decision first, SecondReading second, Course course) {

        public boolean agrees() {
            return firstApproves() == second.approves();
        }

        public boolean firstApproves() {
            return first.verdict() instanceof Approved;
        }

        /// Why the first reader did not let it out as proposed, null if they did.
        public @Nullable OverrideReason firstReason() {
            return first.verdict() instanceof Overridden overridden ? overridden.reason() : null;
        }

        /// What the first reader said to it, may be empty.
        public String firstComment() {
            return first.verdict() instanceof Overridden overridden ? overridden.comment() : "";
        }

        private boolean isOf(String reader) {
            return ReaderNames.same(reader, firstReader) || ReaderNames.same(reader, second.reader());
        }

        private String other(String reader) {
            return ReaderNames.same(reader, firstReader) ? second.reader() : firstReader;
        }

        private boolean approves(String reader) {
            return ReaderNames.same(reader, firstReader) ? firstApproves() : second.approves();
        }
    }

    /// How far a reader and another agree, over all that both have read, whoever was first.
    public record With(String other, Agreement agreement) {}

    private SecondReview() {}

    /// Puts the logs together.
    ///
    /// @param decisions the whole decision log
    /// @param audit     the whole audit log
    /// @param readings  all second readings
    public static SecondReview of(List<Decision> decisions, List<AuditLine> audit, List<SecondReading> readings) {
        Map<Long, Decision> bySequence = new HashMap<>();
        decisions.forEach(decision -> bySequence.put(decision.sequence(), decision));
        SecondReview review = new SecondReview();
        List<Pair> unfinished = new ArrayList<>();
        for (AuditLine line : audit) {
            switch (line.kind()) {
                case APPROVED, OVERRIDDEN, WITHDRAWN ->
                    Optional.ofNullable(bySequence.get(Long.valueOf(line.facts().getOrDefault("decision", "0"))))
                            .ifPresent(decision -> review.decided(decision, line));
                case SECOND_READING ->
                    readings.stream()
                            .filter(one -> one.dealId().equals(line.subject())
                                    && one.reader().equals(line.actor()))
                            .findFirst()
                            .ifPresent(reading -> review.read(reading, unfinished));
                default -> {}
            }
        }
        unfinished.forEach(pair -> review.pairs.add(
                new Pair(pair.dealId(), pair.firstReader(), pair.first(), pair.second(), review.course(pair))));
        return review;
    }

    private void decided(Decision decision, AuditLine line) {
        know(decision.dealId(), line.actor());
        if (line.kind() == AuditKind.WITHDRAWN) {
            if (decision.verdict() instanceof Decision.Withdrawn(long undone)) {
                inForce.values().removeIf(first -> first.decision().sequence() == undone);
            }
        } else {
            inForce.put(decision.dealId(), new First(decision, line.actor()));
        }
    }

    private void read(SecondReading reading, List<Pair> unfinished) {
        know(reading.dealId(), reading.reader());
        First first = inForce.get(reading.dealId());
        if (first != null) {
            unfinished.add(new Pair(reading.dealId(), first.reader(), first.decision(), reading, Course.OPEN));
        }
    }

    private void know(String dealId, String reader) {
        known.computeIfAbsent(dealId, id -> new HashSet<>()).add(ReaderNames.key(reader));
    }

    private Course course(Pair pair) {
        First now = inForce.get(pair.dealId());
        if (now == null) {
            return Course.REOPENED;
        }
        return now.decision().sequence() == pair.first().sequence() ? Course.OPEN : Course.SETTLED;
    }

    /// Deals that this person can be asked about: a decision of somebody else is in force, and they have neither read
    /// them before nor ever decided, changed or taken back anything on them. In an order drawn by lot, so that
    /// whatever part of it has been read from the start is a fair sample; it tells nothing of who decided what and
    /// when, is the same for everybody, and stays the same while deals come and go.
    public List<String> toRead(String reader) {
        return shuffled(inForce.keySet().stream()
                .filter(dealId -> !knows(dealId, reader))
                .toList());
    }

    private boolean knows(String dealId, String reader) {
        return known.getOrDefault(dealId, Set.of()).contains(ReaderNames.key(reader));
    }

    /// Decisions in force that this person made.
    public int own(String reader) {
        return (int) inForce.values().stream()
                .filter(first -> ReaderNames.same(first.reader(), reader))
                .count();
    }

    /// All decisions in force.
    public int decided() {
        return inForce.size();
    }

    /// Why this person cannot be asked about a deal, as a sentence without its stop; empty if they can.
    public String refusal(String dealId, String reader) {
        First first = inForce.get(dealId);
        if (first == null) {
            return "Nothing is decided on %s, so there is nothing to read a second time".formatted(dealId);
        }
        if (ReaderNames.same(first.reader(), reader)) {
            return "The decision on %s is %s's own, and nobody reads their own a second time"
                    .formatted(dealId, first.reader());
        }
        if (pairs.stream()
                .anyMatch(pair -> pair.dealId().equals(dealId)
                        && ReaderNames.same(pair.second().reader(), reader))) {
            return "%s has read %s already, and an answer stands".formatted(reader, dealId);
        }
        return knows(dealId, reader)
                ? "%s has worked on %s before and is not blind to it".formatted(reader, dealId)
                : "";
    }

    /// Pairs of which this person is one reader, in the order of reading.
    public List<Pair> pairs(String reader) {
        return pairs.stream().filter(pair -> pair.isOf(reader)).toList();
    }

    /// Pairs of which this person is one reader that were decided differently and are not settled, newest first.
    public List<Pair> disagreements(String reader) {
        return pairs(reader).reversed().stream()
                .filter(pair -> !pair.agrees() && pair.course() != Course.SETTLED)
                .toList();
    }

    /// How this person agrees with each other reader, most pairs first.
    public List<With> agreements(String reader) {
        Map<String, List<Pair>> byOther = new LinkedHashMap<>();
        for (Pair pair : pairs(reader)) {
            byOther.computeIfAbsent(ReaderNames.key(pair.other(reader)), key -> new ArrayList<>())
                    .add(pair);
        }
        return byOther.values().stream()
                .map(both -> new With(
                        both.getFirst().other(reader),
                        Agreement.of(both.stream()
                                .map(pair ->
                                        new Agreement.Pair(pair.approves(reader), pair.approves(pair.other(reader))))
                                .toList())))
                .sorted(Comparator.comparingInt((With with) -> -with.agreement().both()))
                .toList();
    }

    /// By the SHA-256 of seed and id.
    private static List<String> shuffled(Collection<String> dealIds) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        Map<String, String> lots = new HashMap<>();
        for (String dealId : dealIds) {
            byte[] drawn = digest.digest((SEED + ":" + dealId).getBytes(StandardCharsets.UTF_8));
            lots.put(dealId, HexFormat.of().formatHex(drawn));
        }
        return dealIds.stream()
                .sorted(Comparator.comparing(dealId -> lots.getOrDefault(dealId, "")))
                .toList();
    }
}
