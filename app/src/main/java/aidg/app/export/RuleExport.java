package aidg.app.export;

import aidg.app.Failure;
import aidg.app.Json;
import aidg.engine.RuleReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A report of rules as a file: for people, for a spreadsheet or for programs.
public final class RuleExport {

    private final RuleReport report;
    private final @Nullable String dealId;

    /// The form of a file, told by its ending.
    public enum Form {
        /// For people.
        TXT(export -> export.text(Integer.MAX_VALUE) + "\n"),
        /// One row per rule; no cell can work as a formula when a spreadsheet opens it.
        CSV(export -> RuleTable.of(export.report)),
        /// As the command line prints it with `--json`.
        JSON(export -> Json.of(export.json()) + "\n");

        private final Function<RuleExport, String> writing;

        Form(Function<RuleExport, String> writing) {
            this.writing = writing;
        }

        /// `.txt`, `.csv`, `.json`.
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        static Optional<Form> of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(form -> name.endsWith(form.ending()))
                    .findFirst();
        }
    }

    /// @param dealId an open proposal of which to say which rule fires; null for none
    public RuleExport(RuleReport report, @Nullable String dealId) {
        this.report = report;
        this.dealId = dealId;
    }

    /// For people.
    ///
    /// @param most conflicts and counter-examples that are told, each
    public String text(int most) {
        return new RuleText(report, dealId).told(most);
    }

    /// For programs.
    public Map<String, @Nullable Object> json() {
        return RuleJson.of(report, dealId);
    }

    /// Refuses a file that could not be written, before the work is done.
    ///
    /// @throws Failure saying what is wrong with it
    public static void check(Path file) {
        Path target = file.toAbsolutePath().normalize();
        if (Form.of(target).isEmpty()) {
            throw refused(
                    "'%s' does not tell in which form to write.".formatted(file),
                    "End the name with %s."
                            .formatted(Arrays.stream(Form.values())
                                    .map(Form::ending)
                                    .collect(Collectors.joining(", "))));
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused("There is no folder %s.".formatted(folder), "Make it, or name another file.");
        }
        if (Files.isDirectory(target)) {
            throw refused("%s is a folder.".formatted(file), "Name a file.");
        }
        if (!Files.isWritable(folder) || Files.exists(target) && !Files.isWritable(target)) {
            throw refused("%s may not be written.".formatted(file), "Name another file.");
        }
    }

    private static Failure refused(String message, String fix) {
        return Failure.badInput(message, "--out", fix);
    }

    /// Writes the report, replacing an earlier file in one step.
    ///
    /// @throws Failure     if `check` refuses the file
    /// @throws IOException if the disk is full
    public void write(Path file) throws IOException {
        check(file);
        Path target = file.toAbsolutePath().normalize();
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            String content = Form.of(target).orElseThrow().writing.apply(this);
            Files.write(part, content.getBytes(StandardCharsets.UTF_8));
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
