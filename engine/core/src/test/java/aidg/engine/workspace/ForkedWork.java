package aidg.engine.workspace;

import aidg.engine.domain.Progress;
import aidg.engine.review.Decision;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What forked processes do with a workspace. Arguments: what, folder, key file, seed.
final class ForkedWork {

    private ForkedWork() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path directory = Path.of(arguments[1]);
        WorkspaceKey key = WorkspaceKey.file(Path.of(arguments[2]));
        switch (Workspace.open(directory, key, Clock.systemUTC())) {
            case Opening.Opened(Workspace workspace) -> {
                out.println("open");
                try {
                    work(arguments[0], workspace, Long.parseLong(arguments[3]), out);
                } catch (RuntimeException e) {
                    out.println("failed: " + e.getMessage());
                }
            }
            case Opening refused -> out.println(refused);
        }
    }

    private static void work(String what, Workspace workspace, long seed, PrintStream out) {
        switch (what) {
            case "decide" -> {
                for (; ; ) {
                    Decision appended = workspace.append("d1", new Decision.Approved(), 0.5, "model");
                    out.println(appended.sequence());
                }
            }
            case "session" -> review(workspace, new Random(seed), out);
            case "import" -> {
                for (long next = seed; ; next++) {
                    SampleImport sample = SampleImport.of(next, 3_000);
                    out.println("storing " + next);
                    workspace.replaceMarketplace(sample.marketplace(), sample.report(), Progress.SILENT);
                    out.println("stored " + next);
                }
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /// Reviews without end; tells what is written once it is written.
    private static void review(Workspace workspace, Random random, PrintStream out) {
        workspace.actAs("Ana");
        if (workspace.sessions().open().isEmpty()) {
            workspace.sessions().start();
        } else {
            workspace.sessions().resume();
        }
        long session = workspace.sessions().open().orElseThrow().number();
        long typed = Long.parseLong(workspace.sessions().state(session).getOrDefault("draft", "0"));
        for (long step = 0; ; step++) {
            String deal = "d" + random.nextInt(500);
            switch (random.nextInt(6)) {
                case 0 -> {
                    workspace
                            .snoozes()
                            .snooze(List.of(deal), LocalDate.of(2027, 1, 1).plusDays(step % 300));
                    out.println(
                            "snoozed " + deal + " " + LocalDate.of(2027, 1, 1).plusDays(step % 300));
                }
                case 1 ->
                    out.println("noted "
                            + workspace
                                    .notes()
                                    .write("m" + deal, deal, "note " + step)
                                    .number());
                case 2, 3 -> {
                    workspace.sessions().keep(Map.of("draft", Long.toString(++typed)));
                    out.println("typed " + typed);
                }
                default ->
                    out.println("decided "
                            + workspace
                                    .append(deal, new Decision.Approved(), 0.5, "model")
                                    .sequence());
            }
        }
    }
}
