package aidg.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.app.AppFiles;
import aidg.app.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionTourMemoryTest {

    @Test
    void whoWasShownAroundIsNotShownAroundAfterARestart(@TempDir Path folder) {
        AppFiles files = AppFiles.of(Map.of("AIDG_HOME", folder.resolve("home").toString()));
        try (Session first = Session.open(files, folder.resolve("w"), new char[0], Clock.systemUTC())) {
            SessionTourMemory memory = new SessionTourMemory(first);
            assertThat(memory.seen()).isFalse();
            memory.remember();
        }
        try (Session second = Session.open(files, folder.resolve("w"), new char[0], Clock.systemUTC())) {
            assertThat(new SessionTourMemory(second).seen()).isTrue();
        }
    }
}
