/// Reading other people's files into a `Marketplace`: every row is taken or refused with its place and the reason.
/// Read `MarketplaceImport` and `TableIntake` first.
///
/// CSV and JSON are read here byte by byte and token by token rather than by the embedded database, because a
/// refusal names the physical line, the column and the text as it stands, also for faults that only the meaning
/// of a row shows, and because one stray quote must cost one row and not the rest of the file. Parquet and
/// mappings are read by the embedded database.
@NullMarked
package aidg.engine.marketplace.intake;

import org.jspecify.annotations.NullMarked;
