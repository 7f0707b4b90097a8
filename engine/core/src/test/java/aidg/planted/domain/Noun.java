package aidg.planted.domain;

import aidg.planted.features.Fact;

/// Knows what it must not know.
public record Noun(Fact fact) {}
