package aidg.engine.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptFilesTest {

    @TempDir
    Path folder;

    private static void keep(Workspace workspace, String words) {
        workspace.keep("words", stream -> stream.write(words.getBytes(UTF_8)));
    }

    private static Optional<String> kept(Workspace workspace) {
        return workspace.kept("words", stream -> new String(stream.readAllBytes(), UTF_8));
    }

    @Test
    void theLastOneKeptIsReadBackAndAloneOnTheDisk() throws IOException {
        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(kept(workspace)).isEmpty();
            keep(workspace, "first");
            keep(workspace, "second");
        }

        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(kept(workspace)).contains("second");
        }
        assertThat(Workspaces.snapshotFiles(folder)).hasSize(1);
        assertThat(Files.readString(Workspaces.snapshotFiles(folder).getFirst(), ISO_8859_1))
                .doesNotContain("second");
    }

    @Test
    void aDamagedOneCountsAsNotKept() throws IOException {
        try (Workspace workspace = Workspaces.open(folder)) {
            keep(workspace, "words");
            Path file = Workspaces.snapshotFiles(folder).getFirst();
            byte[] bytes = Files.readAllBytes(file);
            bytes[2] ^= 1;
            Files.write(file, bytes);
            assertThat(kept(workspace)).isEmpty();

            Files.delete(file);
            assertThat(kept(workspace)).isEmpty();

            keep(workspace, "again");
            assertThat(kept(workspace)).contains("again");
        }
    }

    @Test
    void oneThatIsNotReadToItsEndCountsAsNotKept() {
        try (Workspace workspace = Workspaces.open(folder)) {
            keep(workspace, "words");

            assertThat(workspace.kept("words", stream -> stream.readNBytes(2))).isEmpty();
        }
    }

    @Test
    void oneThatCannotBeWrittenLeavesTheEarlierOne() {
        try (Workspace workspace = Workspaces.open(folder)) {
            keep(workspace, "words");
            workspace.keep("words", stream -> {
                throw new IOException("the disk is full");
            });

            assertThat(kept(workspace)).contains("words");
        }
    }
}
