package aidg.engine.encoder;

/// What is known of a merchant on a day beside its deals.
///
/// @param notes  three readings of the notes, each `text` numbers and two on its age [PER-8]
/// @param place  city, seasons of the category, competition [PER-9]
/// @param graph  what the graph of merchants and deals says [PER-10]
/// @param groups facts of the feature groups, token by token
public record MerchantContext(float[] notes, float[] place, float[] graph, float[] groups) {

    /// Readings of the notes: the latest, the one before, and their average.
    public static final int READINGS = 3;

    /// Numbers on the age of a reading.
    public static final int AGE = 2;
}
