package aidg.engine.whatif;

/// Whom a deal shares its luck with: its merchant, within its neighbourhood, within its city.
///
/// @param neighbourhood area and trade
public record Place(String merchant, String neighbourhood, String city) {}
