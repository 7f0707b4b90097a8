package aidg.engine.features;

/// How crowded a merchant's surroundings are, same category only.
///
/// @param within2Km merchants within 2 km
/// @param within5Km merchants within 5 km
/// @param nearestKm distance to the nearest, NaN if there is none within 25 km
record Competition(int within2Km, int within5Km, double nearestKm) {}
