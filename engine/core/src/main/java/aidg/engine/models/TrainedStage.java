package aidg.engine.models;

import java.util.List;

/// How one stage of a training went.
///
/// @param name      for people: `Merchant encoder`
/// @param seconds   it took, 0 where an earlier run had finished it
/// @param bestPass  whose weights were kept, from 1
/// @param trainLoss mean loss of every pass, as the items were met
/// @param tuneLoss  loss after every pass on deals not learned from
public record TrainedStage(String name, double seconds, int bestPass, List<Double> trainLoss, List<Double> tuneLoss) {

    public TrainedStage {
        trainLoss = List.copyOf(trainLoss);
        tuneLoss = List.copyOf(tuneLoss);
    }
}
