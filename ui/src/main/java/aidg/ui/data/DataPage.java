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
                Group.DATA.action(
                        "Choose folder to import",
                        "CSV, JSON or Parquet",
                        Feather.FOLDER,
                        Shortcut.control(KeyCode.O),
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
                Group.DATA.action(
                        "Import",
                        "the chosen folder",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.I),
                        model.canImportProperty(),
                        model::startImport),
                new Action(
                        "Refuse all if one row is wrong",
                        "on or off, for the next import",
                        Group.DATA,
                        Feather.SHIELD,
                        Optional.empty(),
                        model.runningProperty().not(),
                        () -> model.strictProperty().set(!model.strictProperty().get())),
                new Action(
                        "Cancel import",
                        "leaves the data in use as it is",
                        Group.DATA,
                        Feather.X,
                        Optional.empty(),
                        model.runningProperty(),
                        model::cancelImport),
                Group.DATA.action(
                        "Filter refused rows",
                        "by file, column or reason",
                        Feather.FILTER,
                        Shortcut.control(KeyCode.F),
                        Bindings.isNotEmpty(model.rejects()),
                        view::focusFilter),
                Group.DATA.action(
                        "Export refused rows",
                        "as CSV",
                        Feather.SHARE,
                        Shortcut.control(KeyCode.E),
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
