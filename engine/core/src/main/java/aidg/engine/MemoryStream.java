package aidg.engine;

import aidg.engine.encoder.MerchantMemory;
import aidg.engine.encoder.MerchantProfiles;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Memories of merchants as a stream: whose they are, how many, and each with its content hash and numbers.
final class MemoryStream {

    private MemoryStream() {}

    /// @param identity of all that the memories depend on but the merchant
    static void write(String identity, Map<String, MerchantMemory> memories, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        out.writeUTF(identity);
        out.writeInt(memories.size());
        for (Map.Entry<String, MerchantMemory> entry : memories.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue().content());
            numbers(entry.getValue().profile(), out);
            numbers(entry.getValue().tokens(), out);
        }
        out.flush();
    }

    /// Empty where the stream is of another identity.
    static Map<String, MerchantMemory> read(String identity, InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        Map<String, MerchantMemory> memories = new LinkedHashMap<>();
        if (in.readUTF().equals(identity)) {
            for (int left = in.readInt(); left > 0; left--) {
                String merchantId = in.readUTF();
                memories.put(merchantId, new MerchantMemory(in.readUTF(), numbers(in), numbers(in)));
            }
        }
        return memories;
    }

    static void writeProfiles(String identity, MerchantProfiles profiles, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        out.writeUTF(identity);
        out.writeInt(profiles.merchantIds().size());
        for (String id : profiles.merchantIds()) {
            out.writeUTF(id);
            numbers(profiles.of(id), out);
        }
        out.flush();
    }

    /// None where the stream is of another identity.
    static MerchantProfiles readProfiles(String identity, InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        List<String> ids = new ArrayList<>();
        float[] vectors = new float[0];
        if (in.readUTF().equals(identity)) {
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                ids.add(in.readUTF());
                float[] profile = numbers(in);
                if (i == 0) {
                    vectors = new float[size * profile.length];
                }
                System.arraycopy(profile, 0, vectors, i * profile.length, profile.length);
            }
        }
        return new MerchantProfiles(ids, vectors);
    }

    private static void numbers(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    private static float[] numbers(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        byte[] bytes = in.readNBytes(Float.BYTES * values.length);
        if (bytes.length < Float.BYTES * values.length) {
            throw new EOFException("the memories end too early");
        }
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}
