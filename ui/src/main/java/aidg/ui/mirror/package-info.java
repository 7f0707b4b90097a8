/// What became of a manager's own decisions.
@NullMarked
package aidg.ui.mirror;

import org.jspecify.annotations.NullMarked;
