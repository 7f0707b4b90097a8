package aidg.engine.forecast;

import aidg.engine.domain.Note;
import java.util.function.ToDoubleFunction;

/// What a note says of sales to come, on a logarithmic scale or any other that is proportional to it; 0 for
/// nothing.
public interface NoteReader {

    /// How well the merchant does, as a whole.
    double outlook(Note note);

    /// What changes with the event that the note tells of.
    ///
    /// @param days from the note to the middle of the 30 days from the start of a deal, may be any number from 0
    ///             on
    default double change(Note note, long days) {
        return 0;
    }

    /// A reader of outlooks alone.
    static NoteReader of(ToDoubleFunction<Note> outlook) {
        return outlook::applyAsDouble;
    }

    /// Reads nothing.
    static NoteReader none() {
        return note -> 0;
    }
}
