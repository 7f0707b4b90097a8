package aidg.engine.torch.packed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Matrix products in vector registers.
///
/// A weight matrix lies in panels of two vectors' width, row by row within a panel. A tile of the result, some rows
/// high and one or two panels wide, stays in registers while the panels stream past once; six rows by four
/// vectors do
/// 24 multiply-adds for ten loads. [GotoBLAS: Goto, van de Geijn 2008]
final class VectorProducts {

    /// At least 4 lanes, at most 16.
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED.length() > 16
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED.length() < 4 ? FloatVector.SPECIES_128 : FloatVector.SPECIES_PREFERRED;

    static final int LANES = S.length();

    /// Columns of a panel, the unit a matrix is filled up to.
    static final int HALF = 2 * LANES;

    /// Columns of two panels.
    static final int TILE = 2 * HALF;

    /// Rows that the tokens of one deal have, for which a narrower tile reads the weights once rather than twice.
    private static final int NINE = 9;

    /// Processors with 16-lane vectors have 32 registers, those with 8 lanes half of them.
    private static final int MOST_ROWS = LANES == 8 ? 2 : 6;

    private VectorProducts() {}

    static void multiply(float[] x, int xFrom, int xStride, int rows, Layer layer, float[] y, int yFrom, int yStride) {
        if (rows == NINE && MOST_ROWS > 2) {
            for (int half = 0; half < layer.width() / HALF; half++) {
                if (layer.isRounded()) {
                    RoundedProducts.nineRowsHalfTile(x, xFrom, xStride, layer, half, y, yFrom + half * HALF, yStride);
                } else {
                    nineRowsHalfTile(x, xFrom, xStride, layer, half, y, yFrom + half * HALF, yStride);
                }
            }
            return;
        }
        int tiles = layer.width() / TILE;
        for (int tile = 0; tile < tiles; tile++) {
            column(x, xFrom, xStride, rows, layer, tile, y, yFrom + tile * TILE, yStride);
        }
        if (tiles * TILE < layer.width()) {
            lastHalf(x, xFrom, xStride, rows, layer, 2 * tiles, y, yFrom + tiles * TILE, yStride);
        }
    }

    private static void column(
            float[] x, int xFrom, int xStride, int rows, Layer layer, int tile, float[] y, int yFrom, int yStride) {
        int row = 0;
        while (MOST_ROWS == 6 && row + 6 <= rows) {
            sixRowsTile(x, xFrom + row * xStride, xStride, layer, tile, y, yFrom + row * yStride, yStride);
            row += 6;
        }
        while (MOST_ROWS == 6 && row + 3 <= rows) {
            threeRowsTile(x, xFrom + row * xStride, xStride, layer, tile, y, yFrom + row * yStride, yStride);
            row += 3;
        }
        while (row + 2 <= rows) {
            twoRowsTile(x, xFrom + row * xStride, xStride, layer, tile, y, yFrom + row * yStride, yStride);
            row += 2;
        }
        if (row < rows && rows == 1 && layer.isRounded()) {
            RoundedProducts.oneRowTile(x, xFrom, layer, tile, y, yFrom);
        } else if (row < rows) {
            oneRowTile(x, xFrom + row * xStride, layer, tile, y, yFrom + row * yStride);
        }
    }

    private static void lastHalf(
            float[] x, int xFrom, int xStride, int rows, Layer layer, int half, float[] y, int yFrom, int yStride) {
        int row = 0;
        for (; MOST_ROWS > 2 && row + NINE <= rows; row += NINE) {
            nineRowsHalfTile(x, xFrom + row * xStride, xStride, layer, half, y, yFrom + row * yStride, yStride);
        }
        for (; row < rows; row++) {
            oneRowHalfTile(x, xFrom + row * xStride, layer, half, y, yFrom + row * yStride);
        }
    }

