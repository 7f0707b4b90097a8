package aidg.engine.domain;

import java.time.LocalDate;

/// A business that sells through the marketplace.
///
/// @param area         part of the city in words, empty if unknown
/// @param joinedOn     first day on the marketplace
/// @param baselineGp30 gross profit of 30 ordinary days without a deal; may be zero or negative [B9]
public record Merchant(
        String id,
        String name,
        Category category,
        String cityId,
        String area,
        Position position,
        LocalDate joinedOn,
        Money baselineGp30) {}
