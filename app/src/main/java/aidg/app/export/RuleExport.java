package aidg.app.export;

import aidg.app.Failure;
import aidg.app.Json;
import aidg.engine.RuleReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        file(file);
    }

    private static OutFile file(Path file) {
        return new OutFile(file, Arrays.stream(Form.values()).map(Form::ending).toList());
    }

    /// Writes the report, replacing an earlier file in one step.
    ///
    /// @throws Failure     if `check` refuses the file, or the disk does
    /// @throws IOException if what was written in part cannot be taken away
    public void write(Path file) throws IOException {
        OutFile out = file(file);
        String content = Form.of(file).orElseThrow().writing.apply(this);
        out.write(content);
    }
}
