package aidg.ui.page;

import java.util.Optional;

/// Where a person can be.
public sealed interface Destination {

    /// The review queue, at one proposal if named.
    record Review(Optional<String> dealId) implements Destination {

        public static final Review QUEUE = new Review(Optional.empty());
    }

    /// The data the workbench works on.
    record Data() implements Destination {}
}
