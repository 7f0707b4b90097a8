package aidg.engine.torch;

import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer.Gradients;
import aidg.engine.scorer.Scorer.Mix;
import aidg.engine.scorer.Scorer.Mixture;
import aidg.engine.scorer.Scorer.Output;
import aidg.engine.scorer.ScorerDimensions;
import aidg.engine.torch.packed.PackedMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Mixes on the packed kernel; gradients through PyTorch.
final class FoldedMixture implements Mixture {

    private final PackedMixture packed;
    private final Skip skip;
    private final Supplier<Mixture> torch;

    FoldedMixture(PackedMixture packed, Skip skip, Supplier<Mixture> torch) {
        this.packed = packed;
        this.skip = skip;
        this.torch = torch;
    }

    @Override
    public synchronized List<Output> score(List<Mix> mixes) {
        if (mixes.isEmpty()) {
            return List.of();
        }
        int inputs = mixes.getFirst().joint().length;
        float[] joints = new float[mixes.size() * inputs];
        List<PackedMixture.Mix> parts = new ArrayList<>(mixes.size());
        for (int i = 0; i < mixes.size(); i++) {
            Mix mix = mixes.get(i);
            System.arraycopy(mix.joint(), 0, joints, i * inputs, inputs);
            parts.add(new PackedMixture.Mix(mix.deal(), mix.memory(), mix.other()));
        }
        float[] results = packed.score(parts, joints);
        skip.add(joints, results);
        List<Output> outputs = new ArrayList<>(mixes.size());
        for (int i = 0; i < mixes.size(); i++) {
            int at = i * ScorerDimensions.OUTPUTS;
            outputs.add(Output.of(Arrays.copyOfRange(results, at, at + ScorerDimensions.OUTPUTS), 0));
        }
        return outputs;
    }

    @Override
    public Gradients gradients(int steps, Calibration.Line line) {
        return torch.get().gradients(steps, line);
    }
}
