package aidg.engine.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deal of the past: proposed, decided by a merchant manager and, if approved, run.
///
/// @param proposedOn   the day it was proposed and decided
/// @param startsOn     first day of the run, not before `proposedOn`
/// @param approved     whether it went out as proposed; an overridden deal did not
/// @param outcome      what it brought; null if it did not run or has not been measured
/// @param baselineGp30 what the merchant earns in the same 30 days without it
public record Deal(
        String id,
        String merchantId,
        String title,
        DealTerms terms,
        LocalDate proposedOn,
        LocalDate startsOn,
        boolean approved,
        @Nullable DealOutcome outcome,
        Money baselineGp30) {

    /// Days from the start until the gross profit of 30 days is known. [B2]
    public static final int MATURITY_DAYS = 30;

    public Deal {
        if (startsOn.isBefore(proposedOn)) {
            throw new IllegalArgumentException(
                    "starts on %s, before it was proposed on %s".formatted(startsOn, proposedOn));
        }
    }

    /// First day on which the fate of this deal may be used: the day of the decision for a deal that did not go
    /// out, 30 days after the start for one that did.
    public LocalDate knownOn() {
        return approved ? startsOn.plusDays(MATURITY_DAYS) : proposedOn;
    }

    /// Its outcome if it is matured on `day`, else null. The only way features and labels read an outcome. [B2]
    public @Nullable DealOutcome outcomeOn(LocalDate day) {
        return knownOn().isAfter(day) ? null : outcome;
    }

    /// Whether it was approved and reached its baseline, or null while that is not known on `day`.
    public @Nullable Boolean succeededOn(LocalDate day) {
        if (knownOn().isAfter(day)) {
            return null;
        }
        if (!approved) {
            return false;
        }
        return outcome == null ? null : outcome.gp30().compareTo(baselineGp30) >= 0;
    }
}
