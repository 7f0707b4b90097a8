package aidg.engine.torch.packed;

/// The inner loops of the scorer, in two forms: vector instructions, and plain Java where the vector module is
/// absent.
///
/// A matrix in a `float[]` is given by where its first row starts and by its stride. Every row that is written
/// has room for `padded(columns)` numbers. Sums run over the inputs in ascending order, whatever the number of
/// rows, so a deal gets the same bits alone and among others.
interface Arithmetic {

    /// The fastest form that this Java can run.
    static Arithmetic best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorArithmetic() : new PlainArithmetic();
    }

    /// For people: `vector, 512 bits` or `plain`.
    String name();

    /// Numbers that a written row of this many columns needs room for.
    int padded(int columns);

    /// Repacks a matrix.
    ///
    /// @param matrix `in` rows of `out` numbers, the first at `from`, each `stride` after the one before
    /// @param bias   `out` numbers from `biasFrom` on
    Layer layer(float[] matrix, int from, int stride, int in, int out, float[] bias, int biasFrom);

    /// y = x · layer + bias, row by row; x has `layer.in()` columns.
    void multiply(float[] x, int xFrom, int xStride, int rows, Layer layer, float[] y, int yFrom, int yStride);

    /// x = gelu(x), the exact one with the error function, to 3e-7 of |x| or of 1, whichever is more.
    void gelu(float[] x, int from, int length);

    /// Makes each of `groups` neighbouring groups of `size` numbers in every row positive with sum 1, by softmax.
    void softmax(float[] x, int from, int stride, int rows, int groups, int size);

    /// x = norm(x + residual), row by row, over as many columns as the norm has.
    void normalise(float[] x, int xFrom, float[] residual, int residualFrom, int stride, int rows, Norm norm);

    /// to = to + from, number by number.
    void add(float[] from, int fromAt, float[] to, int toAt, int length);

    /// The dot product of all of `b` with as many numbers of `a`.
    float dot(float[] a, int aFrom, float[] b);

    /// The sum of all numbers, as fast as they can be read.
    float sum(float[] values);

    /// A stride for rows that are read by `multiply`: not a power of two, which would crowd a few lines of the
    /// cache.
    default int stride(int columns) {
        return padded(columns) + 16;
    }
}
