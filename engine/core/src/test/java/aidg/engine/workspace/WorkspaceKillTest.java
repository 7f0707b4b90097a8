package aidg.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditKind;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed in the middle of its work; the next one finds everything that was confirmed.
final class WorkspaceKillTest {

    @TempDir
    Path folder;

    /// Fifty kills in each of two workspaces, side by side.
    @Test
    void aHundredKillsOfASessionLoseNothingThatWasAcknowledged() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Long> one = two.submit(() -> killSessions(folder.resolve("one"), 11));
            Future<Long> other = two.submit(() -> killSessions(folder.resolve("other"), 12));
            assertThat(one.get() + other.get()).isGreaterThan(600);
        }
    }

    /// @return how many things were acknowledged in all
    private static long killSessions(Path folder, int seed) throws Exception {
        Files.createDirectories(folder);
        Random random = new Random(seed);
        Acknowledged told = new Acknowledged();
        for (int kill = 0; kill < 50; kill++) {
            try (ForkedJvm process = fork(folder, "session", random.nextInt())) {
                assertThat(process.line()).isEqualTo("open");
                for (int lines = random.nextInt(40); lines > 0; lines--) {
                    told.take(process.line());
                }
                pass(random.nextInt(4_000_000));
                process.kill().forEach(told::take);
            }
            try (Workspace workspace = Workspaces.open(folder)) {
                told.assertKeptIn(workspace, kill);
            }
        }
        return told.count;
    }

    /// What a process said it had written.
    private static final class Acknowledged {
        private final Map<String, String> snoozed = new HashMap<>();
        private long decided;
        private long noted;
        private long typed;
        private long count;

        /// A last line that was cut short by the kill was not told.
        void take(String line) {
            Matcher words = Pattern.compile("(decided|noted|typed) (\\d+)|snoozed (d\\d+) (\\d{4}-\\d\\d-\\d\\d)")
                    .matcher(line);
            if (!words.matches()) {
                return;
            }
            count++;
            if (words.group(1) == null) {
                snoozed.put(words.group(3), words.group(4));
                return;
            }
            long number = Long.parseLong(words.group(2));
            switch (words.group(1)) {
                case "decided" -> decided = Math.max(decided, number);
                case "noted" -> noted = Math.max(noted, number);
                default -> typed = number;
            }
        }

        /// One thing of each kind may have been written that there was no time to tell of; a snooze told may
        /// have been followed by such a one of the same deal.
        void assertKeptIn(Workspace workspace, int kill) {
            List<Long> decisions =
                    workspace.decisions().stream().map(Decision::sequence).toList();
            assertThat(decisions)
                    .as("after kill %d", kill)
                    .hasSizeBetween((int) decided, (int) decided + 1)
                    .isEqualTo(
                            LongStream.rangeClosed(1, decisions.size()).boxed().toList());
            assertThat(workspace.notes().all()).as("after kill %d", kill).hasSizeBetween((int) noted, (int) noted + 1);
            Map<String, String> asleep = new HashMap<>();
            workspace
                    .snoozes()
                    .all()
                    .forEach(
                            snooze -> asleep.put(snooze.dealId(), snooze.until().toString()));
            long lost = snoozed.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(asleep.get(entry.getKey())))
                    .count();
            assertThat(asleep.keySet()).as("after kill %d", kill).containsAll(snoozed.keySet());
            assertThat(lost).as("after kill %d", kill).isLessThanOrEqualTo(1);
            ReviewSession open = workspace.sessions().open().orElseThrow();
            String draft = workspace.sessions().state(open.number()).getOrDefault("draft", "0");
            assertThat(Long.parseLong(draft)).as("after kill %d", kill).isBetween(typed, typed + 1);
            assertThat(AuditChain.check(workspace.audit()))
                    .as("after kill %d", kill)
                    .isInstanceOf(AuditChain.Intact.class);
            assertThat(workspace.audit().stream()
                            .filter(line -> line.kind() == AuditKind.APPROVED)
                            .map(line -> Long.valueOf(line.facts().getOrDefault("decision", "0"))))
                    .isEqualTo(decisions);
            decided = decisions.size();
            noted = workspace.notes().all().size();
            typed = Long.parseLong(draft);
            snoozed.putAll(asleep);
        }
    }

    @Test
    void killedImportLeavesTheOldSnapshotOrTheNewOneWhole() throws Exception {
        Random random = new Random(12);
        try (Workspace workspace = Workspaces.open(folder)) {
            Workspaces.store(workspace, SampleImport.of(0, 3_000));
        }
        long stored = 0;
        for (int kill = 0; kill < 8; kill++) {
            long first = stored + 1;
            long begun = first;
            try (ForkedJvm process = fork(folder, "import", first)) {
                assertThat(process.line()).isEqualTo("open");
                for (int lines = 1 + random.nextInt(6); lines > 0; lines--) {
                    String line = process.line();
                    stored = line.startsWith("stored ") ? number(line) : stored;
                    begun = number(line);
                }
                pass(random.nextInt(60_000_000));
                for (String late : process.kill()) {
                    if (late.matches("stor(ed|ing) \\d+")) {
                        stored = late.startsWith("stored ") ? number(late) : stored;
                        begun = number(late);
                    }
                }
            }
            try (Workspace workspace = Workspaces.open(folder)) {
                String hash = workspace.marketplace().orElseThrow().dataHash();
                assertThat(hash).as("after kill %d", kill).isIn("hash" + stored, "hash" + begun);
                stored = hash.equals("hash" + begun) ? begun : stored;
                SampleImport.of(stored, 3_000).assertStoredIn(workspace);
                assertThat(Workspaces.snapshotFiles(folder)).hasSize(1);
            }
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }

    private static ForkedJvm fork(Path folder, String what, long seed) throws Exception {
        return ForkedJvm.start(
                ForkedWork.class,
                what,
                Workspaces.directory(folder).toString(),
                Workspaces.keyFile(folder).toString(),
                String.valueOf(seed));
    }

    /// Lets the other process run on for a moment, so that kills fall anywhere in its work.
    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
