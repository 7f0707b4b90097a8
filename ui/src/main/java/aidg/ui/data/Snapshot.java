package aidg.ui.data;

import java.time.Instant;
import java.time.LocalDate;

/// What the workbench works on.
///
/// @param asOf       the day whose knowledge it holds
/// @param dataHash   SHA-256 over the accepted rows, hexadecimal
/// @param importedAt when it was put in place
/// @param source     the folder it came from
public record Snapshot(
        long merchants,
        long deals,
        long proposals,
        LocalDate asOf,
        String dataHash,
        Instant importedAt,
        String source) {}
