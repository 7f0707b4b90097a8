/// What must not be lost: the encrypted local database of the marketplace snapshot, decisions and settings. Read
/// `Workspace` and `WorkspaceKey` first.
@NullMarked
package aidg.engine.workspace;

import org.jspecify.annotations.NullMarked;
