package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceOpeningTest {

    @TempDir
    Path folder;

    @Test
    void aPassphraseOpensWhatItMadeAndAnotherDoesNot() {
        try (Workspace workspace = Workspaces.opened(withPassphrase("grüne Wiese"))) {
            workspace.setting("theme", "dark");
        }
        assertThat(withPassphrase("grüne wiese"))
                .isInstanceOfSatisfying(
                        Opening.WrongKey.class,
                        refused -> assertThat(refused.words()).contains("not the passphrase"));
        try (Workspace workspace = Workspaces.opened(withPassphrase("grüne Wiese"))) {
            assertThat(workspace.setting("theme")).contains("dark");
        }
    }

    private Opening withPassphrase(String words) {
        return Workspace.open(
                Workspaces.directory(folder), WorkspaceKey.passphrase(words.toCharArray()), Workspaces.CLOCK);
    }

    @Test
    void thePassphraseIsWipedWhetherItFitsOrNot() {
        char[] right = "right".toCharArray();
        Workspaces.opened(
                        Workspace.open(Workspaces.directory(folder), WorkspaceKey.passphrase(right), Workspaces.CLOCK))
                .close();
        char[] wrong = "wrong".toCharArray();
        Workspace.open(Workspaces.directory(folder), WorkspaceKey.passphrase(wrong), Workspaces.CLOCK);
        assertThat(right).containsOnly('\0');
        assertThat(wrong).containsOnly('\0');
    }

    @Test
    void aStepThatFailsAfterTheDatabaseWasOpenedClosesItAgain() throws Exception {
        Workspaces.open(folder).close();
        Path inTheWay = Workspaces.directory(folder).resolve("snapshot-9.sealed");
        Path inside = Files.createDirectories(inTheWay.resolve("not-empty"));
        assertThatThrownBy(() -> Workspaces.tryOpen(folder)).isInstanceOf(UncheckedIOException.class);

        try (FileChannel file = FileChannel.open(
                        Workspaces.directory(folder).resolve("workspace.mv.db"), StandardOpenOption.WRITE);
                FileLock alone = file.tryLock()) {
            assertThat(alone).isNotNull();
        }
        Files.delete(inside);
        Workspaces.open(folder).close();
    }

    @Test
    void anEmptyPassphraseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkspaceKey.passphrase(new char[0]));
    }

    /// [PRI-4]
    @Test
    void aPassphraseIsStretchedWithTwoHundredThousandRoundsAndASaltOfItsOwn() throws Exception {
        Workspaces.opened(withPassphrase("one")).close();
        List<String> first = keyCheckLines();
        Files.delete(Workspaces.directory(folder).resolve("workspace.mv.db"));
        Workspaces.opened(withPassphrase("one")).close();
        List<String> second = keyCheckLines();
        assertThat(first).contains("iterations=210000");
        assertThat(first)
                .filteredOn(line -> line.startsWith("salt="))
                .isNotEqualTo(
                        second.stream().filter(line -> line.startsWith("salt=")).toList());
    }

    private List<String> keyCheckLines() throws Exception {
        return Files.readAllLines(Workspaces.directory(folder).resolve("workspace.key"));
    }

    @Test
    void aPassphraseDoesNotOpenWhatAKeyFileMade() {
        Workspaces.open(folder).close();
        assertThat(withPassphrase("any"))
                .isInstanceOfSatisfying(
                        Opening.WrongKey.class,
                        refused -> assertThat(refused.words()).contains("made with a key file"));
    }

    @Test
    void anotherKeyFileIsRefused() throws Exception {
        Workspaces.open(folder).close();
        Files.delete(Workspaces.keyFile(folder));
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.WrongKey.class,
                        refused -> assertThat(refused.words()).contains("is missing"));
        OwnerOnly.write(Workspaces.keyFile(folder), new byte[32]);
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.WrongKey.class,
                        refused -> assertThat(refused.words()).contains("is not the one"));
        OwnerOnly.write(Workspaces.keyFile(folder), new byte[31]);
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.WrongKey.class,
                        refused -> assertThat(refused.words()).contains("31 bytes instead of 32"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aKeyFileThatOthersCanReachIsRefusedWithTheCommandThatClosesIt(String mode) throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Workspaces.open(folder).close();
        Path key = Workspaces.keyFile(folder);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.WrongKey.class,
                        refused -> assertThat(refused.words()).contains("chmod 600 '" + key + "'"));
    }

    @Test
    void aKeyFileIsMadeForItsOwnerAlone() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Workspaces.open(folder).close();
        assertThat(Workspaces.keyFile(folder)).hasSize(32);
        assertThat(Files.getPosixFilePermissions(Workspaces.keyFile(folder)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aDamagedDatabaseIsToldFromAWrongKey() throws Exception {
        try (Workspace workspace = Workspaces.open(folder)) {
            workspace.setting("theme", "dark");
        }
        Path database = Workspaces.directory(folder).resolve("workspace.mv.db");
        byte[] bytes = Files.readAllBytes(database);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(database, bytes);
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        damaged -> assertThat(damaged.words()).contains("The key fits", "backup"));
    }

    @Test
    void aMissingOrGarbledKeyCheckIsDamage() throws Exception {
        Workspaces.open(folder).close();
        Path check = Workspaces.directory(folder).resolve("workspace.key");
        String text = Files.readString(check);
        for (String garbled :
                List.of("", text.replace("salt=", "salt=zz"), text.replace("source=file", "source=dice"), "format=x")) {
            Files.writeString(check, garbled);
            assertThat(Workspaces.tryOpen(folder)).isInstanceOf(Opening.Damaged.class);
        }
        Files.delete(check);
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        damaged -> assertThat(damaged.words()).contains("is missing", "backup"));
        Files.writeString(check, text);
        Workspaces.open(folder).close();
    }

    @Test
    void aWorkspaceWhoseMakingWasCutShortIsMadeAnew() throws Exception {
        Path directory = Files.createDirectories(Workspaces.directory(folder));
        Files.write(directory.resolve("unfinished.mv.db"), new byte[5000]);
        Files.writeString(directory.resolve("workspace.key"), "half a fi");
        Workspaces.open(folder).close();
        assertThat(directory.resolve("unfinished.mv.db")).doesNotExist();
    }

    @Test
    void aWorkspaceOfAnOlderVersionIsBroughtUpToDateAndKeepsItsContent() {
        try (Workspace workspace = Workspaces.open(folder)) {
            workspace.setting("theme", "dark");
        }
        try (Workspace workspace = Workspaces.opened(openLater())) {
            assertThat(workspace.setting("theme")).contains("dark");
            assertThat(workspace
                            .database()
                            .<Integer>call(connection -> connection
                                    .createStatement()
                                    .executeUpdate("UPDATE setting SET changed_by = 'ann'")))
                    .isEqualTo(1);
        }
    }

    @Test
    void aWorkspaceOfANewerVersionIsRefusedAndLeftAsItIs() {
        Workspaces.opened(openLater()).close();
        assertThat(Workspaces.tryOpen(folder))
                .isInstanceOfSatisfying(
                        Opening.Newer.class, newer -> assertThat(newer.words()).contains("newer version"));
        Workspaces.opened(openLater()).close();
    }

    @Test
    void theLatestVersionIsThatOfTheLastScript() throws Exception {
        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(workspace.database().<String>call(connection -> {
                        ResultSet last = connection
                                .createStatement()
                                .executeQuery("SELECT MAX(\"version\") FROM \"flyway_schema_history\"");
                        last.next();
                        return last.getString(1);
                    }))
                    .isEqualTo(Migrations.OWN.latest());
        }
    }

    private Opening openLater() {
        Migrations later = new Migrations(
                List.of("classpath:aidg/engine/workspace/migration", "classpath:aidg/engine/workspace/later"), "3");
        return new WorkspaceDoor(
                        Workspaces.directory(folder),
                        WorkspaceKey.file(Workspaces.keyFile(folder)),
                        Workspaces.CLOCK,
                        later)
                .open();
    }

    @Test
    void aKeyCheckOfANewerFormatIsNewer() throws Exception {
        Workspaces.open(folder).close();
        Path check = Workspaces.directory(folder).resolve("workspace.key");
        Files.writeString(check, Files.readString(check).replace("format=1", "format=2"));
        assertThat(Workspaces.tryOpen(folder)).isInstanceOf(Opening.Newer.class);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidPlainly() throws Exception {
        Files.writeString(Workspaces.directory(folder), "a file, not a folder");
        assertThatThrownBy(() -> Workspaces.tryOpen(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be written. Check that the folder exists");
    }

    @Test
    void aFullDiskIsCalledFull() {
        assertThat(DiskTrouble.words(Path.of("w"), 3_000_000, "written"))
                .startsWith("The disk of w is full (3.0 MB left). Free some space");
        assertThat(DiskTrouble.words(Path.of("w"), 3_000_000_000L, "written")).startsWith("w cannot be written.");
    }

    @Test
    void aFailedWriteDuringAnImportIsReportedAndKeepsThePreviousSnapshot() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        SampleImport sample = SampleImport.of(1, 50);
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, sample);
        }
        try (ForkedJvm process = ForkedJvm.startWithSmallFiles(
                100,
                ForkedWork.class,
                "import",
                Workspaces.directory(folder).toString(),
                Workspaces.keyFile(folder).toString(),
                "2")) {
            assertThat(process.line()).isEqualTo("open");
            assertThat(process.line()).isEqualTo("storing 2");
            assertThat(process.line())
                    .startsWith("failed: ")
                    .contains("snapshot-2.sealed cannot be written", "everything it confirmed is kept");
        }
        try (Workspace workspace = Workspaces.open(folder)) {
            sample.assertStoredIn(workspace);
            assertThat(Workspaces.snapshotFiles(folder)).hasSize(1);
        }
    }
}
