package aidg.ui.session;

import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Surroundings;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The review session: its clock, what was done in it, and its report.
public final class SessionPage implements Page {

    private final VBox view = new VBox();

    public SessionPage(SessionDesk desk, Surroundings surroundings) {}

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
