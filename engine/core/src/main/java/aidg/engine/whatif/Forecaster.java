package aidg.engine.whatif;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import java.util.List;

/// Says what proposals would bring, alone and beside others.
public interface Forecaster {

    /// What proposals would bring, in their order, if these others ran beside what is agreed already.
    ///
    /// @param beside one list per proposal, empty for the rivals as they are
    List<Prospect> of(List<Proposal> proposals, List<List<Proposal>> beside);

    /// For each proposal its rivals among others, were all to run: same category, near, overlapping days.
    List<List<Proposal>> rivals(List<Proposal> proposals, List<Proposal> among);

    /// By how much other terms change the gross profit of 30 days, dollars, in ways in which things may really be:
    /// as many as for every other proposal, and the same ones for proposals of one merchant.
    double[] drawnGains(Proposal proposal, DealTerms other);

    /// The most vouchers that the merchant of a proposal can honour; 0 if nobody knows.
    int capacity(Proposal proposal);

    /// Where the merchant of a proposal belongs.
    Place place(Proposal proposal);
}
