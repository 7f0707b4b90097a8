package aidg.engine.review;

import aidg.engine.domain.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a manager wrote about a merchant in this workspace. [PER-8]
///
/// @param number given by the workspace, from 1
/// @param dealId the proposal it was written at, null if at none
/// @param writer who wrote it
public record WrittenNote(
        long number, String merchantId, @Nullable String dealId, String writer, Instant at, String text) {

    /// The same among imported notes.
    ///
    /// @param zone where the writer was
    public Note asNote(ZoneId zone) {
        return new Note("W%06d".formatted(number), merchantId, writer, LocalDate.ofInstant(at, zone), text);
    }
}
