package aidg.ui.sample;

import aidg.engine.domain.Progress;
import aidg.ui.paper.PaperDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Writes what it was asked for as the only line of a file, or fails as told.
public final class SamplePaperDesk implements PaperDesk {

    private Optional<String> failure = Optional.empty();

    /// From now on nothing can be written.
    public void failWith(String words) {
        failure = Optional.of(words);
    }

    @Override
    public Path callSheet(String dealId, Path file, Progress progress) throws IOException {
        return write("call sheet of " + dealId, file, progress);
    }

    @Override
    public Path packet(String dealId, Path file, Progress progress) throws IOException {
        return write("packet of " + dealId, file, progress);
    }

    private Path write(String words, Path file, Progress progress) throws IOException {
        progress.at("Explaining", 0, 0);
        if (failure.isPresent()) {
            throw new IOException(failure.get());
        }
        return Files.writeString(file, words);
    }
}
