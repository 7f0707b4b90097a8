package aidg.engine.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A file encrypted and authenticated with AES-256-GCM, segment by segment, so that it can be read as a stream.
/// A segment's nonce is its number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar,
/// Rogaway and Vizar, 2015): a changed, missing, swapped or cut-off segment is found. [PRI-4]
///
/// The nonces repeat from file to file, so a key must serve for one file only.
final class SealedFile {

    /// Plain bytes in every segment but the last.
    private static final int SEGMENT = 1 << 16;
    private static final int TAG = 16;

    private SealedFile() {}

    /// Writes a new file; closing the stream seals the last segment and flushes the file to the disk.
    ///
    /// @param key 32 bytes, used for no other file
    static OutputStream write(Path file, byte[] key) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Sealing(channel, new SecretKeySpec(key, "AES"));
    }

    static InputStream read(Path file, byte[] key) throws IOException {
        return new Unsealing(Files.newInputStream(file), new SecretKeySpec(key, "AES"));
    }

    private static byte[] crypt(int mode, SecretKeySpec key, long number, boolean last, byte[] bytes, int length)
            throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        return cipher.doFinal(bytes, 0, length);
    }

    private static final class Sealing extends OutputStream {

        private final FileChannel channel;
        private final SecretKeySpec key;
        private final byte[] segment = new byte[SEGMENT];
        private int filled;
        private long number;
        private boolean closed;

        Sealing(FileChannel channel, SecretKeySpec key) {
            this.channel = channel;
            this.key = key;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            while (at < from + length) {
                if (filled == SEGMENT) {
                    seal(false);
                }
                int part = Math.min(SEGMENT - filled, from + length - at);
                System.arraycopy(bytes, at, segment, filled, part);
                filled += part;
                at += part;
            }
        }

        private void seal(boolean last) throws IOException {
            try {
                ByteBuffer sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, key, number++, last, segment, filled));
                while (sealed.hasRemaining()) {
                    channel.write(sealed);
                }
                filled = 0;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java lacks AES-GCM; run the workbench on Java 25", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (channel) {
                seal(true);
                channel.force(true);
            } finally {
                Arrays.fill(segment, (byte) 0);
            }
        }
    }

    private static final class Unsealing extends InputStream {

        private final InputStream file;
        private final SecretKeySpec key;
        private byte[] ahead;
        private byte[] plain = new byte[0];
        private int position;
        private long number;
        private boolean ended;

        Unsealing(InputStream file, SecretKeySpec key) throws IOException {
            this.file = file;
            this.key = key;
            ahead = file.readNBytes(SEGMENT + TAG);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            while (position == plain.length) {
                if (ended) {
                    return -1;
                }
                unseal();
            }
            int part = Math.min(length, plain.length - position);
            System.arraycopy(plain, position, bytes, from, part);
            position += part;
            return part;
        }

        private void unseal() throws IOException {
            byte[] sealed = ahead;
            ahead = file.readNBytes(SEGMENT + TAG);
            ended = ahead.length == 0;
            try {
                plain = crypt(Cipher.DECRYPT_MODE, key, number++, ended, sealed, sealed.length);
                position = 0;
            } catch (GeneralSecurityException e) {
                throw new IOException("segment %d of the sealed file is damaged".formatted(number - 1), e);
            }
        }

        @Override
        public int available() {
            return plain.length - position;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
