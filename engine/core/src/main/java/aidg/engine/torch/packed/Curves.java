package aidg.engine.torch.packed;

/// The numbers of the approximations that both forms of the arithmetic use, and their plain form.
final class Curves {

    static final float ROOT_HALF = 0.70710678f;

    /// Beyond this the error function is ±1 in single precision.
    static final float ERF_END = 4f;

    static final float ERF_1 = -1.60960333262415e-02f;
    static final float ERF_3 = -2.95459980854025e-03f;
    static final float ERF_5 = -7.34990630326855e-04f;
    static final float ERF_7 = -5.69250639462346e-05f;
    static final float ERF_9 = -2.10102402082508e-06f;
    static final float ERF_11 = 2.77068142495902e-08f;
    static final float ERF_13 = -2.72614225801306e-10f;
    static final float ERF_UNDER_0 = -1.42647390514189e-02f;
    static final float ERF_UNDER_2 = -7.37332916720468e-03f;
    static final float ERF_UNDER_4 = -1.68282697438203e-03f;
    static final float ERF_UNDER_6 = -2.13374055278905e-04f;
    static final float ERF_UNDER_8 = -1.45660718464996e-05f;

    /// e^-87 is the smallest power of e with all its digits.
    static final float EXP_END = -87f;

    static final float LOG2_E = 1.44269504f;
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    static final float EXP_0 = 5.0000001201e-1f;
    static final float EXP_1 = 1.6666665459e-1f;
    static final float EXP_2 = 4.1665795894e-2f;
    static final float EXP_3 = 8.3334519073e-3f;
    static final float EXP_4 = 1.3981999507e-3f;
    static final float EXP_5 = 1.9875691500e-4f;

    /// Added to a number, this rounds it to a whole one and leaves that in the lowest bits. [Cephes `expf`]
    static final float ROUND = 12_582_912f;

    /// Bits of 1f; whole numbers in the exponent are counted from there.
    static final int ONE_BITS = 0x3f80_0000;

    private Curves() {}

    /// x · (1 + erf(x / √2)) / 2.
    static float gelu(float wide) {
        float x = Math.clamp(wide * ROOT_HALF, -ERF_END, ERF_END);
        float q = x * x;
        float top = q * ERF_13 + ERF_11;
        top = top * q + ERF_9;
        top = top * q + ERF_7;
        top = top * q + ERF_5;
        top = top * q + ERF_3;
        top = top * q + ERF_1;
        float bottom = q * ERF_UNDER_8 + ERF_UNDER_6;
        bottom = bottom * q + ERF_UNDER_4;
        bottom = bottom * q + ERF_UNDER_2;
        bottom = bottom * q + ERF_UNDER_0;
        float half = 0.5f * wide;
        return half * (x * top / bottom) + half;
    }
}
