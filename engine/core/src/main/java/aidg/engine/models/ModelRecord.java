package aidg.engine.models;

import aidg.engine.encoder.EncoderDimensions;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.TrainingOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where a model came from: `model.json`.
///
/// @param format      version of the file form, 2
/// @param hash        the model's name: first 16 hexadecimal digits of SHA-256 over everything that decides a
///             score,
///                    which is weights, features and calibration; see `ModelFile` for what is left out and why
/// @param weightsHash SHA-256 over those of the parts' weights
/// @param featuresHash SHA-256 of `features.json`
/// @param trainedAt   when its training ended
/// @param dataHash    of the marketplace it learned from
/// @param examples    deals it learned from
/// @param merchants   merchants in the data
/// @param split       which months it learned from, was tuned on and must be tested on
/// @param options     how it was trained; the seed also draws the orders of its explanations
/// @param encoder     sizes of the merchant encoder; they follow from the features, and others are refused [X2]
/// @param dimensions  sizes of the scorer, likewise
/// @param calibration of its outputs
/// @param versions    of Java, DJL, PyTorch and the workbench
/// @param metrics     on the tuning deals, by name
/// @param stages      how each stage of the training went
public record ModelRecord(
        int format,
        String hash,
        String weightsHash,
        String featuresHash,
        Instant trainedAt,
        String dataHash,
        int merchants,
        int examples,
        TimeSplit split,
        TrainingOptions options,
        EncoderDimensions encoder,
        ScorerDimensions dimensions,
        Calibration calibration,
        Map<String, String> versions,
        Map<String, Double> metrics,
        List<TrainedStage> stages) {

    public ModelRecord {
        versions = new TreeMap<>(versions);
        metrics = new TreeMap<>(metrics);
        stages = List.copyOf(stages);
    }
}
