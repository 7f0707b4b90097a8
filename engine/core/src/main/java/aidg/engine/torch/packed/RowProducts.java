package aidg.engine.torch.packed;

/// Dot products of one vector with every row of a matrix, as fast as the rows can be read.
public final class RowProducts {

    private static final Arithmetic ARITHMETIC = Arithmetic.best();

    private RowProducts() {}

    /// @param rows  row by row, each as long as `query`
    /// @param count rows to take, from the first on
    /// @return one product per row
    public static float[] of(float[] rows, int count, float[] query) {
        float[] products = new float[count];
        for (int i = 0; i < count; i++) {
            products[i] = ARITHMETIC.dot(rows, i * query.length, query);
        }
        return products;
    }

    /// The sum of all numbers: the floor of whatever reads them once.
    public static float sum(float[] values) {
        return ARITHMETIC.sum(values);
    }
}
