package aidg.engine.marketplace.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aidg.engine.marketplace.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectFileTest {

    @TempDir
    Path folder;

    private static Reject reject(String raw) {
        return new Reject("deals", "deals.csv", 7, "price", "\"0\" is not a price", raw);
    }

    @Test
    void everyRejectIsOneRecord() throws IOException {
        Path file = folder.resolve("rejects.csv");

        RejectFile.write(List.of(reject("a,\"b\nc\""), reject("")), file);

        assertThat(file).hasContent("""
                        table,file,line,column,reason,raw\r
                        "deals","deals.csv",7,"price","\""0"" is not a price","a,""b
                        c\"""\r
                        "deals","deals.csv",7,"price","\""0"" is not a price",""\r
                        """);
    }

    @Test
    void noCellWorksAsAFormula() throws IOException {
        Path file = folder.resolve("rejects.csv");

        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            RejectFile.write(List.of(reject(start + "cmd|' /C calc'!A0")), file);
            assertThat(Files.readString(file)).contains(",\"'" + start + "cmd|");
        }
    }

    @Test
    void onlyTheOwnerMayReadItAndNothingElseIsLeft() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "skipped: no POSIX permissions here");
        Path file = folder.resolve("rejects.csv");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        RejectFile.write(List.of(reject("x")), file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingFolderIsTold() {
        assertThatThrownBy(() -> RejectFile.write(List.of(), folder.resolve("none/rejects.csv")))
                .isInstanceOf(IOException.class);
    }
}
