package aidg.engine;

import aidg.engine.domain.Merchant;

/// A merchant on the map of its category.
///
/// @param x         along the direction in which the profiles differ most; without a unit
/// @param y         along the direction that comes next
/// @param prototype whether it stands for its category
/// @param matured   its deals that went out and whose gross profit is known
/// @param reached   how many of those reached their baseline
public record MapPoint(Merchant merchant, double x, double y, boolean prototype, int matured, int reached) {}
