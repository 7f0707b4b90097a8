package aidg.ui.page;

import java.util.List;
import javafx.scene.Parent;

/// A view as the frame sees it.
public interface Page {

    Parent root();

    /// Everything a person can do here, for keys, palette and the sheet of keys.
    List<Action> actions();

    /// What can be done of it in every view, without going there first.
    default List<Action> anywhere() {
        return List.of();
    }

    /// What the palette can open by name: merchants in the queue.
    ///
    /// @param words part of the name, in lower case
    /// @param most  how many are wanted, the first ones
    default List<Action> places(String words, int most) {
        return List.of();
    }

    /// The view has come to the front, by way of that destination.
    void shown(Destination destination);

    /// Whether it shows the proposal that is selected in the queue, so that the queue's keys work here too.
    default boolean followsQueue() {
        return false;
    }

    /// Other data has come into use: what was read of it is wrong now.
    default void forget() {}

    /// Esc was pressed.
    ///
    /// @return whether something was closed by it
    default boolean escape() {
        return false;
    }
}
