package aidg.ui.page;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import java.util.Optional;

/// Where a person can be.
public sealed interface Destination {

    /// What the way back leads to later: this place as it was left, without doing again what coming here did.
    default Destination revisited() {
        return this;
    }

    /// The review queue, at one proposal if named.
    ///
    /// @param edit    terms to write down as an override of that proposal, if any
    /// @param comment to write beside them; one without terms opens an override too; may be empty
    record Review(Optional<String> dealId, Optional<DealTerms> edit, String comment) implements Destination {

        public static final Review QUEUE = new Review(Optional.empty());

        /// Without terms to write down.
        public Review(Optional<String> dealId) {
            this(dealId, Optional.empty(), "");
        }

        @Override
        public Destination revisited() {
            return QUEUE;
        }
    }

    /// The selected proposal on other terms.
    ///
    /// @param offer a proposal of the queue to select, on the terms and the first day that are to be tried
    record WhatIf(Optional<Proposal> offer) implements Destination {

        /// Whatever is selected, as it was left.
        public WhatIf() {
            this(Optional.empty());
        }

        @Override
        public Destination revisited() {
            return new WhatIf();
        }
    }

    /// Why the selected proposal scores as it does.
    record Why() implements Destination {}

    /// Merchants like one: the named one, else the selected proposal's.
    record Similar(Optional<String> merchantId) implements Destination {

        public static final Similar TO_SELECTED = new Similar(Optional.empty());
    }

    /// The rules that the model follows.
    record Rules() implements Destination {}

    /// The review session and its report.
    record Session() implements Destination {}

    /// The second reading of what others decided.
    record SecondReading() implements Destination {}

    /// What became of one's own decisions.
    record Mirror() implements Destination {}

    /// Named scenarios of the selected proposal.
    record Scenarios() implements Destination {}

    /// A policy of terms over many deals.
    record Portfolio() implements Destination {}

    /// The data the workbench works on.
    record Data() implements Destination {}
}
