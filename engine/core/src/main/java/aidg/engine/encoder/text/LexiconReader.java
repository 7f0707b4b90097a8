package aidg.engine.encoder.text;

import java.util.List;

/// Reads texts with the word list alone: shares and intensity follow from the words of opinion, the 28 numbers
/// without a name are 0. Used while nothing is trained, and says so. [X3]
public final class LexiconReader implements TextReader {

    private final OpinionLexicon lexicon;

    public LexiconReader(OpinionLexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "lexicon, degraded";
    }

    @Override
    public boolean degraded() {
        return true;
    }

    @Override
    public float[][] encode(List<String> texts) {
        return texts.stream().map(this::encode).toArray(float[][]::new);
    }

    private float[] encode(String text) {
        OpinionLexicon.Reading reading = lexicon.read(TextWords.of(text));
        double polarity = reading.polarity();
        float[] encoding = new float[WIDTH];
        encoding[NEGATIVE] = (float) Math.max(0, -polarity);
        encoding[POSITIVE] = (float) Math.max(0, polarity);
        encoding[NEUTRAL] = 1 - encoding[NEGATIVE] - encoding[POSITIVE];
        encoding[INTENSITY] = (float) reading.intensity();
        return encoding;
    }
}
