package aidg.engine.encoder;

/// Parts of the merchant's memory, to take one away and see what it was good for: the six branches and the facts.
/// Token numbers follow `MemoryToken.BRANCHES`.
public enum Branch {
    DEAL_HISTORY("deal history", 1, 5),
    OVERRIDES("overrides", 5, 6),
    NOTES("notes", 6, 9),
    PLACE("place", 9, 12),
    GRAPH("graph", 12, 13),
    SEQUENCE("sequence", 13, 16),
    FACTS("facts", 16, Integer.MAX_VALUE);

    private final String words;
    private final int firstToken;
    private final int endToken;

    Branch(String words, int firstToken, int endToken) {
        this.words = words;
        this.firstToken = firstToken;
        this.endToken = endToken;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// Whether a token of the memory is this branch's own; the profile is of all.
    public boolean owns(int memoryToken) {
        return memoryToken >= firstToken && memoryToken < endToken;
    }

    /// Numbers that it gives to the fusion; facts give none.
    public int fused(EncoderDimensions dims) {
        return switch (this) {
            case DEAL_HISTORY -> dims.history();
            case OVERRIDES -> dims.override();
            case NOTES -> dims.text();
            case PLACE -> dims.place();
            case GRAPH -> dims.graph();
            case SEQUENCE -> dims.sequence();
            case FACTS -> 0;
        };
    }

    /// Where they begin.
    public int fusedFrom(EncoderDimensions dims) {
        int from = 0;
        for (Branch before : values()) {
            if (before == this) {
                return from;
            }
            from += before.fused(dims);
        }
        return from;
    }
}
