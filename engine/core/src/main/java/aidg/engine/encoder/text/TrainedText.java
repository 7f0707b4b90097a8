package aidg.engine.encoder.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trained reader of texts, to be kept in a model file.
///
/// @param options it was trained with
/// @param targets numbers that it foretells beside polarity
/// @param pieces  vocabulary in order of ids; empty where a BERT's own is used
/// @param bert    the BERT whose features it stands on, null for the notes transformer
/// @param weights in the safetensors form, the wide part's included, a BERT's not
/// @param passes  how training went, one sentence
public record TrainedText(
        TextOptions options,
        int targets,
        List<String> pieces,
        @Nullable Bert bert,
        byte[] weights,
        String passes) {

    /// A folder in the Hugging Face form.
    ///
    /// @param hash SHA-256 of its weights, hexadecimal
    public record Bert(String folder, String hash) {}

    public TrainedText {
        pieces = List.copyOf(pieces);
    }
}
