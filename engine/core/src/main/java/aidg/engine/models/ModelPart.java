package aidg.engine.models;

/// A part of a model with weights of its own, in a file of its own. [PER-15]
public enum ModelPart {
    /// The merchant encoder without its text and graph branches' own networks.
    MERCHANT_ENCODER("merchant_encoder.safetensors"),
    /// The contextual scorer.
    CONTEXTUAL_SCORER("contextual_scorer.safetensors"),
    /// The reader of notes.
    NOTES("notes.safetensors"),
    /// The graph of merchants and deals.
    GRAPH("graph.safetensors");

    private final String file;

    ModelPart(String file) {
        this.file = file;
    }

    /// Its name in a model's folder.
    public String file() {
        return file;
    }
}
