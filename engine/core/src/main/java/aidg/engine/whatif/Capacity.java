package aidg.engine.whatif;

/// Whether merchants could serve the buyers that are expected. Nobody tells what a merchant can serve; it is known
/// where its deals ended at the same highest number again and again.
///
/// @param known  deals of merchants whose limit showed
/// @param before of these, how many expect more buyers than that as proposed
/// @param after  the same under the policy
public record Capacity(int known, int before, int after) {}
