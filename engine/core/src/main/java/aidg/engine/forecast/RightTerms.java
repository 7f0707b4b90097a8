package aidg.engine.forecast;

/// What the terms of a merchant's deals should be, as far as proposals and corrections tell.
///
/// @param mean discount, log list price and log length
/// @param sd   how unsure each is
record RightTerms(double[] mean, double[] sd) {}
