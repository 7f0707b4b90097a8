package aidg.engine.forecast;

/// How much more often than usual deals were overridden, as logarithms of shrunken rates over the marketplace's.
///
/// @param own         of this merchant, per reason
/// @param manager     by this merchant's manager, per reason
/// @param ownRate     of this merchant, for any reason
/// @param managerRate by this merchant's manager, for any reason
record OverrideLeanings(double[] own, double[] manager, double ownRate, double managerRate) {}
