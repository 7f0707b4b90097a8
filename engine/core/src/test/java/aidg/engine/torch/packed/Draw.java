package aidg.engine.torch.packed;

import java.util.random.RandomGenerator;

/// Random numbers for tests.
final class Draw {

    private Draw() {}

    /// Numbers in -scale..scale.
    static float[] floats(int count, double scale, RandomGenerator random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
