package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceLockTest {

    @TempDir
    Path folder;

    @Test
    void secondProcessIsToldWhoHoldsTheWorkspace() throws Exception {
        try (Workspace workspace = Workspaces.open(folder);
                ForkedJvm second = fork()) {
            assertThat(second.line())
                    .startsWith("InUse")
                    .contains("process " + ProcessHandle.current().pid() + " on ", "since 2026-11-20T09:30:00Z");
            assertThat(workspace.setting("still usable")).isEmpty();
        }
    }

    @Test
    void theLockIsFreeAfterItsHolderWasKilled() throws Exception {
        try (ForkedJvm first = fork()) {
            assertThat(first.line()).isEqualTo("open");
            assertThat(Workspaces.tryOpen(folder))
                    .isInstanceOfSatisfying(
                            Opening.InUse.class,
                            inUse -> assertThat(inUse.words()).contains("process " + first.pid() + " on "));
            first.kill();
        }
        Workspaces.open(folder).close();
    }

    @Test
    void theSameProcessIsRefusedTooAndDoesNotLoseItsLockByAsking() throws Exception {
        try (Workspace workspace = Workspaces.open(folder)) {
            assertThat(Workspaces.tryOpen(folder)).isInstanceOf(Opening.InUse.class);
            try (ForkedJvm second = fork()) {
                assertThat(second.line()).startsWith("InUse");
            }
            assertThat(workspace.setting("still usable")).isEmpty();
        }
        Workspaces.open(folder).close();
    }

    @Test
    void aRefusedOpeningGivesTheLockBack() {
        Workspaces.open(folder).close();
        Workspace.open(Workspaces.directory(folder), WorkspaceKey.passphrase(new char[] {'x'}), Workspaces.CLOCK);
        Workspaces.open(folder).close();
    }

    private ForkedJvm fork() throws Exception {
        return ForkedJvm.start(
                ForkedWork.class,
                "decide",
                Workspaces.directory(folder).toString(),
                Workspaces.keyFile(folder).toString(),
                "0");
    }
}
