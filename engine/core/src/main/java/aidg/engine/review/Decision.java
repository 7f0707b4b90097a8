package aidg.engine.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a merchant manager decided, as one line of an append-only log: an undo is a further line, nothing is
/// rewritten.
///
/// @param sequence  position in the log from 1, given by the log
/// @param dealId    which proposal
/// @param at        when
/// @param score     what the model said then, 0..1
/// @param modelHash which model said it
public record Decision(long sequence, String dealId, Verdict verdict, Instant at, double score, String modelHash) {

    /// What was decided.
    public sealed interface Verdict {}

    /// Goes out as proposed.
    public record Approved() implements Verdict {}

    /// Does not go out as proposed.
    ///
    /// @param newTerms what goes out instead, null if nothing does
    /// @param comment  in the manager's words, may be empty
    public record Overridden(
            OverrideReason reason, @Nullable DealTerms newTerms, String comment) implements Verdict {}

    /// The decision with that sequence is taken back and the proposal awaits review again.
    public record Withdrawn(long undone) implements Verdict {}
}
