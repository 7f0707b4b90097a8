package aidg.ui.data;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.marketplace.ImportReport;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import aidg.ui.task.Activity;
import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Chooses a folder, imports it, and tells what became of it, table by table.
final class ImportCard extends VBox {

    private final DataViewModel model;
    private final Figures figures;
    private final VBox outcome = Parts.column(GAP_8);

    /// @param chooseFolder  asks for the folder
    /// @param chooseMapping asks for the file that names its columns
    ImportCard(DataViewModel model, Figures figures, Runnable chooseFolder, Runnable chooseMapping) {
        this.model = model;
        this.figures = figures;
        getStyleClass().addAll("import-card", "gap-16");
        Button start = Parts.button("Import", List.of("Ctrl", "I"), model::startImport, "accent");
        start.disableProperty().bind(model.canImportProperty().not());
        // A disabled button shows no tooltip, so its holder does.
        HBox startHolder = new HBox(start);
        Tooltip.install(startHolder, new Tooltip("Reads the chosen folder. Choose one first."));
        ToggleSwitch strict = new ToggleSwitch("Refuse all if one row is wrong");
        strict.selectedProperty().bindBidirectional(model.strictProperty());
        Parts.doing("Refuse all if one row is wrong", strict);
        strict.setAccessibleText("Refuse the whole import if one row is wrong");
        Label folder = path("No folder chosen", model.folderProperty().get());
        model.folderProperty().subscribe(now -> folder.setText(words(now, "No folder chosen")));
        Label mapping =
                path("Column names as in the schema", model.mappingProperty().get());
        model.mappingProperty().subscribe(now -> mapping.setText(words(now, "Column names as in the schema")));
        getChildren()
                .addAll(
                        Parts.whole("Import", CONTENT, STRONG),
                        Parts.wrapping(
                                "CSV, JSON or Parquet files in one folder. The data in use stays until the new one is complete.",
                                DETAIL,
                                MUTED),
                        choice("Choose folder", List.of("Ctrl", "O"), chooseFolder, folder),
                        choice("Choose mapping", List.of(), chooseMapping, mapping),
                        strict,
                        startHolder,
                        outcome);
        model.stateProperty().subscribe(this::show);
        model.lastImportProperty().subscribe(now -> show(model.stateProperty().get()));
    }

    private static Node choice(String words, List<String> keys, Runnable choose, Label chosen) {
        HBox.setHgrow(chosen, Priority.ALWAYS);
        Button ask = Parts.button(words, keys, choose, "small");
        return Parts.row("gap-12", keys.isEmpty() ? Parts.doing("Choose mapping of column names", ask) : ask, chosen);
    }

    private static Label path(String none, Optional<Path> path) {
        Label label = Parts.label(words(path, none), DETAIL, MUTED);
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return label;
    }

    private static String words(Optional<Path> path, String none) {
        return path.map(Path::toString).orElse(none);
    }

    private void show(ImportState state) {
        outcome.getChildren()
                .setAll(
                        switch (state) {
                            case ImportState.Idle() ->
                                model.lastImportProperty().get().map(this::last).orElse(List.of());
                            case ImportState.Running(Activity activity) -> running(activity);
                            case ImportState.Cancelled() ->
                                List.of(told(Feather.INFO, MUTED, "Import cancelled", "The data in use is unchanged."));
                            case ImportState.Done(ImportReport report) -> done(report);
                            case ImportState.Refused(ImportReport report) -> refused(report);
                            case ImportState.Failed(Problem problem) ->
                                List.of(told(Feather.ALERT_TRIANGLE, "bad", problem.words(), problem.next()));
                        });
    }

    private List<Node> running(Activity activity) {
        ProgressBar bar = new ProgressBar(activity.fraction());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(activity.step());
        String left =
                activity.left().map(figures::left).map(text -> text + " left. ").orElse("");
        Label percent = Parts.whole(activity.fraction() < 0 ? "" : figures.percent(activity.fraction()), DETAIL, MUTED);
        return List.of(
                Parts.row(GAP_8, Parts.whole(activity.step(), CONTENT), Parts.spring(), percent),
                bar,
                Parts.row(
                        GAP_8,
                        Parts.whole(left + "You can keep working.", DETAIL, MUTED),
                        Parts.spring(),
                        Parts.button("Cancel", List.of("Esc"), model::cancelImport, "small")));
    }

    private List<Node> last(ImportReport report) {
        return List.of(
                Parts.hairline(),
                Parts.whole("Data in use", CONTENT, STRONG),
                new CountTable(report.tables(), figures));
    }

    private List<Node> done(ImportReport report) {
        long rejected = rejected(report);
        Node head = rejected == 0
                ? told(Feather.CHECK_CIRCLE, "good", "All rows were taken", report.source())
                : told(
                        Feather.ALERT_TRIANGLE,
                        "careful",
                        "%s refused, the rest is in use".formatted(figures.count(rejected, "row was", "rows were")),
                        report.source());
        return List.of(head, new CountTable(report.tables(), figures));
    }

    private List<Node> refused(ImportReport report) {
        return List.of(
                told(
                        Feather.X_CIRCLE,
                        "bad",
                        "Refused: %s wrong".formatted(figures.count(rejected(report), "row is", "rows are")),
                        "The data in use is unchanged. Mend the rows listed at the right, or import without the switch."),
                new CountTable(report.tables(), figures));
    }

    private static long rejected(ImportReport report) {
        return report.tables().values().stream()
                .mapToLong(ImportReport.TableCount::rejected)
                .sum();
    }

    private static Node told(Feather icon, String tone, String words, String next) {
        VBox text = new VBox(Parts.wrapping(words, CONTENT, MEDIUM), Parts.wrapping(next, DETAIL, MUTED));
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Parts.icon(icon, "icon-16", tone), text);
        row.getStyleClass().addAll("gap-12", "told");
        return row;
    }
}
