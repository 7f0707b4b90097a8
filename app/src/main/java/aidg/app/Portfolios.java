package aidg.app;

import aidg.engine.DealEngine;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Standing;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Policies put on the open proposals of a session.
public final class Portfolios {

    private final Session session;
    private final Marketplace marketplace;

    public Portfolios(Session session, Marketplace marketplace) {
        this.session = session;
        this.marketplace = marketplace;
    }

    private Standing standing() {
        return Standing.of(session.workspace().decisions());
    }

    /// Proposals that await review.
    public List<Proposal> awaiting() {
        Standing standing = standing();
        return marketplace.proposals().stream()
                .filter(proposal -> standing.awaits(proposal.id()))
                .toList();
    }

    /// Those of them that a scope holds.
    public List<Proposal> in(Scope scope) {
        return awaiting().stream()
                .filter(one -> scope.holds(
                        one, marketplace.knownMerchant(one.merchantId()).cityId()))
                .toList();
    }

    /// Puts a policy on some proposals that await review; whatever else was not overridden runs beside them.
    ///
    /// @throws java.util.concurrent.CancellationException if `progress` asks to stop
    public Portfolio run(DealEngine engine, Policy policy, List<Proposal> chosen, Progress progress) {
        Standing standing = standing();
        Set<Proposal> under = new HashSet<>(chosen);
        List<Proposal> others = marketplace.proposals().stream()
                .filter(proposal -> !under.contains(proposal) && mayRun(standing, proposal))
                .toList();
        return engine.portfolio(policy, chosen, others, progress);
    }

    private static boolean mayRun(Standing standing, Proposal proposal) {
        Decision decision = standing.inForce().get(proposal.id());
        return decision == null || !(decision.verdict() instanceof Overridden);
    }
}
