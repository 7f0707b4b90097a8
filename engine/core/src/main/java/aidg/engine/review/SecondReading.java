package aidg.engine.review;

import aidg.engine.domain.OverrideReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a second reader would have decided on a proposal without sight of the first decision.
///
/// @param reason why it should not have gone out as proposed, null if it should have
public record SecondReading(
        String dealId, String reader, Instant at, @Nullable OverrideReason reason, String comment) {

    public boolean approves() {
        return reason == null;
    }
}
