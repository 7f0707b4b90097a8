package aidg.ui.page;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/// Asks where a file shall be written.
public final class SaveDialog {

    private SaveDialog() {}

    /// @param over    the view that asks
    /// @param title   what is to be written: `Save picture`
    /// @param name    suggested
    /// @param endings what it may end in, without the dot; the first is suggested
    /// @return empty if the person decides otherwise
    public static Optional<Path> ask(Node over, String title, String name, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        endings.forEach(ending -> chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending)));
        File chosen = chooser.showSaveDialog(over.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
