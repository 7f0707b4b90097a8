package aidg.engine.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.City;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.explain.Honesty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a merchant manager holds while phoning a merchant about one proposal. All sentences are in plain words: the
/// score is a chance to work, the baseline the merchant's usual 30 days, an override a change or a refusal.
///
/// @param scored   the proposal with its figures
/// @param safety   what the safety guard says of it, with figures
/// @param lately   what became of the merchant's own past deals, one sentence
/// @param madeAt   when the sheet was made
/// @param dataDate the day whose knowledge was used
/// @param dataHash of the marketplace
/// @param target   chance from which a fallback is acceptable, 0..1
public record CallSheet(
        ScoredDeal scored,
        Merchant merchant,
        City city,
        String safety,
        String lately,
        Reasons reasons,
        Comparables comparables,
        Objections objections,
        Fallback fallback,
        Instant madeAt,
        LocalDate dataDate,
        String dataHash,
        double target) {

    /// Why the proposal scores as it does.
    ///
    /// @param badge  how far the explanation can be trusted; with `RED` only facts are told
    /// @param told   at most three, the most important first
    /// @param notice what to know about them; empty if there is nothing
    public record Reasons(Honesty.Badge badge, List<Reason> told, String notice) {

        public Reasons {
            told = List.copyOf(told);
        }
    }

    /// One sentence.
    ///
    /// @param points signed change of the chance, -1..1; null of a plain fact
    /// @param gp30   signed change of the expected gross profit of 30 days; null of a plain fact
    public record Reason(
            String sentence,
            Bearing bearing,
            @Nullable Double points,
            @Nullable Money gp30) {}

    /// What a sentence does for a proposal.
    public enum Bearing {
        FOR,
        AGAINST,
        /// A record of the past, which the explanation does not weigh.
        FACT
    }

    /// Merchants like this one, with what came of what they offered.
    ///
    /// @param all    at most three, the most alike first
    /// @param notice what to know about them; empty if there is nothing
    public record Comparables(List<Comparable> all, String notice) {

        public Comparables {
            all = List.copyOf(all);
        }
    }

    /// One of them, by its latest deal whose outcome is known.
    ///
    /// @param gp30    what the deal earned in 30 days
    /// @param matured its deals whose outcome is known
    /// @param reached how many of those earned at least the usual 30 days
    /// @param differs what differs most from the proposal, most first
    public record Comparable(
            Merchant merchant, City city, Deal deal, Money gp30, int matured, int reached, List<String> differs) {

        public Comparable {
            differs = List.copyOf(differs);
        }
    }

    /// What is likely to be said against it.
    ///
    /// @param all      at most two, the likeliest first
    /// @param lookedAt which record they come from, and why there are no more
    /// @param note     the latest note about the merchant, with its day; empty if there is none lately
    public record Objections(List<Objection> all, String lookedAt, String note) {

        public Objections {
            all = List.copyOf(all);
        }
    }

    /// One objection.
    ///
    /// @param claim     as it will be said: `The discount is too deep`
    /// @param evidence  how often it was said before, and what went out instead
    /// @param answer    what past deals like this brought, and what giving way costs
    /// @param conceded  the terms that give way to it, null where no term does
    public record Objection(
            OverrideReason reason,
            String claim,
            String evidence,
            String answer,
            @Nullable DealTerms conceded) {}

    /// What to offer if the merchant says no.
    public sealed interface Fallback {

        /// Why these terms and no others.
        String why();

        /// Terms that the safety guard lets out and that reach the target.
        ///
        /// @param changes what changes: `Discount 35% to 30%`
        record Offer(ScoredDeal scored, String changes, String why) implements Fallback {}

        /// The terms that come nearest.
        ///
        /// @param misses what they miss
        record NearestMiss(ScoredDeal scored, String changes, String misses, String why) implements Fallback {}

        /// There are no other terms to offer.
        record None(String why) implements Fallback {}
    }
}
