package aidg.engine.torch.packed;

/// A weight matrix in the order in which an `Arithmetic` reads it, and its bias.
///
/// @param in      rows of the matrix
/// @param out     columns of the matrix
/// @param width   columns that a product writes: `out` filled up with zeros
/// @param values  the matrix, in an order that only its `Arithmetic` knows
/// @param rounded the same as bfloat16, the upper halves of the floats, if that loses nothing; else empty
/// @param bias    `width` numbers
record Layer(int in, int out, int width, float[] values, short[] rounded, float[] bias) {

    boolean isRounded() {
        return rounded.length > 0;
    }

    /// The upper halves of the numbers if the lower ones are all zero, else nothing.
    static short[] upperHalves(float[] values) {
        for (float value : values) {
            if ((Float.floatToRawIntBits(value) & 0xffff) != 0) {
                return new short[0];
            }
        }
        short[] halves = new short[values.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (short) (Float.floatToRawIntBits(values[i]) >>> 16);
        }
        return halves;
    }
}
