package aidg.engine.review;

import aidg.engine.domain.Merchant;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A session's report beside what today's data and queue say of it.
///
/// @param names    merchants by what lines are about, a deal or a merchant; what has left the data has no name
/// @param waiting  deals of this session that await review now
/// @param left     all proposals that await review now, put off ones not counted
/// @param asleep   proposals that are put off now
public record SessionAccount(
        SessionReport report,
        List<Interruption> interruptions,
        Map<String, String> names,
        Set<String> waiting,
        int left,
        int asleep) {

    public SessionAccount {
        interruptions = List.copyOf(interruptions);
        names = Map.copyOf(names);
        waiting = Set.copyOf(waiting);
    }

    /// Where there is no data.
    public static SessionAccount without(SessionReport report, List<WorkSpan> spans) {
        return new SessionAccount(report, Interruption.of(report, spans), Map.of(), Set.of(), 0, 0);
    }

    /// @param standing what all decisions together come to
    /// @param snoozes  what is or was put off
    /// @param today    decides what is still put off
    public static SessionAccount of(
            SessionReport report,
            List<WorkSpan> spans,
            Marketplace market,
            Standing standing,
            List<Snooze> snoozes,
            LocalDate today) {
        Set<String> asleep = new HashSet<>();
        snoozes.stream().filter(snooze -> snooze.sleepsOn(today)).forEach(snooze -> asleep.add(snooze.dealId()));
        Map<String, String> merchants = new HashMap<>();
        Set<String> awaiting = new HashSet<>();
        for (Proposal proposal : market.proposals()) {
            market.merchant(proposal.merchantId()).ifPresent(merchant -> merchants.put(proposal.id(), merchant.name()));
            if (standing.awaits(proposal.id())) {
                awaiting.add(proposal.id());
            }
        }
        Map<String, String> names = new HashMap<>();
        Set<String> waiting = new HashSet<>();
        for (SessionReport.Line line : report.lines()) {
            Optional.ofNullable(merchants.get(line.subject()))
                    .or(() -> market.merchant(line.subject()).map(Merchant::name))
                    .ifPresent(name -> names.put(line.subject(), name));
            if (awaiting.contains(line.subject())) {
                waiting.add(line.subject());
            }
        }
        int put = (int) awaiting.stream().filter(asleep::contains).count();
        return new SessionAccount(report, Interruption.of(report, spans), names, waiting, awaiting.size() - put, put);
    }

    /// Whether it stands still because it was interrupted, and has neither gone on nor ended.
    public boolean isInterrupted() {
        ReviewSession session = report.session();
        return session.endedAt() == null
                && !session.running()
                && !interruptions.isEmpty()
                && interruptions.getLast().resumedAt() == null;
    }
}
