package aidg.engine.torch.packed;

import static aidg.engine.torch.packed.VectorProducts.HALF;
import static aidg.engine.torch.packed.VectorProducts.LANES;
import static aidg.engine.torch.packed.VectorProducts.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Products of few rows, which wait for the weights rather than for the arithmetic: weights that fit bfloat16, the
/// upper half of a float, are read as that and widened in registers. Half the bytes, the same bits.
final class RoundedProducts {

    private static final VectorSpecies<Short> HALVES =
            VectorSpecies.of(short.class, VectorShape.forBitSize(S.vectorBitSize() / 2));
    private static final VectorSpecies<Integer> WHOLE = VectorSpecies.of(int.class, S.vectorShape());

    private RoundedProducts() {}

    private static FloatVector wide(short[] w, int at) {
        IntVector bits = (IntVector)
                ShortVector.fromArray(HALVES, w, at).convertShape(VectorOperators.ZERO_EXTEND_S2I, WHOLE, 0);
        return bits.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
    }

    static void oneRowTile(float[] x, int at, Layer layer, int tile, float[] y, int to) {
        short[] w = layer.rounded();
        int in = layer.in();
        int w0 = tile * 2 * HALF * in;
        int w1 = w0 + HALF * in;
        float[] bias = layer.bias();
        int column = tile * 2 * HALF;
        FloatVector a0 = FloatVector.fromArray(S, bias, column);
        FloatVector a1 = FloatVector.fromArray(S, bias, column + LANES);
        FloatVector a2 = FloatVector.fromArray(S, bias, column + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(S, bias, column + 3 * LANES);
        for (int k = 0; k < in; k++) {
            FloatVector v0 = wide(w, w0 + k * HALF);
            FloatVector v1 = wide(w, w0 + k * HALF + LANES);
            FloatVector v2 = wide(w, w1 + k * HALF);
            FloatVector v3 = wide(w, w1 + k * HALF + LANES);
            FloatVector a = FloatVector.broadcast(S, x[at + k]);
            a0 = a.fma(v0, a0);
            a1 = a.fma(v1, a1);
            a2 = a.fma(v2, a2);
            a3 = a.fma(v3, a3);
        }
        a0.intoArray(y, to);
        a1.intoArray(y, to + LANES);
        a2.intoArray(y, to + HALF);
        a3.intoArray(y, to + HALF + LANES);
    }

    static void nineRowsHalfTile(float[] x, int at, int stride, Layer layer, int half, float[] y, int to, int yStride) {
        short[] w = layer.rounded();
        int in = layer.in();
        int w0 = half * HALF * in;
        float[] bias = layer.bias();
        int column = half * HALF;
        FloatVector a0 = FloatVector.fromArray(S, bias, column);
        FloatVector a1 = FloatVector.fromArray(S, bias, column + LANES);
        FloatVector b0 = a0, b1 = a1;
        FloatVector c0 = a0, c1 = a1;
        FloatVector d0 = a0, d1 = a1;
        FloatVector e0 = a0, e1 = a1;
        FloatVector f0 = a0, f1 = a1;
        FloatVector g0 = a0, g1 = a1;
        FloatVector h0 = a0, h1 = a1;
        FloatVector i0 = a0, i1 = a1;
        for (int k = 0; k < in; k++) {
            FloatVector v0 = wide(w, w0 + k * HALF);
            FloatVector v1 = wide(w, w0 + k * HALF + LANES);
            FloatVector a = FloatVector.broadcast(S, x[at + k]);
            a0 = a.fma(v0, a0);
            a1 = a.fma(v1, a1);
            FloatVector b = FloatVector.broadcast(S, x[at + stride + k]);
            b0 = b.fma(v0, b0);
            b1 = b.fma(v1, b1);
            FloatVector c = FloatVector.broadcast(S, x[at + 2 * stride + k]);
            c0 = c.fma(v0, c0);
            c1 = c.fma(v1, c1);
            FloatVector d = FloatVector.broadcast(S, x[at + 3 * stride + k]);
            d0 = d.fma(v0, d0);
            d1 = d.fma(v1, d1);
            FloatVector e = FloatVector.broadcast(S, x[at + 4 * stride + k]);
            e0 = e.fma(v0, e0);
            e1 = e.fma(v1, e1);
            FloatVector f = FloatVector.broadcast(S, x[at + 5 * stride + k]);
            f0 = f.fma(v0, f0);
            f1 = f.fma(v1, f1);
            FloatVector g = FloatVector.broadcast(S, x[at + 6 * stride + k]);
            g0 = g.fma(v0, g0);
            g1 = g.fma(v1, g1);
            FloatVector h = FloatVector.broadcast(S, x[at + 7 * stride + k]);
            h0 = h.fma(v0, h0);
            h1 = h.fma(v1, h1);
            FloatVector i = FloatVector.broadcast(S, x[at + 8 * stride + k]);
            i0 = i.fma(v0, i0);
            i1 = i.fma(v1, i1);
        }
        a0.intoArray(y, to);
        a1.intoArray(y, to + LANES);
        b0.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        c0.intoArray(y, to + 2 * yStride);
        c1.intoArray(y, to + 2 * yStride + LANES);
        d0.intoArray(y, to + 3 * yStride);
        d1.intoArray(y, to + 3 * yStride + LANES);
        e0.intoArray(y, to + 4 * yStride);
        e1.intoArray(y, to + 4 * yStride + LANES);
        f0.intoArray(y, to + 5 * yStride);
        f1.intoArray(y, to + 5 * yStride + LANES);
        g0.intoArray(y, to + 6 * yStride);
        g1.intoArray(y, to + 6 * yStride + LANES);
        h0.intoArray(y, to + 7 * yStride);
        h1.intoArray(y, to + 7 * yStride + LANES);
        i0.intoArray(y, to + 8 * yStride);
        i1.intoArray(y, to + 8 * yStride + LANES);
    }
}
