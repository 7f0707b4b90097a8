package aidg.engine.marketplace.generator;

import aidg.engine.marketplace.Marketplace;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A generated marketplace and, apart from it, what no importer ever sees.
///
/// @param marketplace the snapshot of `Timeline.AS_OF`, 2026-11-19
/// @param truth       id of every deal and every proposal to the true probability, 0..1, that it is approved
///                    and its gross profit of 30 days reaches the baseline, given all hidden state on the day
///                    of the proposal
public record Generated(Marketplace marketplace, SortedMap<String, Double> truth) {

    public Generated {
        truth = Collections.unmodifiableSortedMap(new TreeMap<>(truth));
    }
}
