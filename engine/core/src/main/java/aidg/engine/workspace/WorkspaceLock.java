package aidg.engine.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One process at a time. The operating system holds the lock on `workspace.lock` and drops it when the process
/// ends, however it ends; `workspace.holder` beside it says who has it, and means nothing without the lock.
final class WorkspaceLock implements AutoCloseable {

    /// What came of asking for it.
    sealed interface Attempt {}

    record Held(WorkspaceLock lock) implements Attempt {}

    record Taken(Opening.InUse by) implements Attempt {}

    private final FileChannel channel;
    private final Path holder;

    private WorkspaceLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /// @param directory exists
    static Attempt acquire(Path directory, Clock clock) {
        Path lockFile = directory.resolve("workspace.lock");
        Path holder = directory.resolve("workspace.holder");
        // Closing any channel of a locked file drops the whole process's lock on some systems, so a second attempt of
        // this process must not open the file at all, and two attempts must not overlap.
        synchronized (WorkspaceLock.class) {
            try {
                if (isThisProcess(holder)) {
                    return new Taken(inUse(directory, holder));
                }
                FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!locked(channel)) {
                    channel.close();
                    return new Taken(inUse(directory, holder));
                }
                Files.write(holder, self(clock));
                return new Held(new WorkspaceLock(channel, holder));
            } catch (IOException e) {
                throw DiskTrouble.writing(lockFile, e);
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static List<String> self(Clock clock) {
        return List.of(
                String.valueOf(ProcessHandle.current().pid()),
                processStart(),
                host(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone())));
    }

    /// Process numbers are used again; together with the start they are not.
    private static String processStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toString)
                .orElse("unknown");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "this computer";
        }
    }

    private static boolean isThisProcess(Path holder) {
        List<String> lines = lines(holder);
        return lines.size() == 4
                && lines.get(0).equals(String.valueOf(ProcessHandle.current().pid()))
                && lines.get(1).equals(processStart())
                && lines.get(2).equals(host());
    }

    private static Opening.InUse inUse(Path directory, Path holder) {
        List<String> lines = lines(holder);
        String who = lines.size() == 4
                ? "process %s on %s since %s".formatted(lines.get(0), lines.get(2), lines.get(3))
                : "another process";
        return new Opening.InUse(
                "The workspace %s is in use by %s. Switch to that window or close it, or choose another workspace."
                        .formatted(directory, who));
    }

    /// Empty where nothing can be read: a missing name is no reason to fail.
    private static List<String> lines(Path holder) {
        try {
            return Files.readAllLines(holder, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Leaves both files; an empty holder names nobody.
    @Override
    public void close() {
        synchronized (WorkspaceLock.class) {
            try {
                Files.deleteIfExists(holder);
                channel.close();
            } catch (IOException e) {
                throw DiskTrouble.writing(holder, e);
            }
        }
    }
}
