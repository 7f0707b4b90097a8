package aidg.engine.marketplace.intake;

import aidg.engine.domain.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Tells a `Progress` how far the reading of one file has come, in bytes, about fifty times a file.
final class ReadMeter {

    private static final int STEPS = 50;

    private final Progress progress;
    private final String step;

    ReadMeter(Progress progress, String step) {
        this.progress = progress;
        this.step = step;
    }

    /// @param total size in bytes
    InputStream of(InputStream bytes, long total) {
        progress.at(step, 0, total);
        return new Counted(bytes, total);
    }

    /// @param done  rows read so far
    /// @param total rows in all
    void rows(long done, long total) {
        if (done % Math.max(1, total / STEPS) == 0) {
            progress.at(step, done, total);
        }
    }

    private final class Counted extends FilterInputStream {

        private final long total;
        private long done;
        private long told;

        Counted(InputStream bytes, long total) {
            super(bytes);
            this.total = total;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(count);
            return count;
        }

        private void count(int bytes) {
            done += Math.max(0, bytes);
            if (done - told > total / STEPS) {
                told = done;
                progress.at(step, Math.min(done, total), total);
            }
        }
    }
}
