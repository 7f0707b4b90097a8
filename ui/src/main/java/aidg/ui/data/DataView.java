package aidg.ui.data;

import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.FIGURE;
import static aidg.ui.control.Style.MUTED;

import aidg.ui.control.Banner;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import aidg.ui.page.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/// The snapshot on top, importing at the left, refused rows at the right.
final class DataView extends BorderPane {

    private final DataViewModel model;
    private final Label title = Parts.whole("Data", FIGURE);
    private final Label source = Parts.label("", DETAIL, MUTED);
    private final VBox problems = new VBox();
    private final RejectsPane rejects;

    DataView(DataViewModel model, Figures figures) {
        this.model = model;
        getStyleClass().add("data-view");
        SnapshotStrip strip = new SnapshotStrip(figures, model::load);
        rejects = new RejectsPane(model, figures, this::exportRejects);
        VBox head = new VBox(new VBox(title, source), strip, problems);
        head.getStyleClass().add("data-head");
        setTop(head);
        ScrollPane left = new ScrollPane(new ImportCard(model, figures, this::chooseFolder, this::chooseMapping));
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.getStyleClass().add("import-pane");
        left.setAccessibleText("Import");
        setLeft(left);
        setCenter(rejects);
        model.snapshotProperty().subscribe(now -> {
            strip.show(now);
            showTitle(now, figures);
        });
        model.lastImportProperty()
                .subscribe(now -> showTitle(model.snapshotProperty().get(), figures));
        model.problemProperty().subscribe(this::showProblem);
    }

    private void showTitle(SnapshotState state, Figures figures) {
        if (state instanceof SnapshotState.Loaded(Snapshot snapshot)) {
            title.setText(finding(snapshot, model.rejects().size(), figures));
            source.setText("From " + snapshot.source());
        } else {
            title.setText("Data");
            source.setText("");
        }
        source.setManaged(!source.getText().isEmpty());
    }

    private static String finding(Snapshot snapshot, int refused, Figures figures) {
        String waiting = "%s await review".formatted(figures.count(snapshot.proposals(), "proposal", "proposals"));
        return refused == 0
                ? waiting
                : "%s, %s refused".formatted(waiting, figures.count(refused, "row was", "rows were"));
    }

    private void showProblem(Optional<Problem> problem) {
        problems.getChildren().clear();
        problems.setManaged(problem.isPresent());
        problem.ifPresent(now -> problems.getChildren().add(Banner.of(now)));
    }

    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder to import");
        model.folderProperty()
                .get()
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.folderProperty().set(Optional.of(chosen.toPath()));
        }
    }

    void chooseMapping() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Mapping of column names");
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        model.mappingProperty().set(Optional.ofNullable(chosen).map(File::toPath));
    }

    void exportRejects() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export refused rows");
        chooser.setInitialFileName("rejects.csv");
        chooser.getExtensionFilters().setAll(List.of(new FileChooser.ExtensionFilter("CSV", "*.csv")));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.exportRejects(chosen.toPath());
        }
    }

    void focusFilter() {
        rejects.focusFilter();
    }
}
