package aidg.ui.page;

import java.util.Optional;

/// Where a person can be.
public sealed interface Destination {

    /// The review queue, at one proposal if named.
    record Review(Optional<String> dealId) implements Destination {

        public static final Review QUEUE = new Review(Optional.empty());
    }

    /// Why the selected proposal scores as it does.
    record Why() implements Destination {}

    /// Merchants like one: the named one, else the selected proposal's.
    record Similar(Optional<String> merchantId) implements Destination {

        public static final Similar TO_SELECTED = new Similar(Optional.empty());
    }

    /// The rules that the model follows.
    record Rules() implements Destination {}

    /// The data the workbench works on.
    record Data() implements Destination {}
}
