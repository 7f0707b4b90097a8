package aidg.engine.models;

import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.TrainingOptions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Where a model came from: `model.json`.
///
/// @param format      version of the file form, 1
/// @param hash        the model's name: first 16 hexadecimal digits of SHA-256 over everything that decides a score,
///                    which is weights, features and calibration; see `ModelFile` for what is left out and why
/// @param weightsHash SHA-256 of `scorer.safetensors`
/// @param featuresHash SHA-256 of `features.json`
/// @param trainedAt   when its training ended
/// @param dataHash    of the marketplace it learned from
/// @param examples    deals it learned from
/// @param merchants   merchants in the data
/// @param split       which months it learned from, was tuned on and must be tested on
/// @param options     how it was trained; the seed also draws the orders of its explanations
/// @param dimensions  sizes of the network; they follow from the features, and others are refused
/// @param calibration of its outputs
/// @param versions    of Java, DJL, PyTorch and the workbench
/// @param metrics     on the tuning deals, by name
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
        ScorerDimensions dimensions,
        Calibration calibration,
        Map<String, String> versions,
        Map<String, Double> metrics) {

    public ModelRecord {
        versions = new TreeMap<>(versions);
        metrics = new TreeMap<>(metrics);
    }
}
