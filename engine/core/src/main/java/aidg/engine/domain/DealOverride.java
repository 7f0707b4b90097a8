package aidg.engine.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A merchant manager's change of a proposed deal. [PER-7]
///
/// @param newTerms what went out instead, null if nothing did
/// @param gp30     gross profit of the changed deal's first 30 days, null if it did not run or is not measured
public record DealOverride(
        String id,
        String dealId,
        String merchantId,
        String managerId,
        LocalDate madeOn,
        OverrideReason reason,
        @Nullable DealTerms newTerms,
        @Nullable Money gp30) {}
