package aidg.engine.torch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A safetensors file of others, read array by array: float32, float16 and bfloat16, all widened to float32 in
/// Java, because some operations on the shorter ones end the JVM. Every error names the file and the array.
final class SafetensorsFile implements Closeable {

    private static final long LARGEST_HEADER = 100_000_000;

    private final Path file;
    private final FileChannel channel;
    private final JsonNode header;
    private final long dataAt;

    private SafetensorsFile(Path file, FileChannel channel, JsonNode header, long dataAt) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.dataAt = dataAt;
    }

    /// @throws IllegalArgumentException if the file is cut off or not safetensors
    static SafetensorsFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long length = read(channel, file, 0, Long.BYTES).getLong();
            if (length < 2 || length > LARGEST_HEADER || length > channel.size() - Long.BYTES) {
                throw new IllegalArgumentException("%s is not a whole safetensors file".formatted(file));
            }
            byte[] json = read(channel, file, Long.BYTES, (int) length).array();
            return new SafetensorsFile(file, channel, new ObjectMapper().readTree(json), Long.BYTES + length);
        } catch (JacksonException e) {
            channel.close();
            throw new IllegalArgumentException("the header of %s is not JSON".formatted(file), e);
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw e;
        }
    }

    private static ByteBuffer read(FileChannel channel, Path file, long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IllegalArgumentException("%s is cut off".formatted(file));
            }
        }
        return bytes.flip();
    }

    /// Names of its arrays.
    Set<String> names() {
        Set<String> names = new TreeSet<>(header.propertyNames());
        names.remove("__metadata__");
        return names;
    }

    /// The numbers of an array, row by row.
    ///
    /// @throws IllegalArgumentException if it is missing, of another shape, or not of a floating type
    float[] floats(String name, long... shape) throws IOException {
        JsonNode entry = header.path(name);
        if (!entry.isObject()) {
            throw new IllegalArgumentException("%s lacks the array '%s'".formatted(file, name));
        }
        JsonNode sizes = entry.path("shape");
        long[] found = new long[sizes.size()];
        Arrays.setAll(found, i -> sizes.get(i).asLong());
        if (!Arrays.equals(found, shape)) {
            throw new IllegalArgumentException("%s: the array '%s' is %s, expected %s"
                    .formatted(file, name, Arrays.toString(found), Arrays.toString(shape)));
        }
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        String type = entry.path("dtype").asString("none");
        int width = switch (type) {
            case "F32" -> 4;
            case "F16", "BF16" -> 2;
            default ->
                throw new IllegalArgumentException(
                        "%s: the array '%s' is of type %s, expected F32, F16 or BF16".formatted(file, name, type));
        };
        long from = entry.path("data_offsets").path(0).asLong(-1);
        long to = entry.path("data_offsets").path(1).asLong(-1);
        if (from < 0 || to - from != (long) count * width || dataAt + to > channel.size()) {
            throw new IllegalArgumentException(
                    "%s: the array '%s' lies at %d..%d, which does not fit".formatted(file, name, from, to));
        }
        ByteBuffer bytes = read(channel, file, dataAt + from, count * width);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case "F32" -> bytes.getFloat();
                case "F16" -> Float.float16ToFloat(bytes.getShort());
                default -> Float.intBitsToFloat(bytes.getShort() << 16);
            };
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
