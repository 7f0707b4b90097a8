package aidg.app.cli;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.models.ModelFile;
import aidg.engine.torch.TorchDevice;
import aidg.engine.workspace.Workspace;
import aidg.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `workbench doctor`.
@CommandLine.Command(
        name = "doctor",
        description = {
            "Look for what may be wrong with this installation.",
            "Says what to do about each thing it finds, and exits with 1 if there is any.",
            ""
        })
final class DoctorCommand extends Command.InWorkspace {

    private static final long DISK_NEEDED = 1L << 30;
    private static final String MODEL_IN_USE = "in use";

    DoctorCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// One thing that was looked at.
    ///
    /// @param detail what was found
    /// @param fix    what to do, null if all is well
    record Check(
            String name,
            boolean ok,
            String detail,
            @Nullable String fix) {

        Check(String name, boolean ok, String detail, @Nullable String fix) {
            this.name = name;
            this.ok = ok;
            this.detail = detail;
            this.fix = ok ? null : fix;
        }
    }

    @Override
    Result run(ProgressLine progress) {
        List<Check> checks = new ArrayList<>();
        AppFiles files = surroundings().files();
        checks.add(java());
        checks.add(folder("home", files.home()));
        checks.add(folder("workspace", workspace()));
        checks.add(keyFile(files.keyFile()));
        checks.add(disk(files.home()));
        checks.add(model("model", files.shippedModel(), "Install the product again."));
        checks.add(modelInUse(workspace()));
        checks.add(sample(files.sample()));
        checks.add(torch());
        checks.add(fonts());
        checks.add(display(surroundings().environment()));
        boolean well = checks.stream().allMatch(Check::ok);
        return new Result(Map.of("checks", checks), text(checks), well ? 0 : 1);
    }

    private static Check java() {
        int feature = Runtime.version().feature();
        return new Check(
                "java",
                feature >= 25,
                "%s, %s, heap up to %,d MB"
                        .formatted(
                                Runtime.version(),
                                System.getProperty("java.vendor"),
                                Runtime.getRuntime().maxMemory() >> 20),
                feature >= 25 ? null : "Start with the launcher, or set JAVA_HOME to a JDK 25.");
    }

    private static Check folder(String name, Path folder) {
        Path existing = folder;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        boolean writable = Files.isWritable(existing);
        String detail = Files.exists(folder) ? folder.toString() : folder + ", not made yet";
        return new Check(
                name, writable, detail, writable ? null : "Make %s writable, or set AIDG_HOME.".formatted(existing));
    }

    private static Check keyFile(Path file) {
        if (!Files.exists(file)) {
            return new Check("key", true, file + ", made with the first workspace", null);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            Set<PosixFilePermission> permissions =
                    view == null ? Set.of() : view.readAttributes().permissions();
            boolean own = permissions.stream()
                    .allMatch(p -> p == PosixFilePermission.OWNER_READ || p == PosixFilePermission.OWNER_WRITE);
            return new Check(
                    "key",
                    own,
                    view == null
                            ? file.toString()
                            : "%s %s".formatted(file, PosixFilePermissions.toString(permissions)),
                    own ? null : "Run `chmod 600 %s`: others can read the key.".formatted(file));
        } catch (IOException e) {
            return new Check("key", false, file.toString(), "Make the file readable for you alone.");
        }
    }

    private static Check disk(Path folder) {
        try {
            Path existing = folder;
            while (existing.getParent() != null && !Files.exists(existing)) {
                existing = existing.getParent();
            }
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            boolean enough = free >= DISK_NEEDED;
            return new Check(
                    "disk",
                    enough,
                    "%,d MB free".formatted(free >> 20),
                    enough ? null : "Free 1 GB: the scoring library alone unpacks to 450 MB.");
        } catch (IOException e) {
            return new Check("disk", false, "unknown", "Check that the disk is mounted.");
        }
    }

    /// The model that the workspace scores with, if it has one of its own.
    private Check modelInUse(Path workspace) {
        if (!Workspace.isIn(workspace)) {
            return new Check(MODEL_IN_USE, true, "the one that ships, until one is trained", null);
        }
        try (Session session = Session.openUnlessInUse(
                        surroundings().files(),
                        workspace,
                        passphrase(),
                        surroundings().clock())
                .orElse(null)) {
            return session == null
                    ? new Check(MODEL_IN_USE, true, "not looked at: another process has the workspace open", null)
                    : model(
                            MODEL_IN_USE,
                            session.modelFolder(),
                            "Train it again with `workbench train --workspace %s`.".formatted(workspace));
        } catch (Failure e) {
            return new Check(MODEL_IN_USE, false, e.words(), e.fix());
        }
    }

    private static Check model(String name, Path folder, String fix) {
        return switch (ModelFile.read(folder)) {
            case ModelFile.Read read ->
                new Check(
                        name,
                        true,
                        "%s in %s, notes read by: %s"
                                .formatted(
                                        read.model().provenance().hash(),
                                        folder,
                                        read.model().learned().notesReader()),
                        null);
            case ModelFile.Refused refused -> new Check(name, false, refused.reason(), fix);
        };
    }

    private static Check sample(Path folder) {
        boolean there = Files.isRegularFile(folder.resolve("deals.csv.gz"));
        return new Check("sample", there, folder.toString(), there ? null : "Install the product again.");
    }

    private static Check torch() {
        try {
            TorchDevice device = TorchDevice.choose(TorchDevice.Wish.AUTO);
            return new Check("device", true, device.message(), null);
        } catch (RuntimeException | LinkageError e) {
            return new Check(
                    "device",
                    false,
                    "PyTorch does not load: " + e,
                    "Delete the folder that DJL_CACHE_DIR names and start again; on Linux install libgomp1.");
        }
    }

    private static Check fonts() {
        try {
            Theme.loadTypeface();
            return new Check("fonts", true, "the bundled typeface loads", null);
        } catch (RuntimeException | LinkageError e) {
            return new Check(
                    "fonts", false, "the bundled typeface does not load: " + e, "On Debian install libpangoft2-1.0-0.");
        }
    }

    private static Check display(Map<String, String> environment) {
        return new Check(
                "display",
                true,
                Display.isIn(environment) ? "there is one" : "there is none: `workbench` renders the tour",
                null);
    }

    private static String text(List<Check> checks) {
        StringBuilder text = new StringBuilder();
        for (Check check : checks) {
            text.append("%s %-10s %s%n".formatted(check.ok() ? "✓" : "✗", check.name(), check.detail()));
            if (check.fix() != null) {
                text.append("  %-10s → %s%n".formatted("", check.fix()));
            }
        }
        return text.toString().stripTrailing();
    }
}
