package aidg.engine.workspace;

import aidg.engine.domain.Progress;
import aidg.engine.review.Decision;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

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
}
