package aidg.engine;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which past deals or overrides of a merchant its memory tokens were made from, and how much each attention head
/// looked at each: the attention of the encoder's last layer, from the place where the token is read out. [EXP-1]
///
/// @param kind     what the events are
/// @param events   those that the encoder reads, newest first: at most 50 deals, 30 overrides
/// @param readings one per memory token made of them, in the order of the memory
/// @param words    how many there are, for people: `The last 50 of 82 deals`, `No overrides yet`
public record PastAttention(Kind kind, List<Event> events, List<Reading> readings, String words) {

    public PastAttention {
        events = List.copyOf(events);
        readings = List.copyOf(readings);
    }

    /// What a token is made of.
    public enum Kind {
        DEALS("deal"),
        OVERRIDES("override");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /// One of them, for people.
        public String noun() {
            return noun;
        }
    }

    /// A deal of the past as it was known on the marketplace's day, and what became of it.
    ///
    /// @param deal     as proposed; its outcome is to be read from `outcome`, which holds only what is known
    /// @param override what a manager changed; null if the deal went out as proposed, or nothing more is recorded
    /// @param knownOn  day on which what it brought is known: 30 days after its start, or that of the decision for
    ///                 a deal that did not run
    /// @param matured  whether that day has come
    /// @param outcome  of a deal that went out as proposed; null while not matured, or if not measured
    /// @param gp30     what went out, as proposed or changed, brought in 30 days; null where not known
    public record Event(
            Deal deal,
            @Nullable DealOverride override,
            LocalDate knownOn,
            boolean matured,
            @Nullable DealOutcome outcome,
            @Nullable Money gp30) {

        /// Last day of the run as proposed.
        public LocalDate endsOn() {
            return deal.startsOn().plusDays(deal.terms().durationDays() - 1L);
        }

        /// How far the gross profit is over its baseline: 0.4 is 40 % over, -0.25 a quarter under. Null where it
        /// is not known or there is no positive baseline. [B9]
        public @Nullable Double overBaseline() {
            return gp30 == null || !deal.baselineGp30().isPositive()
                    ? null
                    : gp30.amount() / deal.baselineGp30().amount() - 1;
        }
    }

    /// One memory token: where its heads looked.
    ///
    /// @param column the token's name as in `ScoreTrace.Attention.columns()`
    /// @param heads  `[head][event]` in the order of `events`, 0..1, each row sums to 1; no rows where the token
    ///               has nothing to look at
    /// @param idle   per head, the share of its attention that went to the blank start of the history instead
    ///               of an event, 0..1; `heads` shares out the rest
    /// @param even   whether it favours nothing, so that it says little of which events counted: over all
    ///               heads, what is looked at most has less than a quarter more than its equal share. An
    ///               override whose changed deal has an outcome stands twice in the history, and has two shares
    ///               then
    /// @param words  why there are no rows, for people; empty where there are
    public record Reading(String column, List<List<Double>> heads, List<Double> idle, boolean even, String words) {

        public Reading {
            heads = heads.stream().map(List::copyOf).toList();
            idle = List.copyOf(idle);
        }

        /// Per event, the mean over heads; empty where there are none.
        public List<Double> mean() {
            List<Double> means = new ArrayList<>();
            for (int event = 0; !heads.isEmpty() && event < heads.getFirst().size(); event++) {
                int column = event;
                means.add(heads.stream()
                        .mapToDouble(head -> head.get(column))
                        .average()
                        .orElse(0));
            }
            return List.copyOf(means);
        }
    }
}
