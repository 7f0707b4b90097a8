package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealedFileTest {

    private static final int SEGMENT = 65_536;
    private static final int SEALED_SEGMENT = SEGMENT + 16;
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path folder;

    private Path write(byte[] plain) throws IOException {
        Path file = folder.resolve("sealed");
        try (OutputStream out = SealedFile.write(file, KEY)) {
            out.write(plain);
        }
        return file;
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = SealedFile.read(file, KEY)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] plain = new byte[size];
        new Random(size).nextBytes(plain);
        return plain;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 3 * SEGMENT + 7})
    void whatIsSealedIsReadBack(int size) throws IOException {
        Path file = write(bytes(size));
        assertThat(read(file)).isEqualTo(bytes(size));
    }

    @Test
    void aChangedByteIsFound() throws IOException {
        Path file = write(bytes(3 * SEGMENT));
        byte[] sealed = Files.readAllBytes(file);
        sealed[SEALED_SEGMENT + 5] ^= 1;
        Files.write(file, sealed);
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("segment 1");
    }

    @Test
    void aFileCutOffBetweenSegmentsIsFound() throws IOException {
        Path file = write(bytes(3 * SEGMENT));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2 * SEALED_SEGMENT));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("segment 1");
    }

    @Test
    void swappedSegmentsAreFound() throws IOException {
        Path file = write(bytes(3 * SEGMENT));
        byte[] sealed = Files.readAllBytes(file);
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 0, swapped, SEALED_SEGMENT, SEALED_SEGMENT);
        System.arraycopy(sealed, SEALED_SEGMENT, swapped, 0, SEALED_SEGMENT);
        Files.write(file, swapped);
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("segment 0");
    }

    @Test
    void anotherKeyReadsNothing() throws IOException {
        Path file = write(bytes(10));
        byte[] other = KEY.clone();
        other[31] = 1;
        assertThatThrownBy(() -> {
                    try (InputStream in = SealedFile.read(file, other)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
