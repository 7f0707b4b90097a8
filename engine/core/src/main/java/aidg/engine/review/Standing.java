package aidg.engine.review;

import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Withdrawn;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the decision log adds up to: the decision in force for each deal, after all undos.
///
/// @param inForce by deal id, in the order in which they were made
public record Standing(Map<String, Decision> inForce) {

    public Standing {
        inForce = Collections.unmodifiableMap(new LinkedHashMap<>(inForce));
    }

    /// Folds a log, in the order of its sequence. A later decision on the same deal replaces the earlier one.
    public static Standing of(List<Decision> log) {
        Map<Long, Decision> bySequence = new HashMap<>();
        Map<String, Decision> inForce = new LinkedHashMap<>();
        for (Decision decision : log) {
            bySequence.put(decision.sequence(), decision);
            switch (decision.verdict()) {
                case Approved ignored -> put(inForce, decision);
                case Overridden ignored -> put(inForce, decision);
                case Withdrawn withdrawn ->
                    Optional.ofNullable(bySequence.get(withdrawn.undone()))
                            .ifPresent(undone -> inForce.remove(undone.dealId(), undone));
            }
        }
        return new Standing(inForce);
    }

    /// Whether no decision on a deal is in force.
    public boolean awaits(String dealId) {
        return !inForce.containsKey(dealId);
    }

    private static void put(Map<String, Decision> inForce, Decision decision) {
        inForce.remove(decision.dealId());
        inForce.put(decision.dealId(), decision);
    }

    /// The latest decision still in force: what an undo takes back.
    public Optional<Decision> latest() {
        return inForce.values().stream().reduce((earlier, later) -> later);
    }
}
