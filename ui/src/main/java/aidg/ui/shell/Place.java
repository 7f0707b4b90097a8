package aidg.ui.shell;

import aidg.ui.page.Action.Group;
import aidg.ui.page.Destination;
import aidg.ui.page.Page;
import aidg.ui.page.Shortcut;
import org.kordamp.ikonli.feather.Feather;

/// A view as rail and palette name it.
///
/// @param word    what it is called: `Review`
/// @param context what is there, in a few words
/// @param room    word of the view on the rail that it stands under; its own if it stands there itself
/// @param keys    go there
/// @param home    where going there leads
/// @param group   of the actions that belong there
record Place(
        String word,
        String context,
        String room,
        Feather icon,
        Shortcut keys,
        Destination home,
        Group group,
        Page page) {

    /// Whether a destination is in this view.
    boolean holds(Destination destination) {
        return home.getClass().equals(destination.getClass());
    }

    /// Whether it stands on the rail itself.
    boolean onRail() {
        return word.equals(room);
    }
}
