package aidg.engine.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Named arrays to and from the safetensors form, bit for bit.
public final class Safetensors {

    private Safetensors() {}

    public static byte[] write(NDList arrays) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            arrays.encode(bytes, NDList.Encoding.SAFETENSORS);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException if the bytes are cut off or not safetensors
    public static NDList read(NDManager manager, byte[] bytes) {
        checkHeader(bytes);
        try {
            return NDList.decode(manager, bytes);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the weights cannot be read: " + e.getMessage(), e);
        }
    }

    /// The form starts with the length of its JSON header, eight bytes, least first.
    private static void checkHeader(byte[] bytes) {
        long length = 0;
        for (int i = 7; i >= 0 && bytes.length >= 8; i--) {
            length = (length << 8) | (bytes[i] & 0xff);
        }
        if (length <= 1 || length > bytes.length - 8L || bytes[8] != '{') {
            throw new IllegalArgumentException("the weights are not a whole safetensors file");
        }
    }
}
