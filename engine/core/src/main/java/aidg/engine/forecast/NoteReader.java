package aidg.engine.forecast;

import aidg.engine.domain.Note;

/// Reads what a note says of sales to come, on a logarithmic scale or any other that is proportional to it; 0 for
/// nothing.
@FunctionalInterface
public interface NoteReader {

    Said read(Note note);

    /// What one note says.
    interface Said {

        /// How well the merchant does, as a whole.
        double outlook();

        /// What changes with the event that the note tells of.
        ///
        /// @param days from the note to the middle of the 30 days from the start of a deal, 0 or more
        double change(long days);
    }

    /// Reads nothing.
    static NoteReader none() {
        Said nothing = new Said() {
            @Override
            public double outlook() {
                return 0;
            }

            @Override
            public double change(long days) {
                return 0;
            }
        };
        return note -> nothing;
    }
}
