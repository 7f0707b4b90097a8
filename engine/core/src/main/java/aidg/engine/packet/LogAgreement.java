package aidg.engine.packet;

import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.review.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a decision log and an audit log tell the same, line by line.
public final class LogAgreement {

    private static final Set<AuditKind> DECIDED = Set.of(AuditKind.APPROVED, AuditKind.OVERRIDDEN, AuditKind.WITHDRAWN);

    private LogAgreement() {}

    /// The first disagreement, for people; empty if there is none.
    ///
    /// @param decisions in order
    /// @param lines     in order; lines about other things are left out
    public static Optional<String> disagreement(List<Decision> decisions, List<AuditLine> lines) {
        List<AuditLine> decided =
                lines.stream().filter(line -> DECIDED.contains(line.kind())).toList();
        for (int i = 0; i < Math.min(decisions.size(), decided.size()); i++) {
            Optional<String> wrong = disagreement(decisions.get(i), decided.get(i));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        if (decisions.size() > decided.size()) {
            return Optional.of("decision %d has no line in the audit log"
                    .formatted(decisions.get(decided.size()).sequence()));
        }
        if (decided.size() > decisions.size()) {
            AuditLine line = decided.get(decisions.size());
            return Optional.of("audit line %d tells of a decision on %s that the decision log has not"
                    .formatted(line.sequence(), line.subject()));
        }
        return Optional.empty();
    }

    private static Optional<String> disagreement(Decision decision, AuditLine line) {
        Map<String, String> facts = new HashMap<>(line.facts());
        String madeAt = facts.remove("madeAt");
        String at = madeAt == null ? line.at().toString() : madeAt;
        String which = "decision %d and audit line %d differ in ".formatted(decision.sequence(), line.sequence());
        if (!decision.dealId().equals(line.subject())) {
            return Optional.of(which + "their deal: %s and %s".formatted(decision.dealId(), line.subject()));
        }
        if (!decision.verdict().code().equals(line.kind().code())) {
            return Optional.of(which
                    + "what was decided: %s and %s"
                            .formatted(decision.verdict().code(), line.kind().code()));
        }
        if (!decision.at().toString().equals(at)) {
            return Optional.of(which + "their moment: %s and %s".formatted(decision.at(), at));
        }
        Map<String, String> own = decision.facts();
        return own.equals(facts)
                ? Optional.empty()
                : own.entrySet().stream()
                        .filter(fact -> !fact.getValue().equals(facts.get(fact.getKey())))
                        .findFirst()
                        .map(fact -> which + "`%s`".formatted(fact.getKey()))
                        .or(() -> Optional.of(which + "what the audit line has beyond the decision"));
    }
}
