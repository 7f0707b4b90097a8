package aidg.app.cli;

import aidg.app.Failure;
import picocli.CommandLine.Option;

/// The score from which a proposal is acceptable, as an option of several commands.
final class TargetOption {

    @Option(
            names = "--target",
            paramLabel = "F",
            defaultValue = "0.5",
            description =
                    "The score that is acceptable, 0 to 1. Default: ${DEFAULT-VALUE}, from which the model recommends.")
    private double target;

    /// Refuses what no score can be.
    void requireScore() {
        if (!(target >= 0 && target <= 1)) {
            throw Failure.badInput(
                    "%s is no score.".formatted(target), "--target", "Give a number from 0 to 1, such as 0.65.");
        }
    }

    double score() {
        return target;
    }
}
