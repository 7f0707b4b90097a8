package aidg.engine.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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
    public sealed interface Verdict {

        /// The code used in files and in the audit log: `approved`.
        default String code() {
            return switch (this) {
                case Approved a -> "approved";
                case Overridden o -> "overridden";
                case Withdrawn w -> "withdrawn";
            };
        }
    }

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

    /// All that it says beside deal and moment, by name, as the audit log keeps it.
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("decision", Long.toString(sequence));
        facts.put("score", Double.toString(score));
        facts.put("model", modelHash);
        switch (verdict) {
            case Approved a -> {}
            case Withdrawn(long undone) -> facts.put("undone", Long.toString(undone));
            case Overridden(OverrideReason reason, DealTerms terms, String comment) -> {
                facts.put("reason", reason.code());
                facts.put("comment", comment);
                if (terms != null) {
                    facts.put("discount", Double.toString(terms.discount().fraction()));
                    facts.put("priceCents", Long.toString(terms.price().cents()));
                    facts.put("durationDays", Integer.toString(terms.durationDays()));
                    facts.put("category", terms.category().name());
                }
            }
        }
        return facts;
    }
}
