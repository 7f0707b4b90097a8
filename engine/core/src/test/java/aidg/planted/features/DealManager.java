package aidg.planted.features;

/// Named after nothing.
record DealManager() {}
