package aidg.ui.portfolio;

import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Term;
import aidg.ui.page.Action;
import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Selection;
import aidg.ui.page.Shortcut;
import aidg.ui.page.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// A policy of terms over many deals: builds view model and view, and names what can be done here.
public final class PortfolioPage implements Page {

    private final PortfolioViewModel model;
    private final PortfolioView view;
    private final ObservableBooleanValue ready;
    private final ObservableBooleanValue chosen;

    public PortfolioPage(PortfolioDesk desk, Surroundings surroundings, Selection selection) {
        model = new PortfolioViewModel(desk, surroundings, selection);
        view = new PortfolioView(model, surroundings);
        ready = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof PortfolioState.Ready, model.stateProperty());
        chosen =
                Bindings.createBooleanBinding(() -> model.chosenProperty().get().isPresent(), model.chosenProperty());
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(List.of(
                Group.PORTFOLIO.action(
                        "Work out portfolio",
                        "nothing is decided or changed",
                        Feather.PLAY,
                        Shortcut.control(KeyCode.ENTER),
                        model.canRunProperty(),
                        model::run),
                Group.PORTFOLIO.action(
                        "Cancel portfolio",
                        "nothing was changed",
                        Feather.X_CIRCLE,
                        Shortcut.of(KeyCode.ESCAPE),
                        model.isRunningProperty(),
                        model::cancel),
                ofChosen(
                        "Open deal in What-if", "on the policy's terms", Feather.SLIDERS, KeyCode.ENTER, model::tryOut),
                ofChosen("Open deal in Review", "in the queue", Feather.INBOX, KeyCode.R, model::review),
                Group.PORTFOLIO.action(
                        "Export portfolio",
                        "as CSV or JSON",
                        Feather.DOWNLOAD,
                        Shortcut.control(KeyCode.S),
                        ready,
                        view::export),
                Group.PORTFOLIO.action(
                        "Save portfolio as picture",
                        "PNG",
                        Feather.IMAGE,
                        Shortcut.control(KeyCode.P),
                        ready,
                        view::savePicture)));
        for (Term term : List.of(Term.DISCOUNT, Term.PRICE)) {
            all.add(always(
                    "Policy about the " + term.word(), () -> model.policy().about(term)));
        }
        all.add(always("Policy a unit more", () -> model.policy().step(1)));
        all.add(always("Policy a unit less", () -> model.policy().step(-1)));
        for (Among among : Among.values()) {
            all.add(always(
                    "Portfolio: " + among.words(),
                    () -> model.scope().amongProperty().set(among)));
        }
        for (Slice slice : Slice.values()) {
            all.add(new Action(
                    "List " + slice.words(),
                    "",
                    Group.PORTFOLIO,
                    Feather.LIST,
                    Optional.empty(),
                    ready,
                    () -> model.sliceProperty().set(slice)));
        }
        return List.copyOf(all);
    }

    private static Action always(String words, Runnable run) {
        return Action.always(words, "", Group.PORTFOLIO, Feather.LAYERS, Optional.empty(), run);
    }

    private Action ofChosen(String words, String context, Feather icon, KeyCode key, Consumer<Moved> what) {
        return Group.PORTFOLIO.action(
                words,
                context,
                icon,
                Shortcut.of(key),
                chosen,
                () -> model.chosenProperty().get().ifPresent(what));
    }

    /// Works the policy out, as if the person had pressed the button.
    public void run() {
        model.run();
    }

    /// Writes the result, as if the person had chosen the file.
    public void export(Path file) {
        model.export(file);
    }

    /// Writes the result as a picture, likewise.
    public void savePicture(Path file) {
        view.savePicture(file);
    }

    @Override
    public boolean escape() {
        boolean running = model.isRunningProperty().get();
        model.cancel();
        return running;
    }

    @Override
    public void shown(Destination destination) {
        model.scope().update();
        view.focusNext();
    }

    @Override
    public void forget() {
        model.forget();
    }
}
