package aidg.ui.page;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where we are, where we were, and the way back.
public final class Navigator {

    private final ReadOnlyObjectWrapper<Destination> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Destination> behind = new ArrayDeque<>();
    private final Deque<Destination> ahead = new ArrayDeque<>();

    public Navigator(Destination start) {
        current.set(start);
    }

    public ReadOnlyObjectProperty<Destination> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /// Goes somewhere; being there already changes nothing. The way back leads out of a view at every step, and finds
    /// it as it was left.
    public void go(Destination destination) {
        Destination here = current.get();
        if (!destination.equals(here)) {
            if (!destination.revisited().equals(here.revisited())) {
                behind.push(here.revisited());
            }
            ahead.clear();
            move(destination);
        }
    }

    public void back() {
        if (!behind.isEmpty()) {
            ahead.push(current.get().revisited());
            move(behind.pop());
        }
    }

    public void forward() {
        if (!ahead.isEmpty()) {
            behind.push(current.get().revisited());
            move(ahead.pop());
        }
    }

    private void move(Destination destination) {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        current.set(destination);
    }
}
