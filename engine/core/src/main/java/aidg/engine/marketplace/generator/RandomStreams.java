package aidg.engine.marketplace.generator;

import java.util.SplittableRandom;

/// Independent random streams of one seed, by concern and index, so that drawing more in one concern leaves every
/// other unchanged.
record RandomStreams(long seed) {

    SplittableRandom of(String concern, long index) {
        return new SplittableRandom(mix(mix(mix(seed) + concern.hashCode()) + index));
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
