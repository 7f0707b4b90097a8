package aidg.ui.second;

import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Surroundings;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The second reading: the same proposals without sight of the first decision.
public final class SecondReadingPage implements Page {

    private final VBox view = new VBox();

    public SecondReadingPage(SecondReadingDesk desk, Surroundings surroundings) {}

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
