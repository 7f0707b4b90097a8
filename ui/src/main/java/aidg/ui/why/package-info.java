/// Why a proposal scores as it does: where the model looked, what that did, and whether to believe it. Read `WhyPage`
/// and `WhyViewModel` first.
@NullMarked
package aidg.ui.why;

import org.jspecify.annotations.NullMarked;
