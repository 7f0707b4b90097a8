/// The marketplace as a graph of merchants and deals: building, sampling, targets. Read `MarketplaceGraph` and
/// `GraphSnapshot` first.
@NullMarked
package aidg.engine.encoder.graph;

import org.jspecify.annotations.NullMarked;
