package aidg.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Keeps what an engine worked out, so that the next start need not do it again. Nothing in it is ever the only
/// copy: what is lost is worked out anew.
public interface Keep {

    /// Keeps nothing.
    Keep NOTHING = new Keep() {
        @Override
        public <T> Optional<T> read(String name, Source<T> source) {
            return Optional.empty();
        }

        @Override
        public void write(String name, Content content) {}
    };

    /// Reads back what was written, to the end of the stream.
    interface Source<T> {
        T from(InputStream stream) throws IOException;
    }

    /// Writes what is to be kept.
    interface Content {
        void to(OutputStream stream) throws IOException;
    }

    /// What was last kept under a name; empty if nothing was or it cannot be read any more.
    <T> Optional<T> read(String name, Source<T> source);

    /// Keeps something in place of what was kept under the name before. If that fails, the earlier one stays.
    void write(String name, Content content);
}
