package aidg.ui.shell;

/// What computes the scores, and how fast.
///
/// @param device        `CPU`, `CUDA GPU 0`
/// @param millisPerDeal measured time of one score, in milliseconds; 0 while not measured
/// @param modelHash     the active model
/// @param fallback      why it is not the device that was asked for; empty if it is
public record EngineStatus(String device, double millisPerDeal, String modelHash, String fallback) {}
