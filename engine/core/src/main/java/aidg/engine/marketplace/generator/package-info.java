/// A seeded, invented marketplace whose true success probabilities are known. Read `MarketplaceGenerator` and
/// `SalesModel` first; the equations are in `sample-data/README.md`.
@NullMarked
package aidg.engine.marketplace.generator;

import org.jspecify.annotations.NullMarked;
