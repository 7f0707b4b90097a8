package aidg.ui.mirror;

import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Surroundings;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// What became of a manager's own decisions.
public final class MirrorPage implements Page {

    private final VBox view = new VBox();

    public MirrorPage(MirrorDesk desk, Surroundings surroundings) {}

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public void shown(Destination destination) {}
}
