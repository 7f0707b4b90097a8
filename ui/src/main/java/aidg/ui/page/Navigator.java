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

    /// Goes somewhere; being there already changes nothing.
    public void go(Destination destination) {
        if (!destination.equals(current.get())) {
            behind.push(current.get());
            ahead.clear();
            move(destination);
        }
    }

    public void back() {
        if (!behind.isEmpty()) {
            ahead.push(current.get());
            move(behind.pop());
        }
    }

    public void forward() {
        if (!ahead.isEmpty()) {
            behind.push(current.get());
            move(ahead.pop());
        }
    }

    private void move(Destination destination) {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        current.set(destination);
    }
}
