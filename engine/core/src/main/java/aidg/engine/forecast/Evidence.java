package aidg.engine.forecast;

/// What is left of a target once the marketplace's coefficients are taken out, point by point; filled by its maker.
final class Evidence {

    private static final int PASSES = 2;

    final Points points;
    final double[] residual;
    final double[] counting;
    final boolean[] soldOut;

    private Evidence(Points points) {
        this.points = points;
        residual = new double[points.size()];
        counting = new double[points.size()];
        soldOut = new boolean[points.size()];
    }

    static Evidence empty(int n) {
        return new Evidence(new Points(new double[n][Basis.OF_MERCHANT], new int[n], new int[n], new double[n]));
    }

    void put(int at, Reading reading, int merchant, long daysBack) {
        residual[at] = reading.value();
        points.merchants()[at] = merchant;
        points.groups()[at] = Points.READING;
        points.daysBack()[at] = Math.max(0, daysBack);
    }

    /// Replaces sold-out deals by what stands for them.
    void lift(Kernel kernel) {
        int n = residual.length;
        double[] bound = residual.clone();
        double[] natural = counting.clone();
        double[] extra = new double[n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            extra[i] = soldOut[i] ? SoldOut.VAGUE : 0;
            any |= soldOut[i];
        }
        for (int pass = 0; pass < PASSES && any; pass++) {
            for (int i = 0; i < n; i++) {
                counting[i] = natural[i] + extra[i];
            }
            Cholesky root = Cholesky.of(kernel.covariance(points, counting), n);
            SoldOut.update(root, residual.clone(), bound, soldOut, residual, extra);
        }
        for (int i = 0; i < n; i++) {
            counting[i] = natural[i] + extra[i];
        }
    }
}