    private static void sixRowsTile(
            float[] x, int at, int stride, Layer layer, int tile, float[] y, int to, int yStride) {
        float[] w = layer.values();
        int in = layer.in();
        int w0 = tile * 2 * HALF * in;
        int w1 = w0 + HALF * in;
        float[] bias = layer.bias();
        int column = tile * 2 * HALF;
        FloatVector a0 = FloatVector.fromArray(S, bias, column);
        FloatVector a1 = FloatVector.fromArray(S, bias, column + LANES);
        FloatVector a2 = FloatVector.fromArray(S, bias, column + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(S, bias, column + 3 * LANES);
        FloatVector b0 = a0, b1 = a1, b2 = a2, b3 = a3;
        FloatVector c0 = a0, c1 = a1, c2 = a2, c3 = a3;
        FloatVector d0 = a0, d1 = a1, d2 = a2, d3 = a3;
        FloatVector e0 = a0, e1 = a1, e2 = a2, e3 = a3;
        FloatVector f0 = a0, f1 = a1, f2 = a2, f3 = a3;
        for (int k = 0; k < in; k++) {
            FloatVector v0 = FloatVector.fromArray(S, w, w0 + k * HALF);
            FloatVector v1 = FloatVector.fromArray(S, w, w0 + k * HALF + LANES);
            FloatVector v2 = FloatVector.fromArray(S, w, w1 + k * HALF);
            FloatVector v3 = FloatVector.fromArray(S, w, w1 + k * HALF + LANES);
            FloatVector a = FloatVector.broadcast(S, x[at + k]);
            a0 = a.fma(v0, a0);
            a1 = a.fma(v1, a1);
            a2 = a.fma(v2, a2);
            a3 = a.fma(v3, a3);
            FloatVector b = FloatVector.broadcast(S, x[at + stride + k]);
            b0 = b.fma(v0, b0);
            b1 = b.fma(v1, b1);
            b2 = b.fma(v2, b2);
            b3 = b.fma(v3, b3);
            FloatVector c = FloatVector.broadcast(S, x[at + 2 * stride + k]);
            c0 = c.fma(v0, c0);
            c1 = c.fma(v1, c1);
            c2 = c.fma(v2, c2);
            c3 = c.fma(v3, c3);
            FloatVector d = FloatVector.broadcast(S, x[at + 3 * stride + k]);
            d0 = d.fma(v0, d0);
            d1 = d.fma(v1, d1);
            d2 = d.fma(v2, d2);
            d3 = d.fma(v3, d3);
            FloatVector e = FloatVector.broadcast(S, x[at + 4 * stride + k]);
            e0 = e.fma(v0, e0);
            e1 = e.fma(v1, e1);
            e2 = e.fma(v2, e2);
            e3 = e.fma(v3, e3);
            FloatVector f = FloatVector.broadcast(S, x[at + 5 * stride + k]);
            f0 = f.fma(v0, f0);
            f1 = f.fma(v1, f1);
            f2 = f.fma(v2, f2);
            f3 = f.fma(v3, f3);
        }
        a0.intoArray(y, to);
        a1.intoArray(y, to + LANES);
        a2.intoArray(y, to + HALF);
        a3.intoArray(y, to + HALF + LANES);
        b0.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        b2.intoArray(y, to + yStride + HALF);
        b3.intoArray(y, to + yStride + HALF + LANES);
        c0.intoArray(y, to + 2 * yStride);
        c1.intoArray(y, to + 2 * yStride + LANES);
        c2.intoArray(y, to + 2 * yStride + HALF);
        c3.intoArray(y, to + 2 * yStride + HALF + LANES);
        d0.intoArray(y, to + 3 * yStride);
        d1.intoArray(y, to + 3 * yStride + LANES);
        d2.intoArray(y, to + 3 * yStride + HALF);
        d3.intoArray(y, to + 3 * yStride + HALF + LANES);
        e0.intoArray(y, to + 4 * yStride);
        e1.intoArray(y, to + 4 * yStride + LANES);
        e2.intoArray(y, to + 4 * yStride + HALF);
        e3.intoArray(y, to + 4 * yStride + HALF + LANES);
        f0.intoArray(y, to + 5 * yStride);
        f1.intoArray(y, to + 5 * yStride + LANES);
        f2.intoArray(y, to + 5 * yStride + HALF);
        f3.intoArray(y, to + 5 * yStride + HALF + LANES);
    }

    private static void threeRowsTile(
            float[] x, int at, int stride, Layer layer, int tile, float[] y, int to, int yStride) {
        float[] w = layer.values();
        int in = layer.in();
        int w0 = tile * 2 * HALF * in;
        int w1 = w0 + HALF * in;
        float[] bias = layer.bias();
        int column = tile * 2 * HALF;
        FloatVector a0 = FloatVector.fromArray(S, bias, column);
        FloatVector a1 = FloatVector.fromArray(S, bias, column + LANES);
        FloatVector a2 = FloatVector.fromArray(S, bias, column + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(S, bias, column + 3 * LANES);
        FloatVector b0 = a0, b1 = a1, b2 = a2, b3 = a3;
        FloatVector c0 = a0, c1 = a1, c2 = a2, c3 = a3;
        for (int k = 0; k < in; k++) {
            FloatVector v0 = FloatVector.fromArray(S, w, w0 + k * HALF);
            FloatVector v1 = FloatVector.fromArray(S, w, w0 + k * HALF + LANES);
            FloatVector v2 = FloatVector.fromArray(S, w, w1 + k * HALF);
            FloatVector v3 = FloatVector.fromArray(S, w, w1 + k * HALF + LANES);
            FloatVector a = FloatVector.broadcast(S, x[at + k]);
            a0 = a.fma(v0, a0);
            a1 = a.fma(v1, a1);
            a2 = a.fma(v2, a2);
            a3 = a.fma(v3, a3);
            FloatVector b = FloatVector.broadcast(S, x[at + stride + k]);
            b0 = b.fma(v0, b0);
            b1 = b.fma(v1, b1);
            b2 = b.fma(v2, b2);
            b3 = b.fma(v3, b3);
            FloatVector c = FloatVector.broadcast(S, x[at + 2 * stride + k]);
            c0 = c.fma(v0, c0);
            c1 = c.fma(v1, c1);
            c2 = c.fma(v2, c2);
            c3 = c.fma(v3, c3);
        }
        a0.intoArray(y, to);
        a1.intoArray(y, to + LANES);
        a2.intoArray(y, to + HALF);
        a3.intoArray(y, to + HALF + LANES);
        b0.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        b2.intoArray(y, to + yStride + HALF);
        b3.intoArray(y, to + yStride + HALF + LANES);
        c0.intoArray(y, to + 2 * yStride);
        c1.intoArray(y, to + 2 * yStride + LANES);
        c2.intoArray(y, to + 2 * yStride + HALF);
        c3.intoArray(y, to + 2 * yStride + HALF + LANES);
    }

    private static void twoRowsTile(
            float[] x, int at, int stride, Layer layer, int tile, float[] y, int to, int yStride) {
        float[] w = layer.values();
        int in = layer.in();
        int w0 = tile * 2 * HALF * in;
        int w1 = w0 + HALF * in;
        float[] bias = layer.bias();
        int column = tile * 2 * HALF;
        FloatVector a0 = FloatVector.fromArray(S, bias, column);
        FloatVector a1 = FloatVector.fromArray(S, bias, column + LANES);
        FloatVector a2 = FloatVector.fromArray(S, bias, column + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(S, bias, column + 3 * LANES);
        FloatVector b0 = a0, b1 = a1, b2 = a2, b3 = a3;
        for (int k = 0; k < in; k++) {
            FloatVector v0 = FloatVector.fromArray(S, w, w0 + k * HALF);
            FloatVector v1 = FloatVector.fromArray(S, w, w0 + k * HALF + LANES);
            FloatVector v2 = FloatVector.fromArray(S, w, w1 + k * HALF);
            FloatVector v3 = FloatVector.fromArray(S, w, w1 + k * HALF + LANES);
            FloatVector a = FloatVector.broadcast(S, x[at + k]);
            a0 = a.fma(v0, a0);
            a1 = a.fma(v1, a1);
            a2 = a.fma(v2, a2);
            a3 = a.fma(v3, a3);
            FloatVector b = FloatVector.broadcast(S, x[at + stride + k]);
            b0 = b.fma(v0, b0);
            b1 = b.fma(v1, b1);
            b2 = b.fma(v2, b2);
            b3 = b.fma(v3, b3);
        }
        a0.intoArray(y, to);
        a1.intoArray(y, to + LANES);
        a2.intoArray(y, to + HALF);
        a3.intoArray(y, to + HALF + LANES);
        b0.intoArray(y, to + yStride);
        b1.intoArray(y, to + yStride + LANES);
        b2.intoArray(y, to + yStride + HALF);
        b3.intoArray(y, to + yStride + HALF + LANES);
    }

    private static void oneRowTile(float[] x, int at, Layer layer, int tile, float[] y, int to) {
        float[] w = layer.values();
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
            FloatVector v0 = FloatVector.fromArray(S, w, w0 + k * HALF);
            FloatVector v1 = FloatVector.fromArray(S, w, w0 + k * HALF + LANES);
            FloatVector v2 = FloatVector.fromArray(S, w, w1 + k * HALF);
            FloatVector v3 = FloatVector.fromArray(S, w, w1 + k * HALF + LANES);
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

    private static void oneRowHalfTile(float[] x, int at, Layer layer, int half, float[] y, int to) {
        float[] w = layer.values();
        int in = layer.in();
        int w0 = half * HALF * in;
        FloatVector a0 = FloatVector.fromArray(S, layer.bias(), half * HALF);
        FloatVector a1 = FloatVector.fromArray(S, layer.bias(), half * HALF + LANES);
        for (int k = 0; k < in; k++) {
            FloatVector a = FloatVector.broadcast(S, x[at + k]);
            a0 = a.fma(FloatVector.fromArray(S, w, w0 + k * HALF), a0);
            a1 = a.fma(FloatVector.fromArray(S, w, w0 + k * HALF + LANES), a1);
        }
        a0.intoArray(y, to);
        a1.intoArray(y, to + LANES);
    }

    private static void nineRowsHalfTile(
            float[] x, int at, int stride, Layer layer, int half, float[] y, int to, int yStride) {
        float[] w = layer.values();
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
            FloatVector v0 = FloatVector.fromArray(S, w, w0 + k * HALF);
            FloatVector v1 = FloatVector.fromArray(S, w, w0 + k * HALF + LANES);
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
