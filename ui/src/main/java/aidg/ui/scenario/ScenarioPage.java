package aidg.ui.scenario;

import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Surroundings;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// Named scenarios, up to four side by side.
public final class ScenarioPage implements Page {

    private final VBox view = new VBox();

    public ScenarioPage(ScenarioDesk desk, Surroundings surroundings, Selection selection) {}

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
