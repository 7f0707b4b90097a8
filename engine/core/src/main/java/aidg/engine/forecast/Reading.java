package aidg.engine.forecast;

/// How a merchant does according to a note: an observation of its lasting state, beside those that deals are.
///
/// @param day   on which the note was written, as epoch day
/// @param value proportional to the state, with noise
record Reading(long day, double value) {}
