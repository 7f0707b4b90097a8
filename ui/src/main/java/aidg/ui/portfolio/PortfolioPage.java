package aidg.ui.portfolio;

import aidg.ui.page.Action;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Surroundings;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// A policy of terms over many deals.
public final class PortfolioPage implements Page {

    private final VBox view = new VBox();

    public PortfolioPage(PortfolioDesk desk, Surroundings surroundings) {}

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
