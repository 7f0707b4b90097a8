/// Work that must not hold up the window. Read `Background` and `Slot` first.
@NullMarked
package aidg.ui.task;

import org.jspecify.annotations.NullMarked;
