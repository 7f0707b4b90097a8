package aidg.engine.torch.packed;

/// A `SweepAxis` whose tokens have passed, ready for any sweep of that merchant, whatever the other terms.
///
/// @param tokens which deal tokens it changes
/// @param points on the axis
/// @param sums   per point the sum of its tokens' parts
public record PassedAxis(int[] tokens, int points, float[] sums) {}
