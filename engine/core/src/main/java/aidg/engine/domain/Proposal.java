package aidg.engine.domain;

import java.time.LocalDate;

/// A deal that awaits review.
///
/// @param proposedOn   the moment at which it is scored: only what was known that day may be used
/// @param startsOn     planned first day, not before `proposedOn`
/// @param baselineGp30 what the merchant earns in the same 30 days without it
public record Proposal(
        String id,
        String merchantId,
        String title,
        DealTerms terms,
        LocalDate proposedOn,
        LocalDate startsOn,
        Money baselineGp30) {

    public Proposal {
        if (startsOn.isBefore(proposedOn)) {
            throw new IllegalArgumentException(
                    "starts on %s, before it was proposed on %s".formatted(startsOn, proposedOn));
        }
    }

    /// The same proposal with other terms.
    public Proposal withTerms(DealTerms changed) {
        return new Proposal(id, merchantId, title, changed, proposedOn, startsOn, baselineGp30);
    }

    /// The same proposal with another first day.
    ///
    /// @throws IllegalArgumentException if that is before it was proposed
    public Proposal startingOn(LocalDate day) {
        return new Proposal(id, merchantId, title, terms, proposedOn, day, baselineGp30);
    }
}
