/// The frame around the views: rail, top bar, status bar, command palette, sheet of keys and toasts. Read
/// `Frame` and `PaletteViewModel` first.
@NullMarked
package aidg.ui.shell;

import org.jspecify.annotations.NullMarked;
