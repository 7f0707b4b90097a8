/// The data: one consistent snapshot in memory, what an import reports, the seeded generator. Read
/// `Marketplace` and `ImportReport` first; `intake` reads files into a `Marketplace`.
@NullMarked
package aidg.engine.marketplace;

import org.jspecify.annotations.NullMarked;
