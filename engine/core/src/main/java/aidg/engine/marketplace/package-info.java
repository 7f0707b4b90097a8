/// The data: import with rejects, the seeded generator, read access. Read `Marketplace` and `MarketplaceImport` first.
@NullMarked
package aidg.engine.marketplace;

import org.jspecify.annotations.NullMarked;
