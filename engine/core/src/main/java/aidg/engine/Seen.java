package aidg.engine;

import aidg.engine.forecast.Circumstances;
import aidg.engine.scorer.Scorer.Question;

/// A deal with all that explanations read of it.
///
/// @param row           raw features
/// @param circumstances what its sales forecast is made from
/// @param score         before any risk adjustment, 0..1
record Seen(
        String proposalId,
        String merchantId,
        float[] row,
        Question question,
        Circumstances circumstances,
        double score) {}
