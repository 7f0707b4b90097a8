/// Wiring: the main entry, where files live, and the opening of workspace, model and engine. Read `Main` and
/// `Session` first.
@NullMarked
package aidg.app;

import org.jspecify.annotations.NullMarked;
