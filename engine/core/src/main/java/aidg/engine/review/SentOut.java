package aidg.engine.review;

import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.audit.AuditKind;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a session let out, by today's forecast: proposals approved, and those overridden with new terms.
///
/// @param deals    how many
/// @param forecast of these, how many the forecast could be asked about; the others have left the data
/// @param gp30     expected gross profit of 30 days of these
/// @param range    90 % interval of that if all forecasts were wrong together: the widest it can be
public record SentOut(int deals, int forecast, Money gp30, MoneyRange range) {

    /// Asks the forecast about what stands of a session. Seconds the first time.
    public static SentOut of(DealEngine engine, SessionReport report, Progress progress) {
        Map<String, Optional<DealTerms>> out = terms(report);
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        engine.marketplace().proposals().forEach(one -> proposals.put(one.id(), one));
        Map<String, ScoredDeal> open = new LinkedHashMap<>();
        if (out.keySet().stream().anyMatch(proposals::containsKey)) {
            engine.scoreOpen(progress).forEach(one -> open.put(one.proposal().id(), one));
        }
        List<ScoredDeal> scored = new ArrayList<>();
        List<Proposal> changed = new ArrayList<>();
        out.forEach((deal, terms) -> {
            if (terms.isPresent()) {
                Optional.ofNullable(proposals.get(deal)).ifPresent(one -> changed.add(one.withTerms(terms.get())));
            } else {
                Optional.ofNullable(open.get(deal)).ifPresent(scored::add);
            }
        });
        if (!changed.isEmpty()) {
            scored.addAll(engine.score(changed));
        }
        return sum(out.size(), scored);
    }

    /// What goes out by deal; without terms it goes out as proposed. The last word on a deal holds.
    static Map<String, Optional<DealTerms>> terms(SessionReport report) {
        Map<String, Optional<DealTerms>> out = new LinkedHashMap<>();
        for (SessionReport.Line line : report.lines()) {
            if (line.stands() && line.kind() == AuditKind.APPROVED) {
                out.put(line.subject(), Optional.empty());
            } else if (line.stands() && line.kind() == AuditKind.OVERRIDDEN) {
                Optional<DealTerms> terms = Optional.ofNullable(line.newTerms());
                out.remove(line.subject());
                terms.ifPresent(now -> out.put(line.subject(), Optional.of(now)));
            }
        }
        return out;
    }

    private static SentOut sum(int deals, List<ScoredDeal> scored) {
        return new SentOut(
                deals,
                scored.size(),
                Money.of(scored.stream()
                        .mapToDouble(one -> one.expectedGp30().amount())
                        .sum()),
                new MoneyRange(
                        Money.of(scored.stream()
                                .mapToDouble(one -> one.gp30Range().low().amount())
                                .sum()),
                        Money.of(scored.stream()
                                .mapToDouble(one -> one.gp30Range().high().amount())
                                .sum())));
    }
}
