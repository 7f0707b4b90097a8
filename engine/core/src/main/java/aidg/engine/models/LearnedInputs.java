package aidg.engine.models;

import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.geo.CityVectors;
import aidg.engine.encoder.text.TextOptions;
import aidg.engine.encoder.text.TrainedText;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.TokenLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was learned beside weights: `features.json`.
///
/// @param fit     of the features
/// @param layout  means and deviations of the features
/// @param scaling what is usual in a category, for events
/// @param cities  vectors of the cities
/// @param notes   how the notes are read; null for the word list
public record LearnedInputs(
        FeatureFit fit,
        TokenLayout layout,
        EventScaling scaling,
        CityVectors cities,
        @Nullable Notes notes) {

    /// A reader of notes without its weights.
    ///
    /// @param pieces vocabulary in order of ids
    public record Notes(
            TextOptions options, int targets, List<String> pieces, TrainedText.@Nullable Bert bert, String passes) {

        public Notes {
            pieces = List.copyOf(pieces);
        }

        static Notes of(TrainedText text) {
            return new Notes(text.options(), text.targets(), text.pieces(), text.bert(), text.passes());
        }

        /// With its weights.
        public TrainedText with(byte[] weights) {
            return new TrainedText(options, targets, pieces, bert, weights, passes);
        }
    }

    /// @param text null for the word list
    public static LearnedInputs of(
            FeatureFit fit, TokenLayout layout, EventScaling scaling, CityVectors cities, @Nullable TrainedText text) {
        return new LearnedInputs(fit, layout, scaling, cities, text == null ? null : Notes.of(text));
    }

    /// What reads the notes, for people. [X3]
    public String notesReader() {
        Notes reader = notes;
        if (reader == null) {
            return "word list, degraded";
        }
        TrainedText.Bert bert = reader.bert();
        return bert == null ? "notes transformer" : "BERT from " + bert.folder();
    }

    /// Sizes of the encoder for these inputs. [X2]
    public EncoderDimensions encoder() {
        return encoder(layout);
    }

    /// Sizes of the encoder for a layout.
    public static EncoderDimensions encoder(TokenLayout layout) {
        return EncoderDimensions.with(layout.tokens(Side.MERCHANT).size(), layout.width(Side.MERCHANT));
    }

    boolean sizesAre(EncoderDimensions encoder, ScorerDimensions scorer) {
        return encoder.equals(encoder()) && scorer.equals(scorer());
    }

    /// Sizes of the scorer for these inputs.
    public ScorerDimensions scorer() {
        return ScorerDimensions.full(layout, encoder().memoryTokens(), encoder().profile());
    }
}
