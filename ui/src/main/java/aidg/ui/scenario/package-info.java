/// Named scenarios, up to four side by side.
@NullMarked
package aidg.ui.scenario;

import org.jspecify.annotations.NullMarked;
