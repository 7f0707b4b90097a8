package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import aidg.engine.torch.packed.ScorerShape;
import aidg.engine.torch.packed.ScorerWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the contextual scorer's weights from the safetensors form.
public final class ContextualWeights {

    private ContextualWeights() {}

    /// @throws IllegalArgumentException if they are damaged or not of this shape, saying which array
    public static ScorerWeights read(byte[] safetensors, ScorerShape shape) {
        TorchDevice cpu = TorchDevice.choose(TorchDevice.Wish.CPU);
        try (NDManager manager = TorchDevice.engine().newBaseManager(cpu.device())) {
            NDList arrays = Safetensors.read(manager, safetensors);
            Map<String, float[]> values = new LinkedHashMap<>();
            for (NDArray array : arrays) {
                values.put(array.getName(), array.toFloatArray());
            }
            return new ScorerWeights(shape, values);
        }
    }
}
