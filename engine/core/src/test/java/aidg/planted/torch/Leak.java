package aidg.planted.torch;

import ai.djl.ndarray.NDArray;

/// Lets a tensor out.
public final class Leak {

    private Leak() {}

    public static NDArray open(NDArray tensor) {
        return tensor;
    }

    static NDArray hidden(NDArray tensor) {
        return tensor;
    }
}
