package aidg.engine.torch.packed;

import static aidg.engine.torch.packed.VectorProducts.LANES;
import static aidg.engine.torch.packed.VectorProducts.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// The two curves of the network on a whole vector, gelu through the error function and the exponential, and its
/// sum.
final class VectorFunctions {

    private static final VectorShuffle<Float> BY_HALF = VectorShuffle.iota(S, LANES / 2, 1, true);
    private static final VectorShuffle<Float> BY_QUARTER = VectorShuffle.iota(S, LANES / 4, 1, true);
    private static final VectorShuffle<Float> BY_EIGHTH = VectorShuffle.iota(S, LANES / 8, 1, true);
    private static final VectorShuffle<Float> BY_SIXTEENTH = VectorShuffle.iota(S, LANES / 16, 1, true);

    private VectorFunctions() {}

    /// The sum of all lanes, always in the same order: `reduceLanes` adds in one when interpreted and in
    /// another when compiled, and a score must not depend on that.
    static float sum(FloatVector x) {
        FloatVector sum = x.add(x.rearrange(BY_HALF));
        sum = sum.add(sum.rearrange(BY_QUARTER));
        if (LANES >= 8) {
            sum = sum.add(sum.rearrange(BY_EIGHTH));
        }
        if (LANES >= 16) {
            sum = sum.add(sum.rearrange(BY_SIXTEENTH));
        }
        return sum.lane(0);
    }

    /// x · (1 + erf(x / √2)) / 2.
    static FloatVector gelu(FloatVector x) {
        FloatVector half = x.mul(0.5f);
        return half.fma(erf(x.mul(Curves.ROOT_HALF)), half);
    }

    /// The error function to about 1e-7, as a ratio of polynomials in x². [Eigen, `generic_fast_erf_float`]
    private static FloatVector erf(FloatVector wide) {
        FloatVector x = wide.max(-Curves.ERF_END).min(Curves.ERF_END);
        FloatVector square = x.mul(x);
        FloatVector top = square.mul(Curves.ERF_13).add(Curves.ERF_11);
        top = top.fma(square, of(x, Curves.ERF_9));
        top = top.fma(square, of(x, Curves.ERF_7));
        top = top.fma(square, of(x, Curves.ERF_5));
        top = top.fma(square, of(x, Curves.ERF_3));
        top = top.fma(square, of(x, Curves.ERF_1));
        FloatVector bottom = square.mul(Curves.ERF_UNDER_8).add(Curves.ERF_UNDER_6);
        bottom = bottom.fma(square, of(x, Curves.ERF_UNDER_4));
        bottom = bottom.fma(square, of(x, Curves.ERF_UNDER_2));
        bottom = bottom.fma(square, of(x, Curves.ERF_UNDER_0));
        return x.mul(top).div(bottom);
    }

    /// e to the power of numbers of at most 0, to about 1e-7 of the result; 0 stands for what is under 1e-37.
    static FloatVector exp(FloatVector wide) {
        FloatVector x = wide.max(Curves.EXP_END);
        FloatVector shifted = x.fma(of(x, Curves.LOG2_E), of(x, Curves.ROUND));
        FloatVector n = shifted.sub(Curves.ROUND);
        FloatVector r = n.fma(of(x, -Curves.LN2_HIGH), x);
        r = n.fma(of(x, -Curves.LN2_LOW), r);
        FloatVector p = r.mul(Curves.EXP_5).add(Curves.EXP_4);
        p = p.fma(r, of(x, Curves.EXP_3));
        p = p.fma(r, of(x, Curves.EXP_2));
        p = p.fma(r, of(x, Curves.EXP_1));
        p = p.fma(r, of(x, Curves.EXP_0));
        FloatVector near = p.fma(r.mul(r), r).add(1);
        IntVector exponent =
                shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(Curves.ONE_BITS);
        return near.mul(exponent.reinterpretAsFloats());
    }

    private static FloatVector of(FloatVector like, float value) {
        return FloatVector.broadcast(like.species(), value);
    }
}
