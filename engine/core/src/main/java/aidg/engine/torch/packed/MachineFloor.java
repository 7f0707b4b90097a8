package aidg.engine.torch.packed;

/// What one thread of this machine cannot do faster, measured: products of large matrices, and reading weights
/// that lie
/// where the weights of a scorer lie. Benchmarks divide by it.
///
/// @param multiplyAddsPerSecond of the best of many products
/// @param bytesPerSecond        of the best of many readings
public record MachineFloor(double multiplyAddsPerSecond, double bytesPerSecond) {

    private static final int ROWS = 360;
    private static final int SIDE = 512;
    private static final int TIMES = 300;

    /// Takes about two seconds.
    public static MachineFloor measure(ScorerShape shape) {
        Arithmetic arithmetic = Arithmetic.best();
        return new MachineFloor(products(arithmetic), readings(arithmetic, (int) shape.weightsPerDeal()));
    }

    /// The same with a rate of products that another library reached, if that is higher.
    public MachineFloor orProducts(double otherMultiplyAddsPerSecond) {
        return new MachineFloor(Math.max(multiplyAddsPerSecond, otherMultiplyAddsPerSecond), bytesPerSecond);
    }

    /// The least time for work that multiplies so often and reads so many bytes of weights, in milliseconds.
    public double millis(double multiplyAdds, double bytes) {
        return 1e3 * Math.max(multiplyAdds / multiplyAddsPerSecond, bytes / bytesPerSecond);
    }

    private static double products(Arithmetic arithmetic) {
        int stride = arithmetic.stride(SIDE);
        float[] x = new float[ROWS * stride];
        float[] y = new float[ROWS * stride];
        Layer layer = arithmetic.layer(new float[SIDE * SIDE], 0, SIDE, SIDE, SIDE, new float[SIDE], 0);
        double best = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            arithmetic.multiply(x, 0, stride, ROWS, layer, y, 0, stride);
            best = Math.max(best, 1e9 * ROWS * SIDE * SIDE / (System.nanoTime() - start));
        }
        return best;
    }

    private static double readings(Arithmetic arithmetic, int numbers) {
        float[] weights = new float[numbers];
        double best = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            float sum = arithmetic.sum(weights);
            long nanos = System.nanoTime() - start;
            if (sum != 0) {
                throw new IllegalStateException("zeros have the sum " + sum);
            }
            best = Math.max(best, 1e9 * Float.BYTES * numbers / nanos);
        }
        return best;
    }
}
