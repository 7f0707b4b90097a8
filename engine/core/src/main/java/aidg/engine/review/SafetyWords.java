package aidg.engine.review;

import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Money;

/// What the safety guard says of a deal, in plain words.
final class SafetyWords {

    private SafetyWords() {}

    static String of(ScoredDeal scored) {
        Money baseline = scored.proposal().baselineGp30();
        String least = "%s, %s of its usual 30 days"
                .formatted(
                        Plain.dollars(SafetyGuard.GP30_FLOOR * baseline.amount()),
                        Plain.percent(SafetyGuard.GP30_FLOOR));
        return scored.guard().checks().stream()
                .filter(check -> check.outcome() == GuardVerdict.Outcome.FAILED)
                .findFirst()
                .map(check -> "May not go out: %s.".formatted(refusal(check, scored, least)))
                .orElse("May go out: the expected gross profit is over the least allowed, %s.".formatted(least));
    }

    private static String refusal(GuardVerdict.Check check, ScoredDeal scored, String least) {
        return switch (check.name()) {
            case "Override rate" ->
                "%s of its last proposals were changed or refused, more than the %s allowed"
                        .formatted(
                                check.detail().replaceAll("[^0-9%].*", ""), Plain.percent(SafetyGuard.OVERRIDE_LIMIT));
            case "Category" ->
                "%s is never sold"
                        .formatted(scored.proposal().terms().category().words());
            default ->
                scored.proposal().baselineGp30().isPositive()
                        ? "the expected gross profit, %s, is under the least allowed, %s"
                                .formatted(Plain.dollars(scored.expectedGp30()), least)
                        : "there is no usual gross profit to compare with";
        };
    }
}
