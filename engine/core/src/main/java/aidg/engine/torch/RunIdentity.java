package aidg.engine.torch;

import java.util.ArrayList;
import java.util.List;

/// Which training run a checkpoint belongs to: everything that decides the weights. Only a run that would have
/// made the same checkpoint may go on from it.
///
/// @param data     hash of the marketplace
/// @param features hash of the features: their names and order, what they learned, means and deviations
/// @param options  seed, schedule and sizes of the network, in words
/// @param versions of what computes: DJL and PyTorch
public record RunIdentity(String data, String features, String options, String versions) {

    /// What is not the same, for people: `features, options`; empty if it is the same run.
    String differencesFrom(RunIdentity other) {
        List<String> different = new ArrayList<>();
        if (!data.equals(other.data)) {
            different.add("data");
        }
        if (!features.equals(other.features)) {
            different.add("features");
        }
        if (!options.equals(other.options)) {
            different.add("options");
        }
        if (!versions.equals(other.versions)) {
            different.add("versions");
        }
        return String.join(", ", different);
    }
}
