package aidg.planted.torch;

import ai.djl.ndarray.NDArray;

/// Lets a tensor out, and multiplies by a number that is freed at once and by one that stays.
public final class Leak {

    private Leak() {}

    public static NDArray open(NDArray tensor) {
        return tensor;
    }

    static NDArray hidden(NDArray tensor) {
        return tensor;
    }

    static NDArray passing(NDArray tensor) {
        return tensor.mul(0.5);
    }

    static NDArray kept(NDArray tensor) {
        return tensor.mul(tensor.getManager().create(0.5f));
    }
}
