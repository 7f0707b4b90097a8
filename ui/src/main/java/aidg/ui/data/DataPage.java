package aidg.ui.data;

import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// The data view: builds view model and view, and names what can be done here.
public final class DataPage implements Page {

    private final DataViewModel model;
    private final DataView view;

    /// @param onNewData called after other data has come into use
    public DataPage(DataDesk desk, Surroundings surroundings, Runnable onNewData) {
        model = new DataViewModel(desk, surroundings, onNewData);
        view = new DataView(model, surroundings.figures());
    }

    /// Reads what is known of the data in use.
    public void load() {
        model.load();
    }

    /// Imports a folder whose columns follow the schema, as if the person had chosen it.
    public void importFrom(Path folder) {
        model.folderProperty().set(Optional.of(folder));
        model.startImport();
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "Choose folder to import",
                        "CSV, JSON or Parquet",
                        Group.DATA,
                        Feather.FOLDER,
                        Optional.of(Shortcut.control(KeyCode.O)),
                        model.runningProperty().not(),
                        view::chooseFolder),
                new Action(
                        "Choose mapping of column names",
                        "where columns are called otherwise",
                        Group.DATA,
                        Feather.FILE_TEXT,
                        Optional.empty(),
                        model.runningProperty().not(),
                        view::chooseMapping),
                new Action(
                        "Import",
                        "the chosen folder",
                        Group.DATA,
                        Feather.DOWNLOAD,
                        Optional.of(Shortcut.control(KeyCode.I)),
                        model.canImportProperty(),
                        model::startImport),
                new Action(
                        "Cancel import",
                        "leaves the data in use as it is",
                        Group.DATA,
                        Feather.X,
                        Optional.empty(),
                        model.runningProperty(),
                        model::cancelImport),
                new Action(
                        "Filter refused rows",
                        "by file, column or reason",
                        Group.DATA,
                        Feather.FILTER,
                        Optional.of(Shortcut.control(KeyCode.F)),
                        Bindings.isNotEmpty(model.rejects()),
                        view::focusFilter),
                new Action(
                        "Export refused rows",
                        "as CSV",
                        Group.DATA,
                        Feather.SHARE,
                        Optional.of(Shortcut.control(KeyCode.E)),
                        Bindings.isNotEmpty(model.shown()),
                        view::exportRejects));
    }

    @Override
    public void shown(Destination destination) {
        // Every destination of this view looks the same.
    }

    @Override
    public boolean escape() {
        boolean running = model.runningProperty().get();
        model.cancelImport();
        return running;
    }
}
