/// The second reading: the same proposals without sight of the first decision.
@NullMarked
package aidg.ui.second;

import org.jspecify.annotations.NullMarked;
