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
/// @param hash        first 16 hexadecimal digits of SHA-256 over weights, features and calibration; the model's name
/// @param weightsHash SHA-256 of `scorer.safetensors`
/// @param featuresHash SHA-256 of `features.json`
/// @param dataHash    of the marketplace it learned from
/// @param examples    deals it learned from
/// @param merchants   merchants in the data
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
