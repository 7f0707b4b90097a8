package aidg.engine.forecast;

import aidg.engine.domain.Note;

/// What one note says will change, read once for every span of days after it.
///
/// @param day     on which it was written, as epoch day
/// @param changes one per `STEP` days
record NoteCurve(long day, double[] changes) {

    private static final int STEP = 10;
    private static final int LENGTH = 25;

    static NoteCurve of(Note note, NoteReader.Said said) {
        double[] changes = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double change = said.change((long) i * STEP + STEP / 2);
            changes[i] = Double.isFinite(change) ? change : 0;
        }
        return new NoteCurve(note.writtenOn().toEpochDay(), changes);
    }

    double on(long later) {
        int at = (int) Math.min(Math.max(0, later - day) / STEP, LENGTH);
        return at < LENGTH ? changes[at] : 0;
    }
}
